namespace Jizhou.Public.History.Recording;

/// <summary>What a call asks for.</summary>
public enum Kind
{
    /// <summary>POST /bookings/holds.</summary>
    Hold,

    /// <summary>DELETE /bookings/holds/{hold}.</summary>
    Release,

    /// <summary>POST /bookings, the first time with this key.</summary>
    Confirm,

    /// <summary>POST /bookings again: the same key, perhaps other words.</summary>
    Replay,

    /// <summary>PATCH /bookings/{reference}.</summary>
    Amend,

    /// <summary>DELETE /bookings/{reference}.</summary>
    Cancel,

    /// <summary>GET /bookings/{reference} by token.</summary>
    Read,

    /// <summary>POST /bookings/lookup with the right phone ending.</summary>
    LookUp,

    /// <summary>POST /bookings/lookup with a wrong one.</summary>
    WrongLookUp,

    /// <summary>GET /bookings/slots.</summary>
    List,

    /// <summary>An operator calls off slots: they are closed, their bookings move to later days.</summary>
    Postpone,

    /// <summary>An operator closes slots; what is booked stays.</summary>
    Close,

    /// <summary>An operator opens slots again.</summary>
    Reopen,
}

/// <summary>What became of a call, as far as the client knows.</summary>
public enum Outcome
{
    /// <summary>2xx: it happened.</summary>
    Done,

    /// <summary>A refusal: nothing happened.</summary>
    Refused,

    /// <summary>The connection broke, the time ran out, or storage failed while it was answered: it may have happened or not.</summary>
    Unknown,
}

/// <summary>One call and its answer. Times are ticks of the checker's own steady clock.</summary>
public sealed class Call
{
    /// <summary>What it asks for.</summary>
    public required Kind Kind { get; init; }

    /// <summary>Before the first byte was sent.</summary>
    public required long Start { get; init; }

    /// <summary>After the last byte was read; for ever when the outcome is unknown.</summary>
    public long End { get; set; } = long.MaxValue;

    /// <summary>When an answer of any kind came; 0 without one.</summary>
    public long Answered { get; set; }

    /// <summary>Which server was asked.</summary>
    public int Node { get; init; }

    /// <summary>What became of it.</summary>
    public Outcome Outcome { get; set; } = Outcome.Unknown;

    /// <summary>HTTP status; 0 without an answer.</summary>
    public int Status { get; set; }

    /// <summary>Code of the refusal.</summary>
    public string? Code { get; set; }

    /// <summary>The hold that is asked for, released or confirmed.</summary>
    public HoldTry? Hold { get; init; }

    /// <summary>The confirmation that is sent.</summary>
    public Confirmation? Confirmation { get; init; }

    /// <summary>True for a replay whose body differs from the first.</summary>
    public bool OtherBody { get; init; }

    /// <summary>The booking that is read or changed.</summary>
    public Booking? Booking { get; init; }

    /// <summary>The slots an operator decides about.</summary>
    public IReadOnlyList<string> Slots { get; init; } = [];

    /// <summary>What an amendment wants.</summary>
    public Change? Change { get; init; }

    /// <summary>The booking as the answer shows it.</summary>
    public Job? Seen { get; set; }

    /// <summary>The answer's bytes, for confirmations.</summary>
    public byte[]? Body { get; set; }

    /// <summary>The reference in the answer to a confirmation.</summary>
    public string? Reference { get; set; }
}

/// <summary>What a booking is at one moment.</summary>
/// <param name="Slot">Id of its slot.</param>
/// <param name="Items">Its items in one spelling, see <see cref="Goods"/>.</param>
/// <param name="Note">Its note; empty for none.</param>
/// <param name="State">booked, cancelled …</param>
public sealed record Job(string Slot, string Items, string Note, string State);

/// <summary>What an amendment wants; null stays as it is.</summary>
public sealed record Change(string? Slot, string? Items, string? Note);

/// <summary>An attempt to hold a slot.</summary>
public sealed class HoldTry(string slot, string address, bool hasDoor, string items)
{
    /// <summary>Id of the slot.</summary>
    public string Slot => slot;

    /// <summary>The address as written.</summary>
    public string Address => address;

    /// <summary>Does it have a door number?</summary>
    public bool HasDoor => hasDoor;

    /// <summary>The items.</summary>
    public string Items => items;

    /// <summary>The hold's id, once acknowledged.</summary>
    public string? Id { get; set; }

    /// <summary>Until when the server promised it.</summary>
    public DateTimeOffset ExpiresAt { get; set; }
}

/// <summary>A confirmation: who books with which key.</summary>
public sealed record Confirmation(HoldTry Hold, string Key, string Phone, string? Name, string? Note);

/// <summary>A booking that was acknowledged.</summary>
/// <param name="Reference">Its number.</param>
/// <param name="Token">Its manage token.</param>
/// <param name="From">How it came to be.</param>
/// <param name="First">What it was then.</param>
/// <param name="Body">The bytes of the answer.</param>
public sealed record Booking(string Reference, string Token, Confirmation From, Job First, byte[] Body)
{
    private int _calls;

    /// <summary>Counts a call on it; false when it has had enough of them for the search over their orders.</summary>
    public bool TryUse() => Interlocked.Increment(ref _calls) <= 40;
}
