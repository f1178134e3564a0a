namespace Jizhou.Public.Api.Platform.Http;

/// <summary>
/// An expected "no": a stable code for programs, a status, and a plain Chinese sentence that says the way out.
/// A bug is an exception; a refusal is an answer.
/// </summary>
/// <param name="Code">Stable snake_case code; each one is explained on /data/developers/errors/.</param>
/// <param name="Status">HTTP status, 400 to 599.</param>
/// <param name="Title">Short Chinese title, the same for every occurrence of the code.</param>
/// <param name="Detail">What happened here, what was kept and what to do, in plain Chinese.</param>
public sealed record Refusal(string Code, int Status, string Title, string Detail)
{
    /// <summary>The fields that were refused, if any.</summary>
    public IReadOnlyList<FieldRefusal> Fields { get; init; } = [];

    /// <summary>When it makes sense to try again (the Retry-After header), in seconds.</summary>
    public int? RetryAfterSeconds { get; init; }

    /// <summary>Further members of the problem document, e.g. <c>replacedBy</c> or <c>nearest</c>.</summary>
    public IReadOnlyDictionary<string, object?> More { get; init; } = new Dictionary<string, object?>();
}

/// <summary>One refused field of a request.</summary>
/// <param name="Field">Name as the client wrote it (camelCase).</param>
/// <param name="Code">Stable snake_case code.</param>
/// <param name="Message">Chinese sentence with the offending value and how to mend it.</param>
public sealed record FieldRefusal(string Field, string Code, string Message);
