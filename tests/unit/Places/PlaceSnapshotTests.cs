using System.Text;
using Jizhou.Public.Api.Places;
using Jizhou.Public.Api.Places.Geo;
using Jizhou.Public.Api.Places.Hours;
using Jizhou.Public.Content;

namespace Jizhou.Public.UnitTests.Places;

public sealed class PlaceSnapshotTests
{
    private static readonly DateTimeOffset Noon = new(2026, 11, 23, 12, 0, 0, TimeSpan.FromHours(8));
    private static readonly Position Here = Position.At(117.4, 40.05);

    [Fact]
    public void Places_stand_in_the_order_of_their_ids_so_that_ties_are_broken_by_id()
    {
        var snapshot = TestPlaces.Snapshot(TestPlaces.Row("b"), TestPlaces.Row("a"), TestPlaces.Row("B"), TestPlaces.Row("c", lng: null));
        Assert.Equal(["B", "a", "b", "c"], snapshot.Places.Select(entry => entry.Place.Id));
        Assert.Equal(["B", "a", "b"], Nearest(snapshot, new PlaceFilter(snapshot, 0, false, 0, null)).Select(entry => entry.Place.Id));
    }

    [Theory]
    [InlineData("paper", false, "collection-point", new[] { "both", "paper" })]
    [InlineData("paper plastic", false, null, new[] { "both", "paper", "plastic" })]
    [InlineData("paper plastic", true, null, new[] { "both" })]
    [InlineData("glass", false, null, new string[0])]
    [InlineData("plastic", false, "textile-bin", new[] { "plastic" })]
    public void A_filter_holds_whichever_index_answers(string materials, bool all, string? kind, string[] expected)
    {
        var snapshot = TestPlaces.Snapshot(
            TestPlaces.Row("paper"), TestPlaces.Row("plastic", accepts: "plastic", kind: "textile-bin"), TestPlaces.Row("both", accepts: "plastic paper"));
        var filter = new PlaceFilter(
            snapshot, snapshot.Words.MaterialMask(materials.Split(' ')), all, kind is null ? 0 : 1UL << snapshot.Words.KindBit(kind)!.Value, openAt: null);
        Assert.Equal(expected, Nearest(snapshot, filter).Select(entry => entry.Place.Id));
    }

    [Fact]
    public void Townships_filter_alone_and_with_others()
    {
        var townships = TestPlaces.Content.Geo.Townships;
        var snapshot = TestPlaces.Snapshot(
            Of(TestPlaces.Row("a"), 0), Of(TestPlaces.Row("b"), 1), Of(TestPlaces.Row("c", accepts: "plastic"), 1), Of(TestPlaces.Row("d"), 2), TestPlaces.Row("e"));
        Assert.Equal(["b", "c"], In(0, 1));
        Assert.Equal(["a", "b", "c"], In(0, 0, 1));
        Assert.Equal(["b"], In(snapshot.Words.MaterialMask(["paper"]), 1));
        Assert.Empty(In(0, 3));

        PlaceRow Of(PlaceRow row, int township) => row with { Place = row.Place with { Township = townships[township].Code } };

        IEnumerable<string> In(ulong materials, params int[] wanted) => Nearest(snapshot, new PlaceFilter(
            snapshot, materials, false, 0, null, wanted.Aggregate(0UL, (bits, i) => bits | (1UL << snapshot.Words.TownshipBit(townships[i].Code)!.Value))))
            .Select(entry => entry.Place.Id);
    }

    [Fact]
    public void A_report_makes_a_new_snapshot_that_shares_everything_else()
    {
        var before = TestPlaces.Snapshot(TestPlaces.Row("a"), TestPlaces.Row("t", kind: "smart-terminal"), TestPlaces.Row("z"));
        var status = new TerminalStatus("full", new Dictionary<string, int> { ["paper"] = 100 }, Noon);
        var after = before.WithReports(new Dictionary<string, TerminalStatus> { ["t"] = status, ["gone"] = status });
        Assert.Null(before.Find("t")!.Status);
        Assert.Same(status, after.Find("t")!.Status);
        Assert.NotEqual(before.Version, after.Version);
        Assert.Equal(TestPlaces.Snapshot(TestPlaces.Row("a"), TestPlaces.Row("t", kind: "smart-terminal", status: status), TestPlaces.Row("z")).Version, after.Version);
        Assert.Same(before.Find("a"), after.Find("a"));
        var every = new PlaceFilter(before, 0, false, 0, null);
        Assert.Same(before.IndexFor(every), after.IndexFor(every));
        Assert.Same(after.Find("t"), after.WithReports(new Dictionary<string, TerminalStatus> { ["t"] = status with { } }).Find("t"));
    }

