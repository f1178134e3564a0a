using Jizhou.Public.Api.Platform.Hosting;
using Jizhou.Public.Api.Platform.Operators;
using Jizhou.Public.Api.Platform.Operators.Audit;
using Jizhou.Public.Content;

namespace Jizhou.Public.Api.Prices.Operators;

/// <summary>/console/prices/ — the editor's prices: one by a form, many pasted from a table, and taking one back after a question.</summary>
public static class EditPrices
{
    private static readonly string[] Fields = ["material", "quality", "unit", "low", "high", "place", "day", "source"];

    /// <summary>Who may.</summary>
    public static readonly string[] Editors = [Roles.Editor, Roles.Administrator];

    /// <summary>Maps pages and forms.</summary>
    public static void Map(IEndpointRouteBuilder app)
    {
        var prices = app.MapGroup("/console/prices").ExcludeFromDescription().RequireRole(Editors).ChecksForms();
        prices.MapGet("/", (HttpContext http, PriceStore store, ContentFolder content, JizhouClock clock, CancellationToken cancellationToken) =>
            ShowAsync(http, store, content, clock, [], cancellationToken));
        prices.MapPost("/", AddAsync);
        prices.MapGet("/{number:long}/remove/", AskAsync);
        prices.MapPost("/{number:long}/remove/", RemoveAsync);
    }

    private static async Task<IResult> ShowAsync(
        HttpContext http, PriceStore store, ContentFolder content, JizhouClock clock, IReadOnlyList<string> problems, CancellationToken cancellationToken)
    {
        var form = http.Request.HasFormContentType ? await http.Request.ReadFormAsync(cancellationToken) : FormCollection.Empty;
        return ConsolePage.Show<PricesPage>(http, new Dictionary<string, object?>
        {
            ["Prices"] = await store.AllAsync(cancellationToken),
            ["Words"] = content.Places,
            ["Today"] = clock.Today,
            ["Problems"] = problems,
            ["Typed"] = Fields.Append("table").ToDictionary(name => name, name => form[name].ToString()),
            ["Saved"] = http.Request.Query["saved"].ToString(),
        }, problems.Count == 0 ? StatusCodes.Status200OK : StatusCodes.Status422UnprocessableEntity);
    }

    private static async Task<IResult> AddAsync(HttpContext http, PriceStore store, ContentFolder content, JizhouClock clock, CancellationToken cancellationToken)
    {
        var form = await http.Request.ReadFormAsync(cancellationToken);
        var reader = new ReadPrices(content.Places, clock.Today);
        var (prices, problems) = await TableAsync(form, cancellationToken) is { } table ? reader.Table(table) : One(reader.Line([.. Fields.Select(name => form[name].ToString())]));
        if (problems.Count > 0)
        {
            return await ShowAsync(http, store, content, clock, problems, cancellationToken);
        }

        await store.AddAsync(prices, Actor.Of(http.User), cancellationToken);
        return TypedResults.LocalRedirect($"/console/prices/?saved={prices.Count}");
    }

    // What was pasted, or the chosen file; null when the form of one price was sent.
    private static async Task<string?> TableAsync(IFormCollection form, CancellationToken cancellationToken)
    {
        if (form.Files.GetFile("file") is not { Length: > 0 } file)
        {
            return form.ContainsKey("table") || form.Files.Count > 0 ? form["table"].ToString() : null;
        }

        using var text = new StreamReader(file.OpenReadStream());
        return await text.ReadToEndAsync(cancellationToken);
    }

    private static (IReadOnlyList<Price> Prices, IReadOnlyList<string> Problems) One((Price? Price, IReadOnlyList<string> Problems) read) =>
        (read.Price is { } price ? [price] : [], read.Problems);

    private static async Task<IResult> AskAsync(long number, HttpContext http, PriceStore store, ContentFolder content, CancellationToken cancellationToken) =>
        await store.FindAsync(number, cancellationToken) is { } known
            ? ConsolePage.Show<RemovePricePage>(http, new Dictionary<string, object?> { ["Known"] = known, ["Words"] = content.Places })
            : TypedResults.LocalRedirect("/console/prices/");

    private static async Task<IResult> RemoveAsync(long number, HttpContext http, PriceStore store, CancellationToken cancellationToken)
    {
        if (await store.FindAsync(number, cancellationToken) is { } known)
        {
            await store.RemoveAsync(known, Actor.Of(http.User), cancellationToken);
        }

        return TypedResults.LocalRedirect("/console/prices/");
    }
}
