namespace Jizhou.Public.Api.Places.Import.Planning;

/// <summary>Which draft is which place on record.</summary>
internal sealed class Matches
{
    /// <summary>Nothing belongs together yet.</summary>
    public Matches(int drafts, int records)
    {
        (RecordOf, DraftOf) = (new int[drafts], new int[records]);
        Array.Fill(RecordOf, -1);
        Array.Fill(DraftOf, -1);
    }

    /// <summary>For each draft the number of its place on record, or -1.</summary>
    public int[] RecordOf { get; }

    /// <summary>For each place on record the number of its draft, or -1.</summary>
    public int[] DraftOf { get; }

    /// <summary>Notes that a draft is this place.</summary>
    public void Join(int draft, int record) => (RecordOf[draft], DraftOf[record]) = (record, draft);
}
