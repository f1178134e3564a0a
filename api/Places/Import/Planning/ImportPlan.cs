using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Jizhou.Public.Api.Places.Import.Reading;
using Jizhou.Public.Api.Places.Import.Rows;
using Jizhou.Public.Content;

namespace Jizhou.Public.Api.Places.Import.Planning;

/// <summary>What happens to a place on record.</summary>
public enum PlannedEffect
{
    /// <summary>Nothing.</summary>
    None,

    /// <summary>It says something else afterwards.</summary>
    Changed,

    /// <summary>It goes, because a file that claims to be complete lacks it.</summary>
    Removed,

    /// <summary>A sample goes because real places come.</summary>
    Retired,

    /// <summary>A place that was removed comes back.</summary>
    Added,
}

/// <summary>
/// Compares a file with what is on record: no I/O, and the record is gone through twice in one order instead of being held. <see cref="Note"/> every
/// place, then <see cref="Decide"/>, then <see cref="Compare(Place)"/> every place again, then <see cref="Additions"/>; the report is complete at the end.
/// </summary>
public sealed class ImportPlan(ImportFile file, ImportScope scope, ImportChoices choices)
{
    private readonly PackedList<RecordKey> _records = new();
    private readonly Dictionary<int, int> _suffixes = [];
    private readonly HashSet<int> _left = []; // drafts that become no place of their own
    private readonly Dictionary<int, Place> _asked = []; // records that messages name, as they are afterwards
    private IReadOnlyList<(int One, int Other, double Metres)> _pairs = [];
    private Matches? _matches;
    private int _compared;
    private bool _isReal;

    /// <summary>What was found.</summary>
    public ImportReport Report { get; } = new() { Refused = file.Refusals.Shown };

    /// <summary>The rows to give back.</summary>
    public RefusedRows Refusals => file.Refusals;

    /// <summary>Takes notice of a place on record.</summary>
    public void Note(Place place, bool isRemoved)
    {
        var inScope = !isRemoved && !place.Sample && scope.Holds(place);
        Report.InScope += inScope ? 1 : 0;
        _records.Add(new(PlaceKey.Of(place), isRemoved, place.Sample, inScope));
    }

    /// <summary>Finds what belongs together, what is new and what is missing.</summary>
    public void Decide()
    {
        PackedList<PlaceKey> keys = new();
        PackedList<bool> samples = new();
        foreach (var draft in file.Drafts)
        {
            keys.Add(PlaceKey.Of(draft));
            samples.Add(draft.Says.Sample);
            _isReal |= !draft.Says.Sample;
        }

        _matches = MatchDrafts.Of(keys, samples, _records);
        NameNew();
        CountMissing();
        FindTwins(keys);
    }

    /// <summary>What happens to a place on record, and how it is afterwards; in the order of <see cref="Note"/>.</summary>
    public (PlannedEffect Effect, Place After) Compare(Place place)
    {
        var number = _compared++;
        var result = Compare(place, number);
        if (_asked.ContainsKey(number))
        {
            _asked[number] = result.After;
        }

        return result;
    }

    private (PlannedEffect Effect, Place After) Compare(Place place, int number)
    {
        var record = _records[number];
        if (_matches!.DraftOf[number] is >= 0 and var draft)
        {
            return Matched(place, record, file.Drafts[draft].Over(place));
        }

        if (record.IsInScope && !IsSpared(record))
        {
            Report.Removed.Add(place);
            Report.Mark(PlannedEffect.Removed, place, place);
            return (PlannedEffect.Removed, place);
        }

        if (_isReal && record is { IsSample: true, IsRemoved: false })
        {
            Report.Retired.Add(place);
            Report.Mark(PlannedEffect.Retired, place, place);
            return (PlannedEffect.Retired, place);
        }

        return (PlannedEffect.None, place);
    }

    /// <summary>The places that were never on record.</summary>
    public IEnumerable<Place> Additions()
    {
        for (var i = 0; i < file.Drafts.Count; i++)
        {
            if (_matches!.RecordOf[i] < 0 && !_left.Contains(i))
            {
                var draft = file.Drafts[i];
                var place = New(draft, i);
                Report.Added.Add(place);
                Report.Mark(PlannedEffect.Added, null, place);
                yield return place;
            }
        }

        Report.Duplicates = [.. _pairs.Select(Twins)];
        Report.Notices = [.. file.Notices, .. Report.Duplicates.Select(pair => pair.Words), .. Report.Spared > 0 ? (string[])[$"{Report.Spared} 个点没有撤：它们的行被退回了，改好再导入"] : []];
    }

    private (PlannedEffect Effect, Place After) Matched(Place place, RecordKey record, Place after)
    {
        if (record.IsRemoved)
        {
            Report.Added.Add(after);
            Report.Mark(PlannedEffect.Added, place, after);
            return (PlannedEffect.Added, after);
        }

        if (PlaceRecord.Of(place) == PlaceRecord.Of(after))
        {
            Report.Unchanged++;
            return (PlannedEffect.None, after);
        }

        Report.Changed.Add(new(place, after));
        Report.Mark(PlannedEffect.Changed, place, after);
        return (PlannedEffect.Changed, after);
    }

    private bool IsSpared(RecordKey record) => file.Refusals.Names(record.Key.Id) || file.Refusals.Names(record.Key.Name);

    private void CountMissing()
    {
        for (var i = 0; i < _records.Count; i++)
        {
            if (_records[i].IsInScope && _matches!.DraftOf[i] < 0)
            {
                Report.Spared += IsSpared(_records[i]) ? 1 : 0;
                Report.ToRemove += IsSpared(_records[i]) ? 0 : 1;
            }
        }
    }

