namespace Jizhou.Public.Content.Bulky;

/// <summary>Reads data/bulky/services.yaml.</summary>
internal static class ServicesFile
{
    /// <summary>The services; refuses a share that is no percentage.</summary>
    public static IReadOnlyList<PickupService> Read(ContentSource source)
    {
        var root = source.Yaml("data/bulky/services.yaml");
        root.Flag("sample");
        HashSet<string> codes = [];
        List<PickupService> services = [];
        foreach (var map in root.SomeMaps("services"))
        {
            var service = new PickupService(map.Code(codes), map.Text("name"), map.Weekdays("weekdays"), map.Positive("share"), map.Flag("onHolidays"));
            if (service.SharePercent > 100)
            {
                map.Report("share", $"\"share\" is {service.SharePercent}", "write the percent of a time's volume, 1 to 100");
            }

            map.Done();
            services.Add(service);
        }

        root.Done();
        return services;
    }
}
