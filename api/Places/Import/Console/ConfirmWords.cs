using Jizhou.Public.Api.Places.Hours;
using Jizhou.Public.Api.Places.Import.Reading;

namespace Jizhou.Public.Api.Places.Import.ConsolePages;

/// <summary>POST /console/imports/{id}/words/ — takes what somebody decided about hours, materials and kinds, and reads the file again.</summary>
public static class ConfirmWords
{
    /// <summary>How many words one page asks about; the others follow on the next.</summary>
    public const int PageSize = 60;

    /// <summary>Maps the form.</summary>
    public static void Map(IEndpointRouteBuilder imports) => imports.MapPost("/{id:length(24)}/words/", HandleAsync);

    /// <summary>Adds the choices to those made before; <c>again</c> forgets all of them.</summary>
    public static async Task<IResult> HandleAsync(string id, HttpContext http, UploadDesk desk, CancellationToken cancellationToken)
    {
        var form = await http.Request.ReadFormAsync(cancellationToken);
        return await ChangeUpload.AgainAsync(
            id, http, desk, note => note with { Choices = form.ContainsKey("again") ? ImportChoices.None : Add(note.Choices, form) }, cancellationToken);
    }

    /// <summary>Hours as somebody typed them: the OpenStreetMap syntax, or Chinese words that can be translated; null for anything else.</summary>
    public static string? ReadHours(string typed) => OpeningHours.Parse(typed).IsUnderstood ? typed.Trim() : ChineseHours.Translate(typed);

    private static ImportChoices Add(ImportChoices before, IFormCollection form)
    {
        Dictionary<string, string?> hours = new(before.Hours, StringComparer.Ordinal);
        Dictionary<string, IReadOnlyList<string>> materials = new(before.Materials, StringComparer.Ordinal);
        Dictionary<string, string> kinds = new(before.Kinds, StringComparer.Ordinal);
        for (var i = 0; i < PageSize && form.ContainsKey($"words-{i}"); i++)
        {
            var (words, choice) = (form[$"words-{i}"].ToString(), form[$"choice-{i}"].ToString());
            switch (form[$"about-{i}"].ToString())
            {
                case nameof(QuestionAbout.Hours):
                    AddHours(hours, words, choice, form[$"typed-{i}"].ToString());
                    break;
                case nameof(QuestionAbout.Material):
                    materials[words] = choice.Length == 0 ? [] : [choice];
                    break;
                default:
                    kinds[words] = choice;
                    break;
            }
        }

        return before with { Hours = hours, Materials = materials, Kinds = kinds };
    }

    /// <summary>What was typed and cannot be read is asked again.</summary>
    private static void AddHours(Dictionary<string, string?> hours, string words, string choice, string typed)
    {
        var chosen = choice switch { "keep" => null, "typed" => ReadHours(typed), _ => ChineseHours.Translate(words) };
        if (chosen is not null || choice == "keep")
        {
            hours[words] = chosen;
        }
    }
}
