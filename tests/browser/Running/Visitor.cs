using Microsoft.Playwright;

namespace Jizhou.Public.BrowserTests.Running;

/// <summary>Who is looking: the size of the window, dark or light, scripts on or off, and where they stand.</summary>
/// <param name="Width">Window width in CSS pixels.</param>
/// <param name="Height">Window height in CSS pixels.</param>
public sealed record Visitor(int Width, int Height)
{
    /// <summary>A small phone.</summary>
    public static readonly Visitor OnAPhone = new(360, 740);

    /// <summary>A desktop window.</summary>
    public static readonly Visitor AtADesk = new(1280, 900);

    /// <summary>Whether the device asks for dark colours.</summary>
    public bool Dark { get; init; }

    /// <summary>Whether scripts run.</summary>
    public bool Scripts { get; init; } = true;

    /// <summary>The position the device would give, if the visitor lets it.</summary>
    public (double Lng, double Lat)? Position { get; init; }

    /// <summary>The Playwright options for this visitor.</summary>
    public BrowserNewContextOptions ToOptions(string address) => new()
    {
        BaseURL = address,
        ViewportSize = new ViewportSize { Width = Width, Height = Height },
        ColorScheme = Dark ? ColorScheme.Dark : ColorScheme.Light,
        JavaScriptEnabled = Scripts,
        Locale = "zh-CN",
        TimezoneId = "Asia/Shanghai",
        Permissions = Position is null ? [] : ["geolocation"],
        Geolocation = Position is { } at ? new Geolocation { Longitude = (float)at.Lng, Latitude = (float)at.Lat, Accuracy = 30 } : null,
    };
}
