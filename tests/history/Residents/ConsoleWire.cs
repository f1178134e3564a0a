using System.Net;
using System.Text.Json;
using System.Text.RegularExpressions;
using Jizhou.Public.History.Machines;
using Jizhou.Public.History.Recording;

namespace Jizhou.Public.History.Residents;

/// <summary>The console of one server as an operator's browser uses it. Cookies are kept by hand: they are Secure, and a jar would not send them to http://127.0.0.1.</summary>
public sealed partial class ConsoleWire(ServerNode server, int node, CallLog log)
{
    /// <summary>The dispatcher's account.</summary>
    public const string Name = "dispatcher";

    /// <summary>Its password, made for this run alone.</summary>
    public static string Password { get; } = System.Security.Cryptography.RandomNumberGenerator.GetHexString(24);

    private readonly Dictionary<string, string> _cookies = new(StringComparer.Ordinal);
    private string? _token;

    /// <summary>Closes, calls off or opens slots of one area and day; null when nothing can have been asked.</summary>
    public async Task<Call?> DecideAsync(Kind kind, IReadOnlyList<string> slots)
    {
        try
        {
            _token ??= await SignInAsync();
        }
        catch (Exception failure) when (failure is HttpRequestException or TaskCanceledException or IOException)
        {
            return null; // the server is away; signing in decides nothing
        }

        return _token is null ? null : await SendAsync(new Call { Kind = kind, Start = CallLog.Now, Node = node, Slots = slots }, _token);
    }

    private async Task<Call?> SendAsync(Call call, string token)
    {
        try
        {
            using var answer = await PostAsync(call.Kind switch { Kind.Postpone => "/console/calendar/postpone/", Kind.Close => "/console/calendar/day/close/", _ => "/console/calendar/day/open/" }, Fields(call.Slots, token));
            var body = await answer.Content.ReadAsStringAsync();
            Understand(call, answer, body);
        }
        catch (HttpRequestException failure) when (failure.HttpRequestError == HttpRequestError.ConnectionError)
        {
            return null;
        }
        catch (Exception failure) when (failure is HttpRequestException or TaskCanceledException or IOException)
        {
            call.Code = failure.GetType().Name;
        }

        log.Add(call);
        return call;
    }

    private void Understand(Call call, HttpResponseMessage answer, string body)
    {
        (call.Status, call.Answered) = ((int)answer.StatusCode, CallLog.Now);
        var isDone = answer.StatusCode == HttpStatusCode.Redirect && answer.Headers.Location?.OriginalString.StartsWith("/console/calendar/", StringComparison.Ordinal) == true;
        call.Code = isDone ? null : answer.StatusCode == HttpStatusCode.Redirect ? "signed_out" : CodeOf(answer, body);
        call.Outcome = isDone ? Outcome.Done : call.Status >= 500 && call.Code != "busy" ? Outcome.Unknown : Outcome.Refused;
        call.End = call.Outcome == Outcome.Unknown ? long.MaxValue : call.Answered;
        _token = call.Code is "signed_out" ? null : _token;
    }

    private static string CodeOf(HttpResponseMessage answer, string body)
    {
        if (answer.Content.Headers.ContentType?.MediaType != "application/problem+json")
        {
            return $"page_{(int)answer.StatusCode}";
        }

        using var json = JsonDocument.Parse(body);
        return json.RootElement.GetProperty("code").GetString()!;
    }

    // Null when the server did not let anybody in just now.
    private async Task<string?> SignInAsync()
    {
        _cookies.Clear();
        const string Door = "/console/sign-in/";
        using var opened = await PostAsync(Door, [("name", Name), ("password", Password), ("form-token", await TokenAsync(Door))]);
        if (opened.StatusCode != HttpStatusCode.Redirect)
        {
            return null;
        }

        var token = await TokenAsync("/console/calendar/postpone/");
        return token.Length > 0 ? token : null;
    }

    private async Task<string> TokenAsync(string page)
    {
        using var answer = await FetchAsync(new HttpRequestMessage(HttpMethod.Get, page));
        return WebUtility.HtmlDecode(FormToken().Match(await answer.Content.ReadAsStringAsync()).Groups[1].Value);
    }

    private Task<HttpResponseMessage> PostAsync(string path, IEnumerable<(string Name, string Value)> fields)
        => FetchAsync(new HttpRequestMessage(HttpMethod.Post, path) { Content = new FormUrlEncodedContent(fields.Select(field => KeyValuePair.Create(field.Name, field.Value))) });

    private async Task<HttpResponseMessage> FetchAsync(HttpRequestMessage request)
    {
        using (request)
        {
            request.Headers.TryAddWithoutValidation("Cookie", string.Join("; ", _cookies.Select(cookie => $"{cookie.Key}={cookie.Value}")));
            var answer = await server.Console.SendAsync(request);
            foreach (var cookie in answer.Headers.TryGetValues("Set-Cookie", out var set) ? set : [])
            {
                var pair = cookie.Split(';')[0].Split('=', 2);
                _cookies[pair[0]] = pair[1];
            }

            return answer;
        }
    }

    private static IEnumerable<(string Name, string Value)> Fields(IReadOnlyList<string> slots, string token)
    {
        var parts = slots.Select(slot => slot.Split('.')).ToList();
        return [("area", parts[0][0]), ("page", parts[0][0]), ("date", parts[0][1]), .. parts.Select(part => ("window", part[2])), ("reason", "snow"), ("note", ""), ("sure", "yes"), ("form-token", token)];
    }

    [GeneratedRegex("name=\"form-token\" value=\"([^\"]*)\"")]
    private static partial Regex FormToken();
}
