namespace Jizhou.Public.Api.Platform.Http;

/// <summary>Carries a refusal out of plumbing that has no way to return one (a full write queue, a database that is gone).</summary>
public sealed class RefusedException(Refusal refusal, Exception? cause = null) : Exception(refusal.Code, cause)
{
    /// <summary>The answer the client gets.</summary>
    public Refusal Refusal { get; } = refusal;
}
