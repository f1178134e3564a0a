namespace Jizhou.Public.Api.Places.Import.Planning;

/// <summary>Compares a file with places in memory.</summary>
public static class PlanImport
{
    /// <summary>What applying the file would do.</summary>
    public static ImportReport Of(ImportFile file, PlacesOnRecord record, ImportScope scope, ImportChoices? choices = null)
    {
        var plan = new ImportPlan(file, scope, choices ?? ImportChoices.None);
        var all = record.Standing.Select(place => (Place: place, IsRemoved: false)).Concat(record.Removed.Select(place => (Place: place, IsRemoved: true)))
            .OrderBy(one => one.Place.Id, StringComparer.Ordinal).ToList();
        all.ForEach(one => plan.Note(one.Place, one.IsRemoved));
        plan.Decide();
        all.ForEach(one => plan.Compare(one.Place));
        foreach (var _ in plan.Additions())
        {
            // goes through them for the report
        }

        return plan.Report;
    }
}
