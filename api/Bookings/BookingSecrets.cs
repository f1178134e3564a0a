using System.Text;
using System.Text.Json;
using Jizhou.Public.Api.Platform.Http;
using Jizhou.Public.Api.Platform.Security;

namespace Jizhou.Public.Api.Bookings;

/// <summary>How bookings keep what is personal: encrypted where it must be read again, as a keyed hash where it must only be found.</summary>
public sealed class BookingSecrets(PersonalDataProtector protector, KeyedHash hash)
{
    /// <summary>Purpose of the address of a hold.</summary>
    public const string HoldAddress = "booking.hold-address";

    /// <summary>Purpose of a booking's personal data.</summary>
    public const string PersonalData = "booking.personal";

    /// <summary>Purpose of what a resident wrote about a missed pickup.</summary>
    public const string MissedNote = "booking.missed";

    /// <summary>Purpose of a kept answer.</summary>
    public const string Answer = "booking.answer";

    /// <summary>Purpose of a crew's photo of a stop.</summary>
    public const string Photo = "round.photo";

    /// <summary>A keyed hash as hexadecimal text; the same text under another purpose is another hash.</summary>
    public string Key(string purpose, string text) => Convert.ToHexStringLower(hash.Of(text, "booking." + purpose));

    /// <summary>Encrypts a value.</summary>
    public byte[] Seal<T>(T value, string purpose) => protector.Encrypt(JsonSerializer.Serialize(value, JsonForm.Options), purpose);

    /// <summary>The value again.</summary>
    public T Open<T>(byte[] secret, string purpose) => JsonSerializer.Deserialize<T>(protector.Decrypt(secret, purpose), JsonForm.Options)!;

    /// <summary>Encrypts the bytes of a JSON answer.</summary>
    public byte[] SealAnswer(byte[] json) => protector.Encrypt(Encoding.UTF8.GetString(json), Answer);

    /// <summary>The same bytes again.</summary>
    public byte[] OpenAnswer(byte[] secret) => Encoding.UTF8.GetBytes(protector.Decrypt(secret, Answer));

    /// <summary>Encrypts a crew's photo.</summary>
    public byte[] SealPhoto(byte[] photo) => protector.EncryptBytes(photo, Photo);

    /// <summary>The photo again.</summary>
    public byte[] OpenPhoto(byte[] secret) => protector.DecryptBytes(secret, Photo);
}
