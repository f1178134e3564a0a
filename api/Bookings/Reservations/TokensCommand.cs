using Jizhou.Public.Api.Platform.Operators;
using Jizhou.Public.Api.Platform.Operators.Audit;
using Jizhou.Public.Api.Platform.Persistence;
using Jizhou.Public.Api.Platform.Text;

namespace Jizhou.Public.Api.Bookings.Reservations;

/// <summary><c>-- tokens revoke REFERENCE | --all</c>: makes the links of one booking, or of all, open nothing any more. The bookings stay; reference and phone ending give a fresh link.</summary>
public static class TokensCommand
{
    /// <summary>First word.</summary>
    public const string Name = "tokens";

    /// <summary>How it is written.</summary>
    public const string Usage = "tokens revoke REFERENCE | tokens revoke --all";

    /// <summary>What is noted about it.</summary>
    public static readonly AuditAction Revoked = new("booking-tokens-revoke", "作废预约链接");

    /// <summary>Runs it, beside a running server if need be; 0 when done, 1 when no booking has this number.</summary>
    public static async Task<int> RunAsync(IServiceProvider services, IReadOnlyList<string> words, CancellationToken cancellationToken)
    {
        var read = new Words(words, Usage, [], "all");
        var reference = (read.Plain, read.Has("all")) switch
        {
            (["revoke"], true) => null,
            (["revoke", var written], false) => SpokenNumber.TryParse(written, out var parsed) ? parsed.Text : throw read.Wrong($"“{written}”不是预约号"),
            _ => throw read.Wrong("应为 revoke 和一个预约号，或 revoke --all"),
        };
        var (database, audit) = (services.GetRequiredService<IDatabase>(), services.GetRequiredService<AuditLog>());
        var revoked = await database.WriteAsync(async tx =>
        {
            if (reference is not null && await BookingStore.FindAsync(tx.Open(), reference, tx) is null)
            {
                return -1;
            }

            var count = await TokenStore.RevokeAsync(tx, reference);
            await audit.NoteAsync(tx, Actor.CommandLine, Revoked, reference ?? "", $"作废{(reference is null ? "全部预约" : "一个预约")}的链接 {count} 个");
            return count;
        }, cancellationToken);
        Console.WriteLine(revoked < 0 ? "没有这个预约号的预约。" : $"已作废 {revoked} 个链接。预约都还在，用预约号和电话后四位可以再打开。");
        return revoked < 0 ? 1 : 0;
    }
}
