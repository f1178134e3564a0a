using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace Jizhou.Public.Api.Platform.Security;

/// <summary>
/// Encrypts phone, name, address and note for storage with AES-256-GCM. Stored form: key id (2 bytes) · nonce (12) ·
/// ciphertext · tag (16).
/// </summary>
public sealed class PersonalDataProtector(LiveKeyRing live)
{
    private const int IdBytes = 2;
    private const int NonceBytes = 12;
    private const int TagBytes = 16;

    /// <summary>With a ring that never changes.</summary>
    public PersonalDataProtector(KeyRing ring)
        : this(new LiveKeyRing(ring))
    {
    }

    /// <summary>Encrypts a text.</summary>
    /// <param name="text">Any text.</param>
    /// <param name="purpose">What it is and where it stands, e.g. <c>booking.phone</c>: a value copied to another column does not open.</param>
    public byte[] Encrypt(string text, string purpose)
    {
        var plain = Encoding.UTF8.GetBytes(text);
        var stored = EncryptBytes(plain, purpose);
        CryptographicOperations.ZeroMemory(plain);
        return stored;
    }

    /// <summary>Encrypts bytes, e.g. a picture.</summary>
    public byte[] EncryptBytes(ReadOnlySpan<byte> plain, string purpose)
    {
        var stored = new byte[IdBytes + NonceBytes + plain.Length + TagBytes];
        var ring = live.Current;
        var id = ring.CurrentId;
        BinaryPrimitives.WriteUInt16BigEndian(stored, id);
        var nonce = stored.AsSpan(IdBytes, NonceBytes);
        RandomNumberGenerator.Fill(nonce);
        using var aes = new AesGcm(ring.DataKeys[id], TagBytes);
        aes.Encrypt(
            nonce, plain, stored.AsSpan(IdBytes + NonceBytes, plain.Length), stored.AsSpan(stored.Length - TagBytes), Encoding.UTF8.GetBytes(purpose));
        return stored;
    }

    /// <summary>
    /// The text again. Throws <see cref="CryptographicException"/> when the bytes were changed, belong to another purpose or
    /// to a key that is not in the ring.
    /// </summary>
    public string Decrypt(byte[] stored, string purpose)
    {
        var plain = DecryptBytes(stored, purpose);
        var text = Encoding.UTF8.GetString(plain);
        CryptographicOperations.ZeroMemory(plain);
        return text;
    }

    /// <summary>The bytes again; throws like <see cref="Decrypt"/>.</summary>
    public byte[] DecryptBytes(ReadOnlySpan<byte> stored, string purpose)
    {
        if (stored.Length < IdBytes + NonceBytes + TagBytes
            || live.Find(BinaryPrimitives.ReadUInt16BigEndian(stored)) is not { } key)
        {
            throw new CryptographicException("The stored value is too short or names a key that is not in the ring.");
        }

        var plain = new byte[stored.Length - IdBytes - NonceBytes - TagBytes];
        using var aes = new AesGcm(key, TagBytes);
        aes.Decrypt(
            stored.Slice(IdBytes, NonceBytes), stored.Slice(IdBytes + NonceBytes, plain.Length), stored[^TagBytes..], plain, Encoding.UTF8.GetBytes(purpose));
        return plain;
    }
}
