using Jizhou.Public.Api.Bookings.Reservations;

namespace Jizhou.Public.UnitTests.Bookings;

/// <summary>When two spellings are one door.</summary>
public sealed class DoorNumberTests
{
    [Theory]
    [InlineData("西街12号", "西街12")]
    [InlineData("西街１２号院", "西街12")]
    [InlineData("西街 十二 号", "西街12")]
    [InlineData("西街012号（蓝色大门）", "西街12")]
    [InlineData("下营村西街12号，大门朝南", "西街12")]
    [InlineData("下营镇下营村西街12号", "西街12")]
    [InlineData("东街12号", "东街12")]
    [InlineData("3排12号", "3-12")]
    [InlineData("三排十二号", "3-12")]
    [InlineData("幸福里3号楼2单元501室", "幸福里3-2-501")]
    [InlineData("幸福里 3-2-501", "幸福里3-2-501")]
    [InlineData("一百零三号", "103")]
    [InlineData("二十号", "20")]
    [InlineData("12b号", "12B")]
    [InlineData("村口小卖部旁边", null)]
    [InlineData("一家人饭店对面", null)]
    [InlineData("", null)]
    public void A_door_is_its_street_and_numbers(string address, string? door) =>
        Assert.Equal(door, DoorNumber.From(address, "下营村", "下营镇"));
}
