namespace Jizhou.Public.Api.Places.Import;

/// <summary>The file does not say in which datum its positions are: whoever imports it has to be asked.</summary>
/// <param name="message">Chinese, and shows where the first points would lie.</param>
/// <param name="samples">The first positions as the file writes them.</param>
public sealed class CrsUnknownException(string message, IReadOnlyList<(double X, double Y)> samples) : ImportFailedException(message)
{
    /// <summary>The first positions as the file writes them; (0, 0) for one that cannot be read.</summary>
    public IReadOnlyList<(double X, double Y)> Samples { get; } = samples;
}
