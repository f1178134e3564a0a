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

    /// <summary>Matches everything at once.</summary>
    public MatchDrafts(IReadOnlyList<PlaceKey> drafts, IReadOnlyList<bool> samples, IReadOnlyList<RecordKey> records)
    {
        (_drafts, _samples, _records) = (drafts, samples, records);
        (RecordOf, DraftOf) = (Filled(drafts.Count), Filled(records.Count));
        ById();
        for (var level = 0; level < Levels; level++)
        {
            ByLikeness(level);
        }

        ByWhatIsLeft();
    }

    /// <summary>For each draft the number of its place on record, or -1.</summary>
    public int[] RecordOf { get; }

    /// <summary>For each place on record the number of its draft, or -1.</summary>
    public int[] DraftOf { get; }

    /// <summary>Notes that a draft is this place.</summary>
    public void Join(int draft, int record) => (RecordOf[draft], DraftOf[record]) = (record, draft);

    private static int[] Filled(int count)
    {
        var array = new int[count];
        Array.Fill(array, -1);
        return array;
    }

    private void ById()
    {
        Dictionary<ulong, int> drafts = [];
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
                Join(draft, record);
            }
        }
    }

    private bool IsFree(int record) => DraftOf[record] < 0 && _records[record] is { IsRemoved: false, IsSample: false };

    private void ByLikeness(int level)
    {
        Dictionary<ulong, int> first = [];
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
            if (RecordOf[draft] < 0 && _drafts[draft].Id == 0 && _drafts[draft].Likeness(level) is not 0 and var likeness && first.Remove(likeness, out var record))
            {
                Join(draft, record);
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
            if (RecordOf[draft] < 0 && _drafts[draft].Id == 0 && records.ContainsKey(_drafts[draft].NameAndKind))
            {
                drafts[_drafts[draft].NameAndKind] = (drafts.GetValueOrDefault(_drafts[draft].NameAndKind).Count + 1, draft);
            }
        }

        foreach (var (name, draft) in drafts)
        {
            var record = records[name];
            if (draft.Count == 1 && record.Count == 1 && MayBeInOneTownship(_drafts[draft.Last].Township, _records[record.Last].Key.Township))
            {
                Join(draft.Last, record.Last);
            }
        }
    }

    private static bool MayBeInOneTownship(ulong one, ulong other) => one == 0 || other == 0 || one == other;
}
