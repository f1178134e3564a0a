using System.Collections;
using System.Globalization;
using System.Text;
using Jizhou.Public.Api.Places.Import.Planning;
using Jizhou.Public.Content;

namespace Jizhou.Public.Api.Places.Import.Rows;

/// <summary>
/// All drafts of a file, packed into bytes (some 100 for a place instead of a kilobyte of objects; words that many rows share stand once), so that a million of them fits into memory
/// beside everything else. A draft is unpacked whenever it is asked for.
/// </summary>
#pragma warning disable CA1001 // a stream over memory holds nothing that must be given back
public sealed class DraftList : IReadOnlyCollection<Draft>
#pragma warning restore CA1001
{
    private const int PieceBytes = 1024 * 1024;

    private readonly List<byte[]> _pieces = [];
    private readonly PackedList<long> _starts = new();
    private readonly SharedWords _shared = new();
    private readonly MemoryStream _packed = new();
    private readonly BinaryWriter _pen;
    private int _used = PieceBytes;

    /// <summary>An empty list.</summary>
    public DraftList() => _pen = new(_packed, Encoding.UTF8);

    /// <inheritdoc />
    public int Count => _starts.Count;

    /// <summary>The draft with a number from 0.</summary>
    public Draft this[int at]
    {
        get
        {
            var start = _starts[at];
            var piece = _pieces[(int)(start >> 32)];
            using var reader = new BinaryReader(new MemoryStream(piece, (int)start, piece.Length - (int)start, writable: false), Encoding.UTF8);
            return Unpack(reader);
        }

        set => _starts[at] = Keep(value); // the old bytes stay unused
    }

    /// <summary>Adds a draft at the end.</summary>
    public void Add(Draft draft) => _starts.Add(Keep(draft));

    /// <inheritdoc />
    public IEnumerator<Draft> GetEnumerator()
    {
        for (var i = 0; i < Count; i++)
        {
            yield return this[i];
        }
    }

    /// <inheritdoc />
    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    private long Keep(Draft draft)
    {
        _packed.SetLength(0);
        Pack(draft);
        var length = (int)_packed.Length;
        if (_used + length > PieceBytes)
        {
            _pieces.Add(new byte[Math.Max(PieceBytes, length)]);
            _used = 0;
        }

        _packed.GetBuffer().AsSpan(0, length).CopyTo(_pieces[^1].AsSpan(_used));
        _used += length;
        return ((long)(_pieces.Count - 1) << 32) | (uint)(_used - length);
    }

    private void Pack(Draft draft)
    {
        var says = draft.Says;
        _pen.Write7BitEncodedInt(draft.Row);
        _pen.Write((int)draft.Speaks);
        _pen.Write((byte)(Bit(says.Sample, 0) | Bit(says.Illustrative, 1) | Bit(says.DualNetwork, 2) | Bit(says.AppointmentOnly, 3) | Bit(says.Position is not null, 4)));
        _pen.Write((byte)(Three(says.Pays) | (Three(says.StepFree) << 2)));
        if (says.Position is { } point)
        {
            _pen.Write(point.Lng);
            _pen.Write(point.Lat);
        }

        foreach (var text in new[] { draft.Id, says.Name, says.Phone, says.Address })
        {
            _pen.Write(text is null ? "\0" : text);
        }

        foreach (var text in new[]
        {
            says.Kind, says.Setting, says.Level, Joined(says.Accepts), Joined(says.Rejects), says.Audience, says.Access, says.Operator, says.Hours, says.Source, says.Licence,
            says.LastVerified is { } seen ? Day(seen) : null, says.VerifiedBy, says.Township, says.Village,
            Joined([.. says.Dates.Select(Day)]), Joined([.. says.Lunar.Select(day => day.ToString(CultureInfo.InvariantCulture))]),
        })
        {
            _shared.Write(_pen, text);
        }
    }

    private Draft Unpack(BinaryReader reader)
    {
        var (row, speaks, flags, threes) = (reader.Read7BitEncodedInt(), (DraftFields)reader.ReadInt32(), reader.ReadByte(), reader.ReadByte());
        var position = (flags & 16) != 0 ? new GeoPoint(reader.ReadDouble(), reader.ReadDouble()) : (GeoPoint?)null;
        var (id, name, phone, address) = (Text(reader), Text(reader)!, Text(reader), Text(reader));
        string? Word() => _shared.Read(reader);
        return new(row, id, new Place
        {
            Id = "", Name = name, Kind = Word()!, Setting = Word(), Level = Word(), Accepts = Codes(Word()!), Rejects = Codes(Word()!), Audience = Word()!, Access = Word(),
            Operator = Word(), Hours = Word(), Source = Word()!, Licence = Word(), LastVerified = Word() is { } seen ? Day(seen) : null,
            VerifiedBy = Word(), Township = Word(), Village = Word(),
            Dates = Array.ConvertAll(Codes(Word()!), Day), Lunar = Array.ConvertAll(Codes(Word()!), day => int.Parse(day, CultureInfo.InvariantCulture)),
            Phone = phone, Address = address, Position = position, Sample = (flags & 1) != 0, Illustrative = (flags & 2) != 0, DualNetwork = (flags & 4) != 0,
            AppointmentOnly = (flags & 8) != 0, Pays = Three(threes & 3), StepFree = Three(threes >> 2),
        }, speaks);
    }

    private static int Bit(bool flag, int at) => flag ? 1 << at : 0;

    private static int Three(bool? flag) => flag switch { null => 0, false => 1, true => 2 };

    private static bool? Three(int number) => number == 0 ? null : number == 2;

    private static string Day(DateOnly day) => day.ToString("O", CultureInfo.InvariantCulture);

    private static DateOnly Day(string day) => DateOnly.ParseExact(day, "O", CultureInfo.InvariantCulture);

    private static string Joined(IReadOnlyList<string> codes) => codes.Count == 0 ? "" : string.Join(' ', codes);

    private static string[] Codes(string text) => text.Length == 0 ? [] : text.Split(' ');

    private static string? Text(BinaryReader reader) => reader.ReadString() is var text && text == "\0" ? null : text;
}
