using Jizhou.Public.Api.Platform.Hosting;
using Jizhou.Public.Api.Platform.Http;

namespace Jizhou.Public.Api.Platform.Security;

/// <summary>The key ring can be read, and it is the one the program started with, perhaps rotated.</summary>
public sealed class KeysReady(KeyFolder folder, LiveKeyRing ring) : IReadyCheck
{
    /// <inheritdoc />
    public string Part => "keys";

    /// <inheritdoc />
    public Task<string?> WhyNotAsync(CancellationToken cancellationToken) => Task.FromResult(WhyNot());

    private string? WhyNot()
    {
        try
        {
            return KeyRingFile.Load(folder).Fingerprint == ring.Current.Fingerprint ? null : "are not the ones this program started with";
        }
        catch (Exception failure) when (failure is StartFailedException or IOException or UnauthorizedAccessException)
        {
            return "cannot be read";
        }
    }
}