    /// <summary>Gives new places their ids. A removed place of the same id and name comes back as the same one.</summary>
    private void NameNew()
    {
        var unmatched = _matches!.RecordOf.Count(record => record < 0);
        if (unmatched == 0)
        {
            return;
        }

        Dictionary<ulong, int> known = new(_records.Count);
        for (var i = 0; i < _records.Count; i++)
        {
            known[_records[i].Key.Id] = i;
        }

        Dictionary<ulong, int> fresh = new(unmatched);
        for (var i = 0; i < file.Drafts.Count; i++)
        {
            if (_matches.RecordOf[i] >= 0)
            {
                continue;
            }

            var draft = file.Drafts[i];
            var id = draft.Id is null ? Free(draft, i, known, fresh) : draft.Id;
            if (choices.Same.TryGetValue(id, out var same) && Merge(i, WordHash.Of(same), known, fresh))
            {
                continue;
            }

            var former = known.TryGetValue(WordHash.Of(id), out var number) ? number : -1;
            if (former >= 0 && (!_records[former].IsRemoved || (_records[former].IsSample && !draft.Says.Sample)))
            {
                _left.Add(i);
                file.Refusals.Add(new(new SourceRow(draft.Row, []), "id", id, "这个编号给过示例点，不能再用"), [id]);
            }
            else if (former >= 0)
            {
                _matches.Join(i, former);
            }

            fresh[WordHash.Of(id)] = i;
        }
    }

    /// <summary>Takes a row as another one's place: it changes the place on record, or goes into the one that came before it.</summary>
    private bool Merge(int draft, ulong same, Dictionary<ulong, int> known, Dictionary<ulong, int> fresh)
    {
        var record = known.TryGetValue(same, out var number) && !_records[number].IsRemoved ? number : -1;
        var into = fresh.TryGetValue(same, out var other) ? other : record >= 0 ? _matches!.DraftOf[record] : -1;
        if (into >= 0)
        {
            var (first, more) = (file.Drafts[into], file.Drafts[draft]);
            file.Drafts[into] = first with { Says = first.Says with { Accepts = [.. first.Says.Accepts.Union(more.Says.Accepts, StringComparer.Ordinal)] } };
            _left.Add(draft);
        }
        else if (record >= 0)
        {
            _matches!.Join(draft, record);
        }

        return into >= 0 || record >= 0;
    }

    private string Free(Draft draft, int at, Dictionary<ulong, int> known, Dictionary<ulong, int> fresh)
    {
        var name = WordHash.Of(draft.Says.Name);
        var suffix = 0;
        while (true)
        {
            suffix++;
            var id = Numbered(Base(draft), suffix);
            var hash = WordHash.Of(id);
            if (!fresh.ContainsKey(hash) && (!known.TryGetValue(hash, out var former) || (_records[former].IsRemoved && _records[former].Key.Name == name)))
            {
                if (suffix > 1)
                {
                    _suffixes[at] = suffix;
                }

                return id;
            }
        }
    }

    private string IdOf(Draft draft, int at) => draft.Id ?? Numbered(Base(draft), _suffixes.GetValueOrDefault(at, 1));

    private static string Numbered(string id, int suffix) => suffix == 1 ? id : string.Create(CultureInfo.InvariantCulture, $"{id}-{suffix}");

    /// <summary>An id that follows from what the row says, so that a place that was taken out and comes back is the same one.</summary>
    private static string Base(Draft draft)
    {
        var says = draft.Says;
        var key = string.Create(
            CultureInfo.InvariantCulture, $"{says.Name}\n{says.Kind}\n{says.Township}\n{says.Village}\n{says.Address}\n{says.Position?.Lng:R}\n{says.Position?.Lat:R}");
        return $"p-{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(key)).AsSpan(0, 6))}";
    }

    private void FindTwins(PackedList<PlaceKey> keys)
    {
        var twins = new NearTwins(number => (number < 0 ? _records[-1 - number].Key : keys[number]).Position!.Value);
        for (var i = 0; i < _records.Count; i++)
        {
            var goes = _records[i].IsRemoved || (_records[i].IsSample ? _isReal : _records[i].IsInScope && !IsSpared(_records[i]));
            if (_matches!.DraftOf[i] < 0 && !goes && _records[i].Key.Position is not null)
            {
                twins.Add(_records[i].Key.Name, -1 - i);
            }
        }

        for (var at = 0; at < keys.Count; at++)
        {
            if (keys[at].Position is not null && !_left.Contains(at))
            {
                twins.Add(keys[at].Name, at);
            }
        }

        _pairs = twins.Find();
        foreach (var number in _pairs.SelectMany(pair => (int[])[pair.One, pair.Other]))
        {
            var record = number < 0 ? -1 - number : _matches!.RecordOf[number];
            if (record >= 0)
            {
                _asked[record] = new Place { Id = "", Name = "", Kind = "", Source = "" };
            }
        }
    }

    private LikelyDuplicate Twins((int One, int Other, double Metres) pair)
    {
        var (one, other) = (Planned(pair.One), Planned(pair.Other));
        return string.CompareOrdinal(one.Id, other.Id) <= 0 ? new(one, other, pair.Metres) : new(other, one, pair.Metres);
    }

    private Place Planned(int number)
    {
        var record = number < 0 ? -1 - number : _matches!.RecordOf[number];
        return record >= 0 ? _asked[record] : New(file.Drafts[number], number);
    }

    private Place New(Draft draft, int at) => draft.Over(new Place { Id = IdOf(draft, at), Name = draft.Says.Name, Kind = draft.Says.Kind, Source = "" });
}
