namespace Jizhou.Public.Api.Places.Import.Planning;

/// <summary>
/// Finds for each draft the place on record that it describes: by id; else among places of the same name and kind by everything, position, address
/// and village; and when one is left on either side, that one, so that a moved or re-addressed place keeps its id.
/// </summary>
internal sealed class MatchDrafts
{
    private const int Levels = 4;

    private readonly IReadOnlyList<PlaceKey> _drafts;
    private readonly IReadOnlyList<bool> _samples;
    private readonly IReadOnlyList<RecordKey> _records;

    private MatchDrafts(IReadOnlyList<PlaceKey> drafts, IReadOnlyList<bool> samples, IReadOnlyList<RecordKey> records)
    {
        (_drafts, _samples, _records) = (drafts, samples, records);
        Found = new(drafts.Count, records.Count);
        ById();
        for (var level = 0; level < Levels; level++)
        {
            ByLikeness(level);
        }

        ByWhatIsLeft();
    }

    private Matches Found { get; }

    /// <summary>Matches everything at once; of what it compares nothing is kept.</summary>
    public static Matches Of(IReadOnlyList<PlaceKey> drafts, IReadOnlyList<bool> samples, IReadOnlyList<RecordKey> records) => new MatchDrafts(drafts, samples, records).Found;

    private void ById()
    {
        Dictionary<ulong, int> drafts = new(_drafts.Count(draft => draft.Id != 0));
        for (var i = 0; i < _drafts.Count; i++)
        {
            if (_drafts[i].Id != 0)
            {
                drafts.TryAdd(_drafts[i].Id, i);
            }
        }

        for (var record = 0; record < _records.Count && drafts.Count > 0; record++)
        {
            // A real row never becomes the record of a sample.
            if (!_records[record].IsRemoved && drafts.TryGetValue(_records[record].Key.Id, out var draft) && (!_records[record].IsSample || _samples[draft]))
            {
                Found.Join(draft, record);
            }
        }
    }

    private bool IsFree(int record) => Found.DraftOf[record] < 0 && _records[record] is { IsRemoved: false, IsSample: false };

    private void ByLikeness(int level)
    {
        var free = Enumerable.Range(0, _records.Count).Count(IsFree);
        if (free == 0)
        {
            return;
        }

        Dictionary<ulong, int> first = new(free);
        var next = new int[_records.Count]; // places that are alike to the hash stand in a chain, in the order of their ids
        for (var record = _records.Count - 1; record >= 0; record--)
        {
            if (IsFree(record) && _records[record].Key.Likeness(level) is not 0 and var likeness)
            {
                next[record] = first.TryGetValue(likeness, out var other) ? other : -1;
                first[likeness] = record;
            }
        }

        for (var draft = 0; draft < _drafts.Count && first.Count > 0; draft++)
        {
            if (Found.RecordOf[draft] < 0 && _drafts[draft].Id == 0 && _drafts[draft].Likeness(level) is not 0 and var likeness && first.Remove(likeness, out var record))
            {
                Found.Join(draft, record);
                if (next[record] >= 0)
                {
                    first[likeness] = next[record];
                }
            }
        }
    }

    private void ByWhatIsLeft()
    {
        Dictionary<ulong, (int Count, int Last)> records = [];
        for (var record = 0; record < _records.Count; record++)
        {
            if (IsFree(record))
            {
                records[_records[record].Key.NameAndKind] = (records.GetValueOrDefault(_records[record].Key.NameAndKind).Count + 1, record);
            }
        }

        Dictionary<ulong, (int Count, int Last)> drafts = [];
        for (var draft = 0; draft < _drafts.Count && records.Count > 0; draft++)
        {
            if (Found.RecordOf[draft] < 0 && _drafts[draft].Id == 0 && records.ContainsKey(_drafts[draft].NameAndKind))
            {
                drafts[_drafts[draft].NameAndKind] = (drafts.GetValueOrDefault(_drafts[draft].NameAndKind).Count + 1, draft);
            }
        }

        foreach (var (name, draft) in drafts)
        {
            var record = records[name];
            if (draft.Count == 1 && record.Count == 1 && MayBeInOneTownship(_drafts[draft.Last].Township, _records[record.Last].Key.Township))
            {
                Found.Join(draft.Last, record.Last);
            }
        }
    }

    private static bool MayBeInOneTownship(ulong one, ulong other) => one == 0 || other == 0 || one == other;
}
