using Jizhou.Public.Bench;
using Jizhou.Public.Bench.Booking;

return args switch
{
    ["hello", var address, .. var like] => await Hello.ServeAsync(address, like.FirstOrDefault()),
    ["nearest", .. var counts] => NearestPoint.Run(counts.Length == 0 ? [100_000, 1_000_000] : counts.Select(int.Parse)),
    ["nearest-data", var folder, var count] => NearestPoint.Write(folder, int.Parse(count)),
    ["nearest-of", var folder, var rounds] => NearestPoint.Compare(folder, int.Parse(rounds)),
    ["snapshot", var content, .. var counts] => counts.Select(count => Snapshots.Run(content, int.Parse(count))).Sum(),
    ["clusters", var content, .. var counts] => counts.Select(count => MapGroups.Run(content, int.Parse(count))).Sum(),
    ["search", var content] => ItemLookup.Run(content),
    ["bookings", var content, var provider, var where, var seconds] => await Bookings.RunAsync(content, provider, where, int.Parse(seconds)),
    ["bookings-http", var address, var seconds, var stage] => await BookingsOverHttp.RunAsync(address, int.Parse(seconds), int.Parse(stage)),
    _ => Usage(),
};

static int Usage()
{
    Console.Error.WriteLine("usage: hello ADDRESS [ADDRESS of an answer that /like gives too] | nearest [POINTS …] | nearest-data FOLDER POINTS | nearest-of FOLDER ROUNDS | snapshot CONTENT-FOLDER [PLACES …] | clusters CONTENT-FOLDER [PLACES …] | search CONTENT-FOLDER | bookings CONTENT-FOLDER sqlite FOLDER SECONDS | bookings CONTENT-FOLDER postgres CONNECTION SECONDS | bookings-http ADDRESS SECONDS STAGE");
    return 2;
}
