using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace Jizhou.Public.Content;

/// <summary>Turns YAML text into a <see cref="YamlMap"/> that knows its line numbers.</summary>
public static class YamlFile
{
    /// <summary>Parses text whose first line stands at <paramref name="firstLine"/> of the file; broken YAML becomes a problem and an empty map.</summary>
    public static YamlMap Parse(ContentSource source, string file, string text, int firstLine)
    {
        var empty = new YamlMap(source, file, firstLine, new YamlMappingNode());
        try
        {
            var stream = new YamlStream();
            stream.Load(new StringReader(text));
            if (stream.Documents.Count == 0)
            {
                return empty;
            }

            if (stream.Documents[0].RootNode is YamlMappingNode map)
            {
                return new YamlMap(source, file, firstLine, map);
            }

            source.ReportUnreadable(file, firstLine, "the file does not start with \"key: value\" pairs", "begin with a key in the first column, as the other files do");
        }
        catch (YamlException broken)
        {
            source.ReportUnreadable(file, (int)broken.Start.Line + firstLine - 1, $"this is not valid YAML: {Reason(broken)}",
                "check the indentation (spaces only), a colon inside an unquoted text, a key given twice, or a quote that is not closed");
        }

        return empty;
    }

    // A duplicate key arrives wrapped; the inner message is the one that names the key.
    private static string Reason(YamlException broken) => broken.InnerException?.Message ?? broken.Message;
}
