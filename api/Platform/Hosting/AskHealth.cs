namespace Jizhou.Public.Api.Platform.Hosting;

/// <summary><c>-- health ADDRESS</c>: asks a running server whether it lives, for a container's health check.</summary>
public static class AskHealth
{
    /// <summary>0 when it answers, 1 when not.</summary>
    public static async Task<int> RunAsync(IServiceProvider services, IReadOnlyList<string> words, CancellationToken cancellationToken)
    {
        if (words.Count == 0 || !Uri.TryCreate(words[0], UriKind.Absolute, out var address))
        {
            throw new StartFailedException("health 后面要写地址。", "Usage: health http://127.0.0.1:5080");
        }

        try
        {
            using var client = new HttpClient { Timeout = TimeSpan.FromSeconds(2) };
            using var answer = await client.GetAsync(new Uri(address, "/healthz"), cancellationToken);
            return answer.IsSuccessStatusCode ? 0 : 1;
        }
        catch (Exception failure) when (failure is HttpRequestException or TaskCanceledException)
        {
            throw new StartFailedException($"{address} 没有回答。", failure.Message, failure);
        }
    }
}
