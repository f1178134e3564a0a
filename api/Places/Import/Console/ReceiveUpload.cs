using System.Text;
using Jizhou.Public.Api.Platform.Operators;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Net.Http.Headers;

namespace Jizhou.Public.Api.Places.Import.ConsolePages;

/// <summary>What came of receiving a form with a file.</summary>
public enum Received
{
    /// <summary>All of it.</summary>
    Whole,

    /// <summary>Not from our page, or the page was too old.</summary>
    Stale,

    /// <summary>Without a file, or with an empty one.</summary>
    NoFile,

    /// <summary>The file is too large.</summary>
    TooLarge,
}

/// <summary>Receives a form with a large file part by part: the file goes to the disk as it comes, and not before the token that stands at the beginning was checked.</summary>
public sealed class ReceiveUpload
{
    private const int LongestField = 64 * 1024;
    private const int MostFields = 200;
    private readonly Dictionary<string, string[]> _fields = new(StringComparer.Ordinal);

    /// <summary>The fields before the file.</summary>
    public IReadOnlyDictionary<string, string[]> Fields => _fields;

    /// <summary>The name the browser gives the file.</summary>
    public string FileName { get; private set; } = "";

    /// <summary>Reads the request; the file of at most <paramref name="mostBytes"/> is written to <paramref name="path"/>. A larger one is read to its end, up to twice as much, so that the browser hears the answer.</summary>
    public async Task<Received> ReadAsync(HttpContext http, string path, long mostBytes, CancellationToken cancellationToken)
    {
        if (http.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } size)
        {
            size.MaxRequestBodySize = (2 * mostBytes) + (MostFields * LongestField);
        }

        if (!MediaTypeHeaderValue.TryParse(http.Request.ContentType, out var type) || HeaderUtilities.RemoveQuotes(type.Boundary) is not { Length: > 0 and <= 200 } boundary)
        {
            return Received.Stale;
        }

        try
        {
            return await ReadPartsAsync(http, new MultipartReader(boundary.Value!, http.Request.Body), path, mostBytes, cancellationToken);
        }
        catch (BadHttpRequestException failure) when (failure.StatusCode == StatusCodes.Status413PayloadTooLarge)
        {
            return Received.TooLarge;
        }
        catch (InvalidDataException)
        {
            return Received.Stale;
        }
        catch (IOException) when (!cancellationToken.IsCancellationRequested && !http.RequestAborted.IsCancellationRequested)
        {
            return Received.NoFile; // cut off in the middle
        }
    }

    private async Task<Received> ReadPartsAsync(HttpContext http, MultipartReader parts, string path, long mostBytes, CancellationToken cancellationToken)
    {
        var isOurs = false;
        for (var count = 0; count < MostFields && await parts.ReadNextSectionAsync(cancellationToken) is { } part; count++)
        {
            if (!ContentDispositionHeaderValue.TryParse(part.ContentDisposition, out var disposition))
            {
                continue;
            }

            if (!disposition.IsFileDisposition())
            {
                await AddAsync(HeaderUtilities.RemoveQuotes(disposition.Name).Value ?? "", part.Body, cancellationToken);
                continue;
            }

            isOurs = isOurs || await FormGate.IsOursAsync(http, _fields.GetValueOrDefault(FormGate.Field)?[0] ?? "");
            if (!isOurs)
            {
                return Received.Stale;
            }

            FileName = CleanName(HeaderUtilities.RemoveQuotes(disposition.FileNameStar.HasValue ? disposition.FileNameStar : disposition.FileName).Value ?? "");
            return await SaveAsync(part.Body, path, mostBytes, cancellationToken);
        }

        return isOurs || await FormGate.IsOursAsync(http, _fields.GetValueOrDefault(FormGate.Field)?[0] ?? "") ? Received.NoFile : Received.Stale;
    }

    private static async Task<Received> SaveAsync(Stream body, string path, long mostBytes, CancellationToken cancellationToken)
    {
        await using var file = new FileStream(path, FileMode.CreateNew, FileAccess.Write, FileShare.None, 1, FileOptions.Asynchronous);
        var piece = new byte[64 * 1024];
        long sum = 0;
        for (int read; (read = await body.ReadAsync(piece, cancellationToken)) > 0;)
        {
            sum += read;
            if (sum <= mostBytes)
            {
                await file.WriteAsync(piece.AsMemory(0, read), cancellationToken);
            }
        }

        return sum switch { 0 => Received.NoFile, _ when sum > mostBytes => Received.TooLarge, _ => Received.Whole };
    }

    private async Task AddAsync(string name, Stream body, CancellationToken cancellationToken)
    {
        var bytes = new byte[LongestField + 1];
        var length = await body.ReadAtLeastAsync(bytes, bytes.Length, throwOnEndOfStream: false, cancellationToken);
        if (length > LongestField)
        {
            throw new InvalidDataException("a field is too long");
        }

        _fields[name] = [.. _fields.GetValueOrDefault(name) ?? [], Encoding.UTF8.GetString(bytes, 0, length)];
    }

    private static string CleanName(string name)
    {
        var plain = new string([.. name[(name.LastIndexOfAny(['/', '\\']) + 1)..].Where(letter => !char.IsControl(letter))]);
        return plain.Length > 100 ? plain[^100..] : plain;
    }
}
