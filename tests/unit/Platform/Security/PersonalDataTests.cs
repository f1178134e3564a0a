using System.Security.Cryptography;
using Jizhou.Public.Api.Platform.Security;

namespace Jizhou.Public.UnitTests.Platform.Security;

/// <summary>Encryption and keyed hashes of personal data.</summary>
public sealed class PersonalDataTests
{
    private readonly KeyRing _ring = KeyRing.Create();

    [Theory]
    [InlineData("")]
    [InlineData("13800000000")]
    [InlineData("𠮷野家旁 3 号 😀")]
    public void What_is_encrypted_comes_back(string text)
    {
        var protector = new PersonalDataProtector(_ring);
        Assert.Equal(text, protector.Decrypt(protector.Encrypt(text, "booking.phone"), "booking.phone"));
    }

    [Fact]
    public void The_same_text_never_looks_the_same()
    {
        var protector = new PersonalDataProtector(_ring);
        Assert.NotEqual(protector.Encrypt("13800000000", "p"), protector.Encrypt("13800000000", "p"));
    }

    [Fact]
    public void Another_purpose_or_ring_or_a_changed_bit_does_not_open()
    {
        var protector = new PersonalDataProtector(_ring);
        var stored = protector.Encrypt("13800000000", "booking.phone");
        Assert.ThrowsAny<CryptographicException>(() => protector.Decrypt(stored, "booking.name"));
        Assert.ThrowsAny<CryptographicException>(() => new PersonalDataProtector(KeyRing.Create()).Decrypt(stored, "booking.phone"));
        for (var at = 0; at < stored.Length; at++)
        {
            var changed = (byte[])stored.Clone();
            changed[at] ^= 1;
            Assert.ThrowsAny<CryptographicException>(() => protector.Decrypt(changed, "booking.phone"));
        }

        Assert.ThrowsAny<CryptographicException>(() => protector.Decrypt(stored[..10], "booking.phone"));
    }

    [Fact]
    public void After_a_new_key_joined_the_ring_old_values_still_open()
    {
        var stored = new PersonalDataProtector(_ring).Encrypt("3 号", "p");
        var grown = _ring with { DataKeys = new Dictionary<ushort, byte[]>(_ring.DataKeys) { [2] = RandomNumberGenerator.GetBytes(KeyRing.KeyBytes) } };
        var protector = new PersonalDataProtector(grown);
        Assert.Equal("3 号", protector.Decrypt(stored, "p"));
        Assert.Equal(2, protector.Encrypt("3 号", "p")[1]);
    }

    [Fact]
    public void A_keyed_hash_finds_the_same_text_under_the_same_purpose_and_ring_only()
    {
        var hash = new KeyedHash(_ring);
        Assert.Equal(hash.Of("13800000000", "phone"), hash.Of("13800000000", "phone"));
        Assert.NotEqual(hash.Of("13800000000", "phone"), hash.Of("13800000000", "other"));
        Assert.NotEqual(hash.Of("13800000000", "phone"), new KeyedHash(KeyRing.Create()).Of("13800000000", "phone"));
    }
}
