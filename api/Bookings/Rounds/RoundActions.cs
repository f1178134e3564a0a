using Jizhou.Public.Api.Platform.Operators;
using Jizhou.Public.Api.Platform.Operators.Audit;

namespace Jizhou.Public.Api.Bookings.Rounds;

/// <summary>Who may do what with rounds.</summary>
public static class RoundRoles
{
    /// <summary>May see rounds; a viewer sees phones and addresses masked.</summary>
    public static readonly string[] Readers = [Roles.Viewer, Roles.Dispatcher, Roles.Administrator];

    /// <summary>May make and hand out rounds.</summary>
    public static readonly string[] Makers = [Roles.Dispatcher, Roles.Administrator];
}

/// <summary>What is noted about rounds.</summary>
public static class RoundActions
{
    /// <summary>Rounds of a day were proposed anew.</summary>
    public static readonly AuditAction Proposed = new("round-propose", "排车");

    /// <summary>A stop went to another vehicle, or out of its round.</summary>
    public static readonly AuditAction Moved = new("round-move", "换车");

    /// <summary>A round was handed to its crew.</summary>
    public static readonly AuditAction HandedOut = new("round-hand-out", "派车");

    /// <summary>A round was taken back.</summary>
    public static readonly AuditAction TakenBack = new("round-take-back", "收回派车");

    /// <summary>The order of an area's villages was saved.</summary>
    public static readonly AuditAction OrderSaved = new("village-order", "保存村序");

    /// <summary>A sheet or table with phones and addresses was opened.</summary>
    public static readonly AuditAction SheetOpened = new("round-sheet", "打开清运单");

    /// <summary>An account got its vehicle.</summary>
    public static readonly AuditAction CrewSet = new("crew-truck", "收运员的车");

    /// <summary>A result that did not fit was settled.</summary>
    public static readonly AuditAction Settled = new("result-settle", "处理对不上的结果");

    /// <summary>All of them.</summary>
    public static IReadOnlyList<AuditAction> All { get; } = [Proposed, Moved, HandedOut, TakenBack, OrderSaved, SheetOpened, CrewSet, Settled];
}
