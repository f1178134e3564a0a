using System.Text.Encodings.Web;
using System.Text.Json;

namespace Jizhou.Public.Content;

/// <summary>
/// Writes the search index as the one small file that the pages search without a network. Lines of an item: <c>name|category|…</c>, the category as
/// its place in <c>categories</c>, then <c>+part</c> and <c>alias</c>. An id is the reading of the name unless <c>ids</c> says otherwise; a
/// reading is that of the characters one by one unless <c>spoken</c> does.
/// </summary>
public static class SearchIndexFile
{
    private static readonly JsonSerializerOptions Compact = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The file.</summary>
    public static string Write(SearchIndex index) => JsonSerializer.Serialize(new
    {
        categories = index.Categories,
        items = index.Items.Select((item, i) => Line(item, index.Names[i], index)),
        ids = index.Items.Select((item, i) => (item, i)).Where(p => p.item.Id != IdOf(index.Names[p.i][0])).ToDictionary(p => p.i.ToString(System.Globalization.CultureInfo.InvariantCulture), p => p.item.Id),
        spoken = string.Join('|', index.Names.SelectMany(n => n).Where(n => n.Reading != OneByOne(n.Text, index)).DistinctBy(n => n.Text).Select(n => $"{n.Text}={n.Reading}")),
        readings = string.Join(' ', index.Readings.GroupBy(r => r.Value).Select(g => g.Key + string.Concat(g.Select(p => p.Key)))),
        traditional = string.Concat(index.Simplified.Select(p => $"{p.Key}{p.Value}")),
        words = string.Join(' ', index.QuestionWords),
        rules = index.Rules.Select(r => string.Join('|', r.Id, r.Category is null ? "" : Place(r.Category, index), string.Join(' ', r.With), string.Join(' ', r.Ends), string.Join(' ', r.From), r.Say)),
    }, Compact);

    private static string Line(SortingItem item, IReadOnlyList<IndexedName> names, SearchIndex index) =>
        string.Join('|', names.Skip(1).Select(n => n.Kind == NameKind.Part ? "+" + n.Text : n.Text).Prepend(Place(item.Category, index)).Prepend(item.Name));

    private static string Place(string category, SearchIndex index) =>
        index.Categories.ToList().IndexOf(category).ToString(System.Globalization.CultureInfo.InvariantCulture);

    private static string IdOf(IndexedName name) => name.Reading.Replace(' ', '-');

    // A name with Latin letters or digits is never read one by one: its reading is written out.
    private static string OneByOne(string name, SearchIndex index) =>
        name.Any(char.IsAsciiLetterOrDigit) ? "" : string.Join(' ', name.Where(index.Readings.ContainsKey).Select(c => index.Readings[c]));
}
