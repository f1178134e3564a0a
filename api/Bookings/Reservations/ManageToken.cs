using System.Security.Cryptography;
using System.Text;
using Microsoft.Net.Http.Headers;

namespace Jizhou.Public.Api.Bookings.Reservations;

/// <summary>The right to see and change one booking: 128 random bits, of which we keep only a hash.</summary>
public static class ManageToken
{
    private const string Scheme = "Manage ";

    /// <summary>A new token.</summary>
    public static string New() => Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(16));

    /// <summary>What is stored. A plain hash is enough: 128 random bits cannot be guessed from it.</summary>
    public static string Hash(string token) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(token)));

    /// <summary>The token of <c>Authorization: Manage …</c>; empty when there is none, which then matches nothing.</summary>
    public static string Of(HttpRequest request) =>
        request.Headers[HeaderNames.Authorization] is [{ Length: <= 200 } header] && header.StartsWith(Scheme, StringComparison.OrdinalIgnoreCase)
            ? header[Scheme.Length..].Trim()
            : "";
}
