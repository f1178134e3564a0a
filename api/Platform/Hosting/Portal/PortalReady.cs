using Jizhou.Public.Api.Platform.Http;

namespace Jizhou.Public.Api.Platform.Hosting.Portal;

/// <summary>The built site has a home page.</summary>
public sealed class PortalReady(PortalFiles files) : IReadyCheck
{
    /// <inheritdoc />
    public string Part => "portal";

    /// <inheritdoc />
    public Task<string?> WhyNotAsync(CancellationToken cancellationToken)
        => Task.FromResult(files.TryFind("/", out _) ? null : "has no home page: build the project, or set Portal:Folder");
}
