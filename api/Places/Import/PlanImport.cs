using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Jizhou.Public.Api.Places.Geo;
using Jizhou.Public.Content;

namespace Jizhou.Public.Api.Places.Import;

/// <summary>Compares a file with what is on record: a pure function, run for the dry run and again inside the transaction.</summary>
public static class PlanImport
{
    private const double NearMetres = 15;
    private const int MostDuplicates = 20;

    /// <summary>What applying the file would do.</summary>
    public static ImportReport Of(ImportFile file, PlacesOnRecord record, ImportScope scope, ImportChoices? choices = null)
    {
        var real = file.Drafts.Any(draft => !draft.Sample);
        var matches = MatchDrafts.Of(file.Drafts, [.. record.Standing.Where(place => !place.Sample || file.Drafts.Any(draft => draft.Sample && draft.Id == place.Id))]);
        var (refused, changes) = Changes(file, record, matches, choices ?? ImportChoices.None);
        var kept = changes.Select(change => change.Before?.Id).OfType<string>().ToHashSet(StringComparer.Ordinal);

        var spared = refused.Select(row => row.Row).SelectMany(row => row.Cells).Where(cell => cell.Length > 0).ToHashSet(StringComparer.Ordinal);
        var inScope = record.Standing.Where(place => !place.Sample && scope.Holds(place)).ToList();
        var absent = inScope.Where(place => !kept.Contains(place.Id)).ToList();
        var removed = absent.Where(place => !spared.Contains(place.Id) && !spared.Contains(place.Name)).ToList();
        var retired = real ? record.Standing.Where(place => place.Sample && !kept.Contains(place.Id)).ToList() : [];
        var duplicates = Duplicates(changes, record, [.. removed, .. retired]).ToList();
        List<string> notices = [.. file.Notices, .. duplicates.Select(pair => pair.Words)];
        if (absent.Count > removed.Count)
        {
            notices.Add($"{absent.Count - removed.Count} 个点没有撤：它们的行被退回了，改好再导入");
        }

        return new ImportReport
        {
            Added = [.. changes.Where(change => change.Before is null).Select(change => change.After!)],
            Changed = [.. changes.Where(change => change.Before is not null && !IsSame(change))],
            Unchanged = changes.Count(change => change.Before is not null && IsSame(change)),
            Removed = removed, Retired = retired, InScope = inScope.Count, Refused = refused, Notices = notices, Duplicates = duplicates,
        };
    }

    private static (List<RefusedRow> Refused, List<PlannedChange> Changes) Changes(ImportFile file, PlacesOnRecord record, IReadOnlyDictionary<Draft, Place> matches, ImportChoices choices)
    {
        List<RefusedRow> refused = [.. file.Refused];
        List<PlannedChange> changes = [];
        var standing = record.Standing.Select(place => place.Id).ToHashSet(StringComparer.Ordinal);
        var removed = record.Removed.ToDictionary(place => place.Id, StringComparer.Ordinal);
        foreach (var draft in file.Drafts)
        {
            if (matches.TryGetValue(draft, out var before))
            {
                changes.Add(new(before, draft.Over(before)));
                continue;
            }

            var id = draft.Id ?? NewId(draft, standing, removed);
            if (choices.Same.TryGetValue(id, out var same) && Merge(draft, same, record, changes))
            {
                continue;
            }

            var former = removed.GetValueOrDefault(id);
            if (standing.Contains(id) || (former is { Sample: true } && !draft.Sample))
            {
                refused.Add(new(draft.Row, "id", id, "这个编号给过示例点，不能再用"));
                continue;
            }

            standing.Add(id);
            changes.Add(new(null, draft.Over(former ?? new Place { Id = id, Name = draft.Name, Kind = draft.Kind, Source = "" })));
        }

        return (refused, changes);
    }

    /// <summary>Takes a row as another one's place: it changes the place on record, or goes into the new place that came before it.</summary>
    private static bool Merge(Draft draft, string same, PlacesOnRecord record, List<PlannedChange> changes)
    {
        var at = changes.FindIndex(change => change.After!.Id == same);
        if (at >= 0)
        {
            changes[at] = changes[at] with { After = changes[at].After! with { Accepts = [.. changes[at].After!.Accepts.Union(draft.Accepts, StringComparer.Ordinal)] } };
            return true;
        }

        if (record.Standing.FirstOrDefault(place => place.Id == same) is not { } standing)
        {
            return false;
        }

        changes.Add(new(standing, draft.Over(standing)));
        return true;
    }

    private static bool IsSame(PlannedChange change) => PlaceRecord.Of(change.Before!) == PlaceRecord.Of(change.After!);

    /// <summary>An id that follows from what the row says, so that a place that was taken out and comes back is the same one.</summary>
    private static string NewId(Draft draft, HashSet<string> standing, Dictionary<string, Place> removed)
    {
        var key = string.Create(
            CultureInfo.InvariantCulture, $"{draft.Name}\n{draft.Kind}\n{draft.Township}\n{draft.Village}\n{draft.Address}\n{draft.Position?.Lng:R}\n{draft.Position?.Lat:R}");
        var hash = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(key)).AsSpan(0, 6));
        var ids = Enumerable.Range(1, int.MaxValue).Select(number => number == 1 ? $"p-{hash}" : string.Create(CultureInfo.InvariantCulture, $"p-{hash}-{number}"));
        return ids.First(id => !standing.Contains(id) && (!removed.TryGetValue(id, out var former) || former.Name == draft.Name));
    }

    /// <summary>Places of one name within 15 m of each other, of which the file holds at least one.</summary>
    private static IEnumerable<LikelyDuplicate> Duplicates(List<PlannedChange> changes, PlacesOnRecord record, List<Place> gone)
    {
        var after = changes.Select(change => change.After!).ToList();
        var ids = after.Select(place => place.Id).Concat(gone.Select(place => place.Id)).ToHashSet(StringComparer.Ordinal);
        var fresh = after.Select(place => place.Id).ToHashSet(StringComparer.Ordinal);
        var pairs =
            from name in after.Concat(record.Standing.Where(place => !ids.Contains(place.Id))).Where(place => place.Position is not null).GroupBy(place => place.Name)
            let list = name.OrderBy(place => place.Id, StringComparer.Ordinal).ToList()
            where list.Count is > 1 and < 200
            from i in Enumerable.Range(0, list.Count)
            from other in list.Skip(i + 1)
            where fresh.Contains(list[i].Id) || fresh.Contains(other.Id)
            let metres = Metres(list[i], other)
            where metres <= NearMetres
            select new LikelyDuplicate(list[i], other, metres);
        return pairs.Take(MostDuplicates);
    }

    private static double Metres(Place one, Place other) =>
        GreatCircle.Metres(Position.At(one.Position!.Value.Lng, one.Position.Value.Lat), Position.At(other.Position!.Value.Lng, other.Position.Value.Lat));
}
