using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;
using Jizhou.Public.Content;

namespace Jizhou.Public.Site.Build;

/// <summary>The villages that may be chosen, by township, as small as it can be written: <c>{"120119100":[["120119100201","东北隅村"],…]}</c>.</summary>
public static class VillageList
{
    private static readonly JsonSerializerOptions Options = new() { Encoder = JavaScriptEncoder.Create(UnicodeRanges.All) };

    /// <summary>Writes the list; a 虚拟社区, which nobody lives in, is left out.</summary>
    public static string Write(Geography geography) => JsonSerializer.Serialize(
        geography.Townships.ToDictionary(
            township => township.Code,
            township => geography.Villages
                .Where(village => village.Offered && village.Township == township.Code)
                .Select(village => new[] { village.Code, village.Name })),
        Options);
}
