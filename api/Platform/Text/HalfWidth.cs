namespace Jizhou.Public.Api.Platform.Text;

/// <summary>
/// Full-width letters, digits and signs (１２３，Ａ) as their ordinary forms. By hand, because Unicode compatibility
/// normalisation does nothing for them while InvariantGlobalization is on.
/// </summary>
public static class HalfWidth
{
    /// <summary>The text with every full-width character replaced; others stay as they are.</summary>
    public static string Of(string text) => string.Create(text.Length, text, static (span, source) =>
    {
        for (var i = 0; i < source.Length; i++)
        {
            span[i] = source[i] switch
            {
                >= '\uFF01' and <= '\uFF5E' => (char)(source[i] - 0xFEE0),
                '\u3000' => ' ',
                var c => c,
            };
        }
    });
}
