using System.Text.Json;
using Jizhou.Public.Api.Platform.Http;
using Jizhou.Public.Api.Platform.Security;

namespace Jizhou.Public.Api.Reports;

/// <summary>What a reporter may have given that leads to a person. Kept encrypted in one piece.</summary>
/// <param name="Phone">Digits; null when none was given.</param>
/// <param name="Note">Free text; null when none was given.</param>
public sealed record Personal(string? Phone, string? Note);

/// <summary>How reports keep what is personal: encrypted, and the phone as a keyed hash beside it, so that an operator finds a caller's reports.</summary>
public sealed class ReportSecrets(PersonalDataProtector protector, KeyedHash hash)
{
    /// <summary>Purpose of phone and note.</summary>
    public const string PersonalPurpose = "report.personal";

    /// <summary>Purpose of a photo.</summary>
    public const string PhotoPurpose = "report.photo";

    /// <summary>A keyed hash as hexadecimal text; the same text under another purpose is another hash.</summary>
    public string Key(string purpose, string text) => Convert.ToHexStringLower(hash.Of(text, "report." + purpose));

    /// <summary>Encrypts; null when there is nothing to keep.</summary>
    public byte[]? Seal(Personal personal) =>
        personal is { Phone: null, Note: null } ? null : protector.Encrypt(JsonSerializer.Serialize(personal, JsonForm.Options), PersonalPurpose);

    /// <summary>Reads again; nothing when nothing was kept or it is erased.</summary>
    public Personal Open(byte[]? secret) =>
        secret is null ? new Personal(null, null) : JsonSerializer.Deserialize<Personal>(protector.Decrypt(secret, PersonalPurpose), JsonForm.Options)!;

    /// <summary>Encrypts a photo.</summary>
    public byte[] SealPhoto(byte[] photo) => protector.EncryptBytes(photo, PhotoPurpose);

    /// <summary>The photo again.</summary>
    public byte[] OpenPhoto(byte[] secret) => protector.DecryptBytes(secret, PhotoPurpose);
}
