namespace Jizhou.Public.Api.Places.Import;

/// <summary>Between the dry run that was looked at and the import somebody else changed places: nothing was done.</summary>
public sealed class PlanChangedException() : ImportFailedException("刚才有别人改动了点位，这次导入的结果会和您看到的不一样，所以没有导入。请核对新的结果，再按“导入”。");
