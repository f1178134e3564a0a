using System.Collections.Concurrent;
using System.Net;
using System.Text;
using Jizhou.Public.ApiTests.Platform.Hosting;

namespace Jizhou.Public.ApiTests.Operation;

/// <summary>A collector on a loopback port: takes OTLP over HTTP and reads the protobuf by the wire format alone, with none of the sender's code.</summary>
public sealed class OtlpReceiver : IDisposable
{
    private readonly HttpListener _listener = new();
    private readonly ConcurrentDictionary<string, ConcurrentBag<string>> _metrics = new(StringComparer.Ordinal);

    /// <summary>Listens at once.</summary>
    public OtlpReceiver()
    {
        Address = $"http://127.0.0.1:{ServerProcess.FreePort()}";
        _listener.Prefixes.Add(Address + "/");
        _listener.Start();
        _ = Task.Run(ListenAsync);
    }

    /// <summary>As <c>Telemetry:Otlp</c> wants it.</summary>
    public string Address { get; }

    /// <summary>The metrics that came, each with every text that stood in its data (tags and their values).</summary>
    public IReadOnlyDictionary<string, IReadOnlyCollection<string>> Metrics => _metrics.ToDictionary(m => m.Key, m => (IReadOnlyCollection<string>)[.. m.Value], StringComparer.Ordinal);

    /// <inheritdoc />
    public void Dispose() => _listener.Close();

    private async Task ListenAsync()
    {
        while (_listener.IsListening)
        {
            try
            {
                var context = await _listener.GetContextAsync();
                using var body = new MemoryStream();
                await context.Request.InputStream.CopyToAsync(body);
                if (context.Request.Url!.AbsolutePath == "/v1/metrics" && context.Request.ContentType == "application/x-protobuf")
                {
                    Read(body.ToArray());
                }

                context.Response.Close();
            }
            catch (Exception stopped) when (stopped is HttpListenerException or ObjectDisposedException)
            {
                return;
            }
        }
    }

    // ExportMetricsServiceRequest.resource_metrics = 1 · ResourceMetrics.scope_metrics = 2 · ScopeMetrics.metrics = 2 · Metric.name = 1
    private void Read(byte[] request)
    {
        foreach (var metric in Fields(request, 1).SelectMany(resource => Fields(resource, 2)).SelectMany(scope => Fields(scope, 2)))
        {
            var texts = _metrics.GetOrAdd(Encoding.UTF8.GetString(Fields(metric, 1).Single()), _ => []);
            foreach (var text in Texts(metric))
            {
                texts.Add(text);
            }
        }
    }

    /// <summary>The length-delimited fields with a number.</summary>
    private static IEnumerable<byte[]> Fields(byte[] message, int number) => All(message).Where(field => field.Number == number).Select(field => field.Bytes);

    // Every text at any depth: a field that is no message is tried as text.
    private static IEnumerable<string> Texts(byte[] message)
    {
        foreach (var (_, bytes) in All(message))
        {
            if (bytes.Length > 0 && bytes.All(b => b is >= 32 and < 127 or >= 128))
            {
                yield return Encoding.UTF8.GetString(bytes);
            }

            foreach (var inner in Texts(bytes))
            {
                yield return inner;
            }
        }
    }

    private static List<(int Number, byte[] Bytes)> All(byte[] message)
    {
        List<(int, byte[])> fields = [];
        var at = 0;
        while (at < message.Length)
        {
            if (!Varint(message, ref at, out var tag))
            {
                return [];
            }

            switch (tag & 7)
            {
                case 0 when Varint(message, ref at, out _):
                    break;
                case 1:
                    at += 8;
                    break;
                case 5:
                    at += 4;
                    break;
                case 2 when Varint(message, ref at, out var length) && length <= (ulong)(message.Length - at):
                    fields.Add(((int)(tag >> 3), message[at..(at + (int)length)]));
                    at += (int)length;
                    break;
                default:
                    return []; // no message after all
            }
        }

        return at == message.Length ? fields : [];
    }

    private static bool Varint(byte[] message, ref int at, out ulong value)
    {
        value = 0;
        for (var shift = 0; shift < 64 && at < message.Length; shift += 7)
        {
            var next = message[at++];
            value |= (ulong)(next & 127) << shift;
            if (next < 128)
            {
                return true;
            }
        }

        return false;
    }
}
