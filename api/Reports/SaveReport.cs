using System.Data.Common;
using Jizhou.Public.Api.Platform.Http;
using Jizhou.Public.Api.Platform.Persistence;
using Jizhou.Public.Api.Platform.Text;

namespace Jizhou.Public.Api.Reports;

/// <summary>Keeps a report, or finds the one that the same request made before; joins it to the case it belongs to. The API and the form share it.</summary>
public static class SaveReport
{
    /// <summary>The report with its case. Refuses a key that answered another body.</summary>
    public static Task<ReportView> RunAsync(ReportWish wish, RequestKeys? keys, ReportDesk desk, CancellationToken cancellationToken) =>
        desk.Database.WriteAsync(async tx =>
        {
            var report = await KnownAsync(tx, keys, desk) ?? await NewAsync(tx, wish, keys, desk);
            return await ReportView.ReadAsync(tx.Open(), report, desk, tx);
        }, cancellationToken);

    private static async Task<StoredReport?> KnownAsync(DbTransaction tx, RequestKeys? keys, ReportDesk desk)
    {
        if (keys is null)
        {
            return null;
        }

        await Gate.PassAsync(tx, desk.Database.Dialect, "report key " + keys.Request);
        var known = await ReportStore.FindByRequestAsync(tx, keys.Request);
        return known is not { } found || found.Body == keys.Body ? known?.Report : throw new RefusedException(PlatformRefusals.KeyIsReused());
    }

    // Behind a gate, so that two at the same moment do not both become the first.
    private static async Task<StoredReport> NewAsync(DbTransaction tx, ReportWish wish, RequestKeys? keys, ReportDesk desk)
    {
        await Gate.PassAsync(tx, desk.Database.Dialect, $"report {wish.Kind.Code} {wish.Place?.Id}");
        var (today, now, book) = (desk.Clock.Today, desk.Clock.Now, desk.Facts.Book);
        var open = await ReportStore.OpenAsync(tx, wish.Kind.Code, wish.Place?.Id, today.AddDays(-book.JoinDays));
        var report = new StoredReport(SpokenNumber.New().Text, JoinRule.First(wish, open, book, today)?.Ticket, wish.Kind.Code, wish.Place?.Id, wish.Place?.Name,
            wish.Township, wish.Village, wish.Position, ReportState.Received, null, today, desk.Facts.AnswerBy(wish.Kind, today), now, now,
            desk.Secrets.Seal(new Personal(wish.Phone?.Digits, wish.Note)), wish.Photo is not null);
        await ReportStore.InsertAsync(tx, report, wish.Phone is { } phone ? desk.Secrets.Key("phone", phone.Digits) : "", keys);
        if (wish.Photo is { } photo)
        {
            await PhotoStore.InsertAsync(tx, report.Ticket, new StoredPhoto(photo.MediaType, photo.Turn, desk.Secrets.SealPhoto(photo.Bytes)));
        }

        return report;
    }
}
