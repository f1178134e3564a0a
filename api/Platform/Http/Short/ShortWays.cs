using System.Collections.Concurrent;
using System.Diagnostics.CodeAnalysis;

namespace Jizhou.Public.Api.Platform.Http;

/// <summary>Answers a request at once, or says false and has touched nothing: then the long way answers.</summary>
public delegate bool ShortRead(HttpContext context, SharedHeaders.Writer headers, out Task answer);

/// <summary>The addresses that have a short way.</summary>
public sealed class ShortWays
{
    private readonly ConcurrentDictionary<string, ShortRead> _reads = new(StringComparer.Ordinal);

    /// <summary>Gives an address, exactly as spelt, a short way.</summary>
    public void Add(string path, ShortRead read) => _reads[path] = read;

    /// <summary>The short way of an address.</summary>
    public bool TryFind(string path, [NotNullWhen(true)] out ShortRead? read) => _reads.TryGetValue(path, out read);
}
