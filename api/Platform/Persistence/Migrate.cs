namespace Jizhou.Public.Api.Platform.Persistence;

/// <summary><c>-- migrate</c>: brings the schema up to this program without serving.</summary>
public static class Migrate
{
    /// <summary>The schema is already brought up before any command runs; this says so.</summary>
    public static Task<int> RunAsync(IServiceProvider services, IReadOnlyList<string> words, CancellationToken cancellationToken)
    {
        var dialect = services.GetRequiredService<IDatabase>().Dialect;
        Console.WriteLine($"The schema is at script {SchemaScripts.Of(dialect)[^1].Name}.");
        return Task.FromResult(0);
    }
}
