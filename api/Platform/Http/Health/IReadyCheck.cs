namespace Jizhou.Public.Api.Platform.Http;

/// <summary>One part that must work before this node should get traffic. The cache server is never one: we work without it.</summary>
public interface IReadyCheck
{
    /// <summary>Short name, e.g. <c>database</c>.</summary>
    string Part { get; }

    /// <summary>Null when it works, else why not, without secrets. Must not throw and not wait longer than a second or two.</summary>
    Task<string?> WhyNotAsync(CancellationToken cancellationToken);
}
