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
/// place, then <see cref="Decide"/>, then <see cref="Compare"/> every place again, then <see cref="Additions"/>; the report is complete at the end.
/// </summary>
public sealed class ImportPlan(ImportFile file, ImportScope scope)
{
    private readonly List<RecordKey> _records = [];
    private readonly NearTwins _twins = new();
    private readonly List<GeoPoint?> _positions = [];
    private readonly Dictionary<int, int> _suffixes = [];
    private readonly HashSet<int> _refused = [];
    private readonly Dictionary<int, string> _asked = []; // ids of records that messages name
    private IReadOnlyList<(int One, int Other, double Metres)> _pairs = [];
    private MatchDrafts? _matches;
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
        _positions.Add(isRemoved ? null : place.Position);
    }

    /// <summary>Finds what belongs together, what is new and what is missing.</summary>
    public void Decide()
    {
        List<PlaceKey> keys = new(file.Drafts.Count);
        List<bool> samples = new(file.Drafts.Count);
        foreach (var draft in file.Drafts)
        {
            keys.Add(PlaceKey.Of(draft));
            samples.Add(draft.Says.Sample);
            _isReal |= !draft.Says.Sample;
        }

        _matches = new(keys, samples, _records);
        NameNew();
        CountMissing();
        FindTwins(keys);
    }

    /// <summary>What happens to a place on record, and how it is afterwards; in the order of <see cref="Note"/>.</summary>
    public (PlannedEffect Effect, Place After) Compare(Place place)
    {
        var number = _compared++;
        var record = _records[number];
        if (_asked.ContainsKey(number))
        {
            _asked[number] = place.Id;
        }

        if (_matches!.DraftOf[number] is >= 0 and var draft)
        {
            return Matched(place, record, file.Drafts[draft].Over(place));
        }

        if (IsMissing(record) && !IsSpared(record))
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
            if (_matches!.RecordOf[i] < 0 && !_refused.Contains(i))
            {
                var draft = file.Drafts[i];
                var place = draft.Over(new Place { Id = IdOf(draft, i), Name = draft.Says.Name, Kind = draft.Says.Kind, Source = "" });
                Report.Added.Add(place);
                Report.Mark(PlannedEffect.Added, null, place);
                yield return place;
            }
        }

        Report.Notices = [.. file.Notices, .. TwinWords(), .. Report.Spared > 0 ? (string[])[$"{Report.Spared} 个点没有撤：它们的行被退回了，改好再导入"] : []];
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

    private bool IsMissing(RecordKey record) => record.IsInScope;

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
        Dictionary<ulong, int> known = [];
        for (var i = 0; i < _records.Count; i++)
        {
            known[_records[i].Key.Id] = i;
        }

        HashSet<ulong> fresh = [];
        for (var i = 0; i < file.Drafts.Count; i++)
        {
            if (_matches!.RecordOf[i] >= 0)
            {
                continue;
            }

            var draft = file.Drafts[i];
            var id = draft.Id is null ? Free(draft, i, known, fresh) : draft.Id;
            var former = known.TryGetValue(WordHash.Of(id), out var number) ? number : -1;
            if (former >= 0 && (!_records[former].IsRemoved || (_records[former].IsSample && !draft.Says.Sample)))
            {
                _refused.Add(i);
                file.Refusals.Add(new(new SourceRow(draft.Row, []), "id", id, "这个编号给过示例点，不能再用"), [id]);
            }
            else if (former >= 0)
            {
                _matches.Join(i, former);
            }

            fresh.Add(WordHash.Of(id));
        }
    }

    private string Free(Draft draft, int at, Dictionary<ulong, int> known, HashSet<ulong> fresh)
    {
        var name = WordHash.Of(draft.Says.Name);
        for (var suffix = 1; ; suffix++)
        {
            var id = Numbered(Base(draft), suffix);
            var hash = WordHash.Of(id);
            if (!fresh.Contains(hash) && (!known.TryGetValue(hash, out var former) || (_records[former].IsRemoved && _records[former].Key.Name == name)))
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

    private void FindTwins(List<PlaceKey> keys)
    {
        for (var i = 0; i < _records.Count; i++)
        {
            var goes = _records[i].IsSample ? _isReal : IsMissing(_records[i]) && !IsSpared(_records[i]);
            if (_matches!.DraftOf[i] < 0 && !goes)
            {
                _twins.Add(_records[i].Key.Name, _positions[i], -1 - i);
            }
        }

        var at = 0;
        foreach (var draft in file.Drafts)
        {
            _twins.Add(keys[at].Name, draft.Says.Position, at);
            at++;
        }

        _pairs = _twins.Find();
        foreach (var number in _pairs.SelectMany(pair => (int[])[pair.One, pair.Other]))
        {
            var record = number < 0 ? -1 - number : _matches!.RecordOf[number];
            if (record >= 0)
            {
                _asked[record] = "";
            }
        }
    }

    private IEnumerable<string> TwinWords() => _pairs.Select(pair => string.Create(
        CultureInfo.InvariantCulture,
        $"可能重复：“{file.Drafts[Math.Max(pair.One, pair.Other)].Says.Name}”有两个点相距 {pair.Metres:0} 米（{Named(pair.One)}、{Named(pair.Other)}），是一个点就在文件里合并"));

    private string Named(int number)
    {
        var record = number < 0 ? -1 - number : _matches!.RecordOf[number];
        return record >= 0 ? _asked[record] : $"{IdOf(file.Drafts[number], number)}，第 {file.Drafts[number].Row} 行";
    }
}
