using System.Globalization;

namespace Jizhou.Public.Api.Places;

/// <summary>Distances as people say them: 420 米, 1.9 公里, 12 公里: as exact as a walker can use.</summary>
public static class DistanceWords
{
    /// <summary>The words for some metres.</summary>
    public static string Of(double metres)
    {
        var tens = Math.Round(metres / 10, MidpointRounding.AwayFromZero) * 10;
        if (tens < 1000)
        {
            return string.Create(CultureInfo.InvariantCulture, $"{Math.Max(10, tens):0} 米");
        }

        return (metres / 1000).ToString(metres < 9_950 ? "0.0" : "0", CultureInfo.InvariantCulture) + " 公里";
    }
}
