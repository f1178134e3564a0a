namespace Jizhou.Public.Content;

/// <summary>One department, company or body that answers for something.</summary>
/// <param name="Id">Kebab id, such as <c>city-management</c>.</param>
/// <param name="Name">Its name, as the plan's most common spelling has it.</param>
/// <param name="Kind">Code of its kind, one of <see cref="OfficeDirectory.Kinds"/>.</param>
/// <param name="Aliases">Other spellings that the plan uses for it.</param>
public sealed record Office(string Id, string Name, string Kind, IReadOnlyList<string> Aliases)
{
    /// <summary>The kind for people: 区级部门, 企业…</summary>
    public string KindName => OfficeDirectory.KindNames[Kind];
}

/// <summary>An office as some text of the plan names it.</summary>
/// <param name="Id">Id of the office.</param>
/// <param name="Name">Its name.</param>
/// <param name="Raw">The spelling at this place of the plan.</param>
public sealed record OfficeMention(string Id, string Name, string Raw);
