using System.Globalization;
using System.Text;

namespace Jizhou.Public.Api.Platform.Notices.Smtp;

/// <summary>A mail as it crosses the wire (RFC 5322 and 2045): head, base64 body, and the dot that ends it.</summary>
internal static class MailText
{
    private const int Base64Line = 76;
    private const int EncodedBytes = 39; // with "Subject: " and =?UTF-8?B?…?= still below 76 characters

    /// <summary>The bytes behind DATA. Control characters in the subject become blanks, so that it cannot add a line to the head.</summary>
    public static byte[] Write(SmtpSettings settings, string id, string subject, string text, DateTimeOffset at)
    {
        var mail = new StringBuilder()
            .Append(CultureInfo.InvariantCulture, $"From: <{settings.From}>\r\n")
            .Append(CultureInfo.InvariantCulture, $"To: {string.Join(",\r\n ", settings.To.Select(to => $"<{to}>"))}\r\n")
            .Append(CultureInfo.InvariantCulture, $"Subject: {Encode(subject)}\r\n")
            .Append(CultureInfo.InvariantCulture, $"Date: {at.UtcDateTime.ToString("ddd, dd MMM yyyy HH:mm:ss", CultureInfo.InvariantCulture)} +0000\r\n")
            .Append(CultureInfo.InvariantCulture, $"Message-ID: <{id}@{settings.From[(settings.From.LastIndexOf('@') + 1)..]}>\r\n")
            .Append("MIME-Version: 1.0\r\nContent-Type: text/plain; charset=utf-8\r\nContent-Transfer-Encoding: base64\r\n")
            .Append("Auto-Submitted: auto-generated\r\n\r\n");
        var body = Convert.ToBase64String(Encoding.UTF8.GetBytes(text.ReplaceLineEndings("\r\n")));
        for (var start = 0; start < body.Length; start += Base64Line)
        {
            mail.Append(body.AsSpan(start, Math.Min(Base64Line, body.Length - start))).Append("\r\n");
        }

        // Neither a head nor base64 can begin a line with a dot, so none has to be doubled.
        return Encoding.ASCII.GetBytes(mail.Append(".\r\n").ToString());
    }

    // RFC 2047: encoded words, none of which cuts a character in two.
    private static string Encode(string subject)
    {
        var (words, word) = (new List<string>(), new List<byte>());
        var bytes = new byte[4];
        foreach (var rune in subject.EnumerateRunes())
        {
            var length = (Rune.IsControl(rune) ? new Rune(' ') : rune).EncodeToUtf8(bytes);
            if (word.Count + length > EncodedBytes)
            {
                words.Add(Convert.ToBase64String([.. word]));
                word.Clear();
            }

            word.AddRange(bytes.AsSpan(0, length));
        }

        words.Add(Convert.ToBase64String([.. word]));
        return string.Join("\r\n ", words.Select(w => $"=?UTF-8?B?{w}?="));
    }
}
