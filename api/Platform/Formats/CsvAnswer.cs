using Microsoft.AspNetCore.Http.HttpResults;

namespace Jizhou.Public.Api.Platform.Formats;

/// <summary>Sends a table as a CSV file.</summary>
public static class CsvAnswer
{
    /// <summary>The media type, with what RFC 4180 lets a reader know.</summary>
    public const string MediaType = "text/csv; charset=utf-8; header=present";

    /// <summary>The answer; a browser offers it under the file name.</summary>
    public static FileContentHttpResult ToFile(this CsvText table, string fileName, bool withMark) =>
        TypedResults.File(table.ToUtf8(withMark), MediaType, fileName);
}
