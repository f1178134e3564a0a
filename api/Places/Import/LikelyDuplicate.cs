using System.Globalization;
using Jizhou.Public.Content;

namespace Jizhou.Public.Api.Places.Import;

/// <summary>Two places of one name that stand so close together that they may be one.</summary>
/// <param name="One">A place.</param>
/// <param name="Other">Another place.</param>
/// <param name="Metres">How far apart they are.</param>
public sealed record LikelyDuplicate(Place One, Place Other, double Metres)
{
    /// <summary>In words.</summary>
    public string Words =>
        string.Create(CultureInfo.InvariantCulture, $"可能重复：“{One.Name}”有两个点相距 {Metres:0} 米（{One.Id}、{Other.Id}），是一个点就在文件里合并");
}
