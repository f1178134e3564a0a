namespace Jizhou.Public.Api.Platform.Http;

/// <summary>
/// What all refusals of one code share. A feature keeps its kinds as static readonly fields of <c>XxxRefusals</c>, so that
/// <see cref="RefusalCatalogue"/> finds them and a test can hold them against /data/developers/errors/.
/// </summary>
/// <param name="Code">Stable snake_case code.</param>
/// <param name="Status">HTTP status.</param>
/// <param name="Title">Short Chinese title.</param>
/// <param name="Meaning">For developers: when it comes and what to do, one Chinese sentence.</param>
public sealed record RefusalKind(string Code, int Status, string Title, string Meaning)
{
    /// <summary>A refusal of this kind with what happened here.</summary>
    public Refusal Because(string detail) => new(Code, Status, Title, detail);
}
