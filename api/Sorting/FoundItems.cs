using System.Buffers;
using System.Text.Json;
using Jizhou.Public.Api.Platform.Http;
using Jizhou.Public.Api.Sorting.Search;

namespace Jizhou.Public.Api.Sorting;

/// <summary>Writes found items from the JSON that the snapshot keeps ready, so that a search costs little more than its bytes.</summary>
internal sealed class FoundItems(SortingSnapshot snapshot, string query, ReadOnlyMemory<SearchHit> hits) : IResult
{
    [ThreadStatic]
    private static ArrayBufferWriter<byte>? s_buffer;

    /// <inheritdoc />
    public Task ExecuteAsync(HttpContext httpContext)
    {
        if (ConditionalGet.IsHeldByClient(httpContext, snapshot.Version))
        {
            return Task.CompletedTask;
        }

        var buffer = EmptyBuffer();
        Write(buffer);
        var response = httpContext.Response;
        response.ContentType = "application/json; charset=utf-8";
        response.ContentLength = buffer.WrittenCount;
        return response.BodyWriter.WriteAsync(buffer.WrittenMemory, httpContext.RequestAborted).AsTask();
    }

    // Of this thread: sending copies it before anything is awaited.
    private static ArrayBufferWriter<byte> EmptyBuffer()
    {
        s_buffer ??= new ArrayBufferWriter<byte>(16 * 1024);
        s_buffer.ResetWrittenCount();
        return s_buffer;
    }

    private void Write(IBufferWriter<byte> body)
    {
        body.Write("{\"query\":"u8);
        body.Write(JsonSerializer.SerializeToUtf8Bytes(query, JsonForm.Options));
        body.Write(",\"items\":["u8);
        for (var i = 0; i < hits.Length; i++)
        {
            if (i > 0)
            {
                body.Write(","u8);
            }

            Write(body, hits.Span[i]);
        }

        body.Write("],\"next\":null}"u8);
    }

    // The item's object without its closing brace, then why it was found.
    private void Write(IBufferWriter<byte> body, SearchHit hit)
    {
        if (hit.Match == MatchKind.Rule)
        {
            body.Write(JsonSerializer.SerializeToUtf8Bytes(snapshot.ByRule(hit, query), JsonForm.Options));
            return;
        }

        body.Write(snapshot.Json[hit.Item].AsSpan()[..^1]);
        body.Write(",\"match\":\""u8);
        body.Write(MatchWords.Utf8(hit.Match));
        body.Write("\",\"matched\":"u8);
        body.Write(snapshot.NameJson[hit.Name]);
        body.Write("}"u8);
    }
}
