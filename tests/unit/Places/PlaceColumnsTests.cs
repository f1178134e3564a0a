using Jizhou.Public.Api.Places;

namespace Jizhou.Public.UnitTests.Places;

public sealed class PlaceColumnsTests
{
    [Fact]
    public void Writing_many_rows_forgets_no_column() =>
        Assert.Equal(
            typeof(PlaceRecord).GetProperties().Select(property => property.Name).Where(name => name != "EqualityContract").Order(StringComparer.OrdinalIgnoreCase),
            PlaceColumns.Columns.Select(column => string.Concat(column.Name.Split('_').Select(word => char.ToUpperInvariant(word[0]) + word[1..]))).Order(StringComparer.OrdinalIgnoreCase));
}
