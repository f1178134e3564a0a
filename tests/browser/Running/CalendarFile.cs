namespace Jizhou.Public.BrowserTests.Running;

/// <summary>A calendar file as another program would read it: lines unfolded (RFC 5545, 3.1), one event.</summary>
public sealed class CalendarFile
{
    private readonly Dictionary<string, string> _values = new(StringComparer.Ordinal);

    private CalendarFile(string text)
    {
        Assert.DoesNotMatch("(?<!\r)\n", text); // lines end in CRLF
        var lines = text.Replace("\r\n ", "", StringComparison.Ordinal).Split("\r\n", StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal(("BEGIN:VCALENDAR", "END:VCALENDAR"), (lines[0], lines[^1]));
        Assert.Equal(1, lines.Count(line => line == "BEGIN:VEVENT"));
        foreach (var line in lines.SkipWhile(line => line != "BEGIN:VEVENT").TakeWhile(line => line != "BEGIN:VALARM" && line != "END:VEVENT"))
        {
            var (head, value) = (line[..line.IndexOf(':', StringComparison.Ordinal)], line[(line.IndexOf(':', StringComparison.Ordinal) + 1)..]);
            _values[head.Split(';')[0]] = value.Replace("\\,", ",", StringComparison.Ordinal).Replace("\\n", "\n", StringComparison.Ordinal);
        }
    }

    /// <summary>A property of the event, unescaped; fails when it is missing.</summary>
    public string this[string name] => _values.TryGetValue(name, out var value) ? value : throw new Xunit.Sdk.XunitException($"the event has no {name}, only {string.Join(' ', _values.Keys)}");

    /// <summary>Reads a file.</summary>
    public static async Task<CalendarFile> ReadAsync(string path) => new(await File.ReadAllTextAsync(path));
}
