using Jizhou.Public.Api.Platform.Http;

namespace Jizhou.Public.Api.Bookings.Operators.Calls;

/// <summary>What is wrong with a form, by the field beside which it is said; the field <c>form</c> is the form as a whole.</summary>
/// <param name="ByField">Sentences by id of the field.</param>
public sealed record FormProblems(IReadOnlyList<(string Field, string Message)> ByField)
{
    /// <summary>Nothing is wrong.</summary>
    public static FormProblems None { get; } = new([]);

    /// <summary>Is anything wrong?</summary>
    public bool Any => ByField.Count > 0;

    /// <summary>What is wrong with a field; null when nothing is.</summary>
    public string? Of(string field) => ByField.Where(p => p.Field == field).Select(p => p.Message).ToList() is { Count: > 0 } messages ? string.Concat(messages) : null;

    /// <summary>The problems of a refusal of the engine.</summary>
    public static FormProblems Of(Refusal? refusal)
    {
        if (refusal is null)
        {
            return None;
        }

        return refusal.Fields.Count > 0
            ? new FormProblems([.. refusal.Fields.Select(field => (FieldOf(field.Field), field.Message))])
            : new FormProblems([(FieldOfCode(refusal.Code), refusal.Detail)]);
    }

    // items[0].code and items[1].count stand together; the engine names fields as its requests do.
    private static string FieldOf(string field) => field.Split('[')[0] switch
    {
        "class" => "class",
        var known and ("items" or "address" or "access" or "floor" or "lift" or "slot" or "village" or "phone" or "name" or "note") => known,
        _ => "form",
    };

    private static string FieldOfCode(string code) => code switch
    {
        "slot_full" or "slot_not_offered" => "slot",
        "phone_limit" => "phone",
        "address_limit" => "address",
        _ => "form",
    };
}