    [Fact]
    public void Places_are_counted_by_material_and_kind_where_nobody_knows_their_position_too()
    {
        var snapshot = TestPlaces.Snapshot(TestPlaces.Row("a", accepts: "paper metal"), TestPlaces.Row("b", lng: null), TestPlaces.Row("c", kind: "textile-bin", accepts: "textile"));
        Assert.Equal(2, snapshot.Counts.OfMaterial[snapshot.Words.MaterialBit("paper")!.Value]);
        Assert.Equal(1, snapshot.Counts.OfMaterial[snapshot.Words.MaterialBit("metal")!.Value]);
        Assert.Equal(2, snapshot.Counts.OfKind[snapshot.Words.KindBit("collection-point")!.Value]);
        Assert.Equal(1, snapshot.Counts.OfKind[snapshot.Words.KindBit("textile-bin")!.Value]);
    }

    [Fact]
    public void Open_now_keeps_open_and_always_and_drops_closed_and_unknown()
    {
        var snapshot = TestPlaces.Snapshot(
            TestPlaces.Row("always"), TestPlaces.Row("closed", hours: "20:00-21:00"), TestPlaces.Row("open", hours: "Mo 08:00-18:00"), TestPlaces.Row("unknown", hours: null));
        Assert.Equal(["always", "open"], Nearest(snapshot, new PlaceFilter(snapshot, 0, false, 0, Noon)).Select(entry => entry.Place.Id));
    }

    [Fact]
    public void The_version_is_the_same_for_the_same_data_and_another_for_any_change()
    {
        var row = TestPlaces.Row("a");
        var versions = new[]
        {
            TestPlaces.Snapshot(row),
            TestPlaces.Snapshot(row with { Place = row.Place with { Name = "示例·别名" } }),
            TestPlaces.Snapshot(row with { Place = row.Place with { Position = new GeoPoint(117.4, 40.0500001) } }),
            TestPlaces.Snapshot(row with { Place = row.Place with { StepFree = true } }),
            TestPlaces.Snapshot(row with { Place = row.Place with { StepFree = false } }),
            TestPlaces.Snapshot(row with { Place = row.Place with { Accepts = ["paper", "metal"] } }),
            TestPlaces.Snapshot(row with { Status = new TerminalStatus("ok", new Dictionary<string, int>(), Noon) }),
            TestPlaces.Snapshot(),
            PlaceSnapshot.Build([], [new RemovedPlace("a", "示例·a", "撤", null, Noon, true)], TestPlaces.Words),
        }.Select(snapshot => snapshot.Version).ToList();
        Assert.Equal(versions.Count, versions.Distinct().Count());
        Assert.Equal(versions[0], TestPlaces.Snapshot(row).Version);
    }

    [Fact]
    public void A_report_older_than_two_hours_is_never_shown_as_live()
    {
        var status = new TerminalStatus("full", new Dictionary<string, int> { ["paper"] = 100 }, Noon);
        var entry = TestPlaces.Snapshot(TestPlaces.Row("a", status: status)).Places[0];
        Assert.Contains("\"live\":true,\"state\":\"full\"", Json(entry.Now(Noon.AddHours(2).AddSeconds(-1))), StringComparison.Ordinal);
        var stale = Json(entry.Now(Noon.AddHours(2)));
        Assert.Contains("\"live\":false,\"state\":\"unknown\"", stale, StringComparison.Ordinal);
        Assert.Contains("\"fill\":{}", stale, StringComparison.Ordinal);
    }

    [Fact]
    public void What_is_true_now_is_worked_out_once_a_stretch_and_again_when_the_clock_leaves_it()
    {
        var entry = TestPlaces.Snapshot(TestPlaces.Row("a", hours: "Mo-Fr 08:00-18:00")).Places[0];
        var noon = entry.Now(Noon);
        Assert.Same(noon, entry.Now(Noon.AddHours(5)));
        Assert.Equal(OpenState.Closed, entry.Now(Noon.AddHours(6)).Answer.State);
        Assert.Equal(OpenState.Open, entry.Now(Noon).Answer.State); // clocks also go back
    }

    [Theory]
    [InlineData("", -1)]
    [InlineData("a", 0)]
    [InlineData("b", 0)]
    [InlineData("c", 1)]
    [InlineData("zz", 1)]
    public void A_cursor_continues_after_an_id_that_may_be_gone(string id, int ordinal) =>
        Assert.Equal(ordinal, TestPlaces.Snapshot(TestPlaces.Row("a"), TestPlaces.Row("c")).LastOrdinalUpTo(id));

    private static List<PlaceEntry> Nearest(PlaceSnapshot snapshot, PlaceFilter filter)
    {
        var hits = new Hit[10];
        var found = snapshot.IndexFor(filter).Nearest(Here, double.PositiveInfinity, Hit.BeforeAll, filter, hits);
        return [.. hits[..found].Select(hit => snapshot.Places[hit.Ordinal])];
    }

    private static string Json(PlaceNow now) => Encoding.UTF8.GetString(now.Json.Span);
}
