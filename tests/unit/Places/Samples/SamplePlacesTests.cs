using Jizhou.Public.Api.Places.Geo;
using Jizhou.Public.Api.Places.Hours;
using Jizhou.Public.Api.Places.Samples;
using Jizhou.Public.Content;
using Jizhou.Public.UnitTests.House;

namespace Jizhou.Public.UnitTests.Places.Samples;

public sealed class SamplePlacesTests
{
    private static readonly IReadOnlyList<SamplePlace> Samples = TestPlaces.Content.SamplePlaces;

    [Fact]
    public void The_committed_file_is_what_the_generator_makes() =>
        Assert.Equal(GenerateSamples.Text(TestPlaces.Content.Geo), Repository.Read("content/data/places.csv"));

    [Fact]
    public void There_are_enough_of_every_sort()
    {
        Assert.True(Samples.Count >= 150);
        Assert.True(Samples.Select(sample => sample.Place.Township).Distinct().Count() >= 25);
        Assert.Empty(TestPlaces.Content.Places.Kinds.Select(kind => kind.Code).Except(Samples.Select(sample => sample.Place.Kind)));
        Assert.Empty(TestPlaces.Content.Places.Materials.Select(material => material.Code).Except(Samples.SelectMany(sample => sample.Place.Accepts)));
        Assert.Equal(13, TestPlaces.Content.Places.Kinds.Count);
    }

    [Fact]
    public void Hours_are_of_many_kinds_and_six_are_unknown_one_of_them_with_known_days()
    {
        var hours = Samples.Select(sample => OpeningHours.Parse(sample.Place.Hours)).ToList();
        Assert.Equal(6, hours.Count(one => !one.IsUnderstood));
        Assert.Single(Samples, sample => sample.Place is { Hours: null, Lunar.Count: > 0 });
        Assert.Single(Samples, sample => sample.Place is { Hours: not null, Lunar.Count: > 0 });
        Assert.True(hours.Where(one => one.IsUnderstood).Select(one => one.Words).Distinct().Count() >= 8);
    }

    [Fact]
    public void Three_are_removed_two_terminals_are_full_and_one_is_silent()
    {
        Assert.Equal(3, Samples.Count(sample => sample.RemovedBecause is not null));
        var successor = Assert.Single(Samples, sample => sample.ReplacedBy is not null).ReplacedBy;
        Assert.Contains(Samples, sample => sample.Place.Id == successor && sample.RemovedBecause is null);
        Assert.Equal(2, Samples.Count(sample => sample.Status is { State: "full", MinutesBefore: < 120 }));
        Assert.Single(Samples, sample => sample.Status is { MinutesBefore: > 120 });
    }

    [Fact]
    public void All_say_that_they_are_samples_and_stand_inside_the_district()
    {
        var district = Outline.Of(TestPlaces.Content.Geo);
        Assert.NotEmpty(Samples);
        Assert.All(Samples, sample =>
        {
            var place = sample.Place;
            Assert.StartsWith("示例·", place.Name, StringComparison.Ordinal);
            Assert.True(place.Sample && place.Illustrative);
            Assert.True(district.Contains(Position.At(place.Position!.Value.Lng, place.Position.Value.Lat)));
            Assert.StartsWith("示例地址，位置为示意", place.Address, StringComparison.Ordinal);
            Assert.Null(place.Phone);
            Assert.Empty(place.Prices);
            Assert.Null(place.LastVerified);
        });
    }

    [Fact]
    public void The_eleven_materials_of_the_plan_are_there()
    {
        var planned = TestPlaces.Content.Places.Materials.Where(material => material.PlanNames.Count > 0).ToList();
        Assert.Equal(11, planned.Count);
        foreach (var code in new[] { "recyclable", "kitchen", "hazardous", "residual", "paper", "metal", "textile" })
        {
            Assert.NotNull(TestPlaces.Content.Places.Material(code));
        }
    }
}
