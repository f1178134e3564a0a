using System.Text.Json;

namespace Jizhou.Public.Api.Places.Import.Formats;

/// <summary>Where in a JSON file the items stand, found by going through all of it once, so that a broken file is refused before anything is read.</summary>
/// <param name="Path">The names of the members that lead to the array; empty when the file is the array; null when there is no array of objects.</param>
/// <param name="Type">The root's member <c>type</c>, or null.</param>
/// <param name="Crs">The coordinate system the root names, or null.</param>
internal sealed record JsonShape(IReadOnlyList<string>? Path, string? Type, string? Crs)
{
    // Names under which portals put their records, the surest first.
    private static readonly string[] Usual = ["features", "elements", "records", "rows", "items", "data", "list", "results", "result", "points", "places", "sites"];

    /// <summary>Goes through the file; refuses what is no JSON, was cut off or is nested too deeply.</summary>
    public static JsonShape Of(Stream stream)
    {
        using (stream)
        {
            var walk = new Walk();
            var json = new ChunkedJson(stream);
            while (json.Next())
            {
                walk.See(json);
            }

            return new(Choose(walk.Arrays), walk.Type, walk.Crs);
        }
    }

    private static string[]? Choose(IReadOnlyList<string[]> arrays)
    {
        if (arrays.Count <= 1)
        {
            return arrays.Count == 0 ? null : arrays[0];
        }

        var usual = arrays.Where(path => path.Length > 0).OrderBy(path => Array.IndexOf(Usual, path[^1]) is >= 0 and var rank ? rank : int.MaxValue).ToList();
        return arrays.FirstOrDefault(path => path.Length == 0) ?? (Usual.Contains(usual[0][^1], StringComparer.Ordinal) && !usual[0][^1].Equals(usual[1][^1], StringComparison.Ordinal) ? usual[0] : null);
    }

    /// <summary>Remembers the names that lead to where the reader stands.</summary>
    private sealed class Walk
    {
        private const int Deepest = 3;

        private readonly Stack<(string? Name, bool IsArray)> _open = [];
        private readonly Dictionary<string, (string[] Path, bool OnlyObjects)> _arrays = new(StringComparer.Ordinal);
        private string? _name;

        public string? Type { get; private set; }

        public string? Crs { get; private set; }

        public IReadOnlyList<string[]> Arrays => [.. _arrays.Values.Where(array => array.OnlyObjects).Select(array => array.Path)];

        public void See(ChunkedJson json)
        {
            switch (json.Token)
            {
                case JsonTokenType.PropertyName:
                    _name = json.Text;
                    break;
                case JsonTokenType.StartObject or JsonTokenType.StartArray:
                    Open(json.Token == JsonTokenType.StartArray);
                    break;
                case JsonTokenType.EndObject or JsonTokenType.EndArray:
                    _open.Pop();
                    break;
                default:
                    Value(json);
                    break;
            }
        }

        private void Open(bool isArray)
        {
            CountItem(isObject: !isArray);
            _open.Push((_name, isArray));
            _name = null;
        }

        private void Value(ChunkedJson json)
        {
            CountItem(isObject: false);
            var path = _open.Count <= Deepest ? string.Join('.', Names().Append(_name)) : "";
            Type = path == "type" ? json.Text : Type;
            Crs = path is "crs.properties.name" or "crs" ? json.Text : path is "spatialReference.wkid" or "spatialReference.latestWkid" ? null : Crs;
            _name = null;
        }

        /// <summary>Only arrays that no other array holds: lists inside an item belong to it.</summary>
        private void CountItem(bool isObject)
        {
            if (_open.Count > 0 && _open.Peek().IsArray && _open.Count <= Deepest + 1 && _open.Count(open => open.IsArray) == 1)
            {
                var path = Names().ToArray();
                var key = string.Join('\n', path);
                _arrays[key] = (path, isObject && (!_arrays.TryGetValue(key, out var known) || known.OnlyObjects));
            }
        }

        private IEnumerable<string> Names() => _open.Reverse().Select(open => open.Name).OfType<string>();
    }
}
