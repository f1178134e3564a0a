using Jizhou.Public.Api.Platform.Security;

namespace Jizhou.Public.Api.Places.Photos;

/// <summary>Erases photos some time after they were replaced, taken off, or their place removed.</summary>
public sealed class ErasePhotos(PlacePhotoStore store) : IExpiringData
{
    /// <inheritdoc />
    public (string Chinese, string English) Name => ("张不再显示的点位照片", "photos of places");

    /// <inheritdoc />
    public Task<int> EraseAsync(CancellationToken cancellationToken) => store.SweepAsync(cancellationToken);
}
