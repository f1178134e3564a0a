namespace Jizhou.Public.Api.Places.Import.Decoding;

/// <summary>What the bytes of a file can be: counted in one pass, so that a great file is not held.</summary>
internal sealed class ByteStatistics
{
    private readonly long[] _zeros = new long[2];
    private long _count;
    private long _high;
    private long _beside;
    private int _before;
    private bool _counted;
    private byte _lead;
    private long _frequentGb;
    private long _frequentBig5;
    private long _windows;

    /// <summary>Goes through all bytes.</summary>
    public static ByteStatistics Of(SourceBytes bytes)
    {
        var statistics = new ByteStatistics();
        using var stream = bytes.Open();
        var piece = new byte[64 * 1024];
        for (int read; (read = stream.Read(piece)) > 0;)
        {
            statistics.Add(piece.AsSpan(0, read));
        }

        return statistics;
    }

    /// <summary>Whether there is none.</summary>
    public bool IsEmpty => _count == 0;

    /// <summary>Whether bytes above 7F hardly ever stand side by side: single accented letters between Latin ones.</summary>
    public bool IsSparse => _beside * 3 < _high;

    /// <summary>Whether bytes stand there that only Windows' form of Latin-1 has.</summary>
    public bool IsWindows => _windows > 0;

    /// <summary>Whether the frequent characters of GB 2312 come up at least as often as those of Big5.</summary>
    public bool LooksSimplified => _frequentGb >= _frequentBig5;

    /// <summary>UTF-16 without a mark has a zero in every second byte of Latin letters, digits and separators; null when it does not look like it.</summary>
    public bool? IsBigEndian => _zeros[0] + (_zeros[1] * 10) < _count && _zeros[1] + (_zeros[0] * 10) < _count ? null : _zeros[0] > _zeros[1];

    private void Add(ReadOnlySpan<byte> bytes)
    {
        foreach (var one in bytes)
        {
            _zeros[_count++ & 1] += one == 0 ? 1 : 0;
            AddHigh(one);
            AddPair(one);
        }
    }

    private void AddHigh(byte one)
    {
        if (one > 0x7F)
        {
            _high++;
            _windows += one <= 0x9F ? 1 : 0;
            if (_before > 0x7F)
            {
                _beside += _counted ? 1 : 2;
                _counted = true;
            }
        }
        else
        {
            _counted = false;
        }

        _before = one;
    }

    /// <summary>Level 1 of GB 2312 lies at B0–D7 with second bytes A1–FE, that of Big5 at A4–C6 with second bytes 40–7E and A1–FE; A1–A3 are punctuation.</summary>
    private void AddPair(byte one)
    {
        if (_lead == 0)
        {
            _lead = one >= 0x81 ? one : (byte)0;
            return;
        }

        var (lead, trail) = (_lead, one);
        _lead = 0;
        var punctuation = lead is >= 0xA1 and <= 0xA3;
        _frequentGb += trail >= 0xA1 && (punctuation || lead is >= 0xB0 and <= 0xD7) ? 1 : 0;
        _frequentBig5 += (trail >= 0xA1 || trail is >= 0x40 and <= 0x7E) && (punctuation || lead is >= 0xA4 and <= 0xC6) ? 1 : 0;
    }
}
