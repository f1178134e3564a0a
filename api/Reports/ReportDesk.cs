using Jizhou.Public.Api.Platform.Hosting;
using Jizhou.Public.Api.Platform.Persistence;

namespace Jizhou.Public.Api.Reports;

/// <summary>What every operation that decides needs at hand.</summary>
/// <param name="Facts">Kinds, calendar, villages.</param>
/// <param name="Places">The places that can be reported.</param>
/// <param name="Database">The truth.</param>
/// <param name="Clock">The time in Jizhou.</param>
/// <param name="Secrets">Encryption and keyed hashes.</param>
/// <param name="PhotoBytes">Most bytes of a photo.</param>
public sealed record ReportDesk(ReportFacts Facts, ReportPlaces Places, IDatabase Database, JizhouClock Clock, ReportSecrets Secrets, int PhotoBytes);
