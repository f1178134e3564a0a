using System.Globalization;
using System.Net.Http.Json;
using System.Text.Json;
using Jizhou.Public.History.Machines;
using Jizhou.Public.History.Recording;

namespace Jizhou.Public.History.Residents;

/// <summary>The public HTTP API as a stranger calls it. Every call that may have reached a server is written down.</summary>
public sealed class Wire(IReadOnlyList<ServerNode> nodes, CallLog log)
{
    /// <summary>The village everybody lives in.</summary>
    public const string Village = "120119100201";

    /// <summary>How many servers there are.</summary>
    public int Nodes => nodes.Count;

    /// <summary>POST /bookings/holds.</summary>
    public async Task<Call?> HoldAsync(int node, HoldTry hold)
    {
        var call = new Call { Kind = Kind.Hold, Start = CallLog.Now, Node = node, Hold = hold };
        return await SendAsync(call, Json(HttpMethod.Post, "holds", new { slot = hold.Slot, village = Village, address = hold.Address, items = Items(hold.Items) }), body =>
        {
            hold.ExpiresAt = body.GetProperty("expiresAt").GetDateTimeOffset();
            hold.Id = body.GetProperty("hold").GetString();
        });
    }

    /// <summary>DELETE /bookings/holds/{hold}.</summary>
    public Task<Call?> ReleaseAsync(int node, HoldTry hold)
        => SendAsync(new Call { Kind = Kind.Release, Start = CallLog.Now, Node = node, Hold = hold }, new(HttpMethod.Delete, "holds/" + hold.Id), null);

    /// <summary>POST /bookings.</summary>
    public Task<Call?> ConfirmAsync(int node, Confirmation from, Kind kind, bool otherBody = false)
    {
        var call = new Call { Kind = kind, Start = CallLog.Now, Node = node, Hold = from.Hold, Confirmation = from, OtherBody = otherBody };
        var request = Json(HttpMethod.Post, "", new { hold = from.Hold.Id, phone = from.Phone, name = from.Name, note = otherBody ? from.Note + "，改" : from.Note });
        request.Headers.Add("Idempotency-Key", from.Key);
        return SendAsync(call, request, body => call.Reference = body.GetProperty("reference").GetString());
    }

    /// <summary>PATCH /bookings/{reference}.</summary>
    public Task<Call?> AmendAsync(int node, Booking booking, Change change)
    {
        var body = new Dictionary<string, object>(StringComparer.Ordinal);
        if (change.Slot is not null)
        {
            body["slot"] = change.Slot;
        }

        if (change.Items is not null)
        {
            body["items"] = Items(change.Items);
        }

        if (change.Note is not null)
        {
            body["note"] = change.Note;
        }

        return ManageAsync(new Call { Kind = Kind.Amend, Start = CallLog.Now, Node = node, Booking = booking, Change = change }, Json(HttpMethod.Patch, booking.Reference, body));
    }

    /// <summary>DELETE /bookings/{reference}.</summary>
    public Task<Call?> CancelAsync(int node, Booking booking)
        => ManageAsync(new Call { Kind = Kind.Cancel, Start = CallLog.Now, Node = node, Booking = booking }, new(HttpMethod.Delete, booking.Reference));

    /// <summary>GET /bookings/{reference}.</summary>
    public Task<Call?> ReadAsync(int node, Booking booking)
        => ManageAsync(new Call { Kind = Kind.Read, Start = CallLog.Now, Node = node, Booking = booking }, new(HttpMethod.Get, booking.Reference));

    /// <summary>POST /bookings/lookup.</summary>
    public Task<Call?> LookUpAsync(int node, Booking booking, bool wrong = false)
    {
        var ending = booking.From.Phone[^4..];
        var call = new Call { Kind = wrong ? Kind.WrongLookUp : Kind.LookUp, Start = CallLog.Now, Node = node, Booking = booking };
        var asked = wrong ? ((int.Parse(ending) + 1) % 10_000).ToString("0000", CultureInfo.InvariantCulture) : ending;
        return SendAsync(call, Json(HttpMethod.Post, "lookup", new { reference = booking.Reference, phoneEnding = asked }), body => call.Seen = Job(body.GetProperty("booking")));
    }

    /// <summary>GET /bookings/slots; the ids that can be booked.</summary>
    public async Task<IReadOnlyList<string>?> SlotsAsync(int node)
    {
        List<string> slots = [];
        var call = new Call { Kind = Kind.List, Start = CallLog.Now, Node = node };
        var sent = await SendAsync(call, new(HttpMethod.Get, "slots?village=" + Village), body => slots.AddRange(body.GetProperty("items").EnumerateArray()
            .Where(slot => slot.GetProperty("state").GetString() == "open").Select(slot => slot.GetProperty("id").GetString()!)));
        return sent?.Outcome == Outcome.Done ? slots : null;
    }

    /// <summary>The booking of an acknowledged confirmation.</summary>
    public static Booking Booking(Call confirmed)
    {
        using var body = JsonDocument.Parse(confirmed.Body!);
        var root = body.RootElement;
        var first = new Job(root.GetProperty("slot").GetProperty("id").GetString()!, Spell(root.GetProperty("items")), confirmed.Confirmation!.Note ?? "", root.GetProperty("state").GetString()!);
        return new Booking(root.GetProperty("reference").GetString()!, root.GetProperty("manageToken").GetString()!, confirmed.Confirmation, first, confirmed.Body!);
    }

    private Task<Call?> ManageAsync(Call call, HttpRequestMessage request)
    {
        request.Headers.TryAddWithoutValidation("Authorization", "Manage " + call.Booking!.Token);
        return SendAsync(call, request, body => call.Seen = Job(body));
    }

    // Null when nothing can have been asked.
    private async Task<Call?> SendAsync(Call call, HttpRequestMessage request, Action<JsonElement>? read)
    {
        using (request)
        {
            var wasUp = nodes[call.Node].IsUp;
            try
            {
                using var answer = await nodes[call.Node].Http.SendAsync(request);
                var body = await answer.Content.ReadAsByteArrayAsync();
                call.Status = (int)answer.StatusCode;
                Understand(call, body, read);
            }
            catch (HttpRequestException failure) when (failure.HttpRequestError == HttpRequestError.ConnectionError && (request.Content is not null || !wasUp))
            {
                return null; // of a running server and without a body, the client may have sent it before, on a connection that broke, and could not send it again
            }
            catch (Exception failure) when (failure is HttpRequestException or TaskCanceledException or IOException)
            {
                call.Code = failure.GetType().Name;
            }
        }

        log.Add(call);
        return call;
    }

    private static void Understand(Call call, byte[] body, Action<JsonElement>? read)
    {
        using var json = body.Length > 0 ? JsonDocument.Parse(body) : null;
        if (call.Status < 300)
        {
            call.Body = call.Kind is Kind.Confirm or Kind.Replay ? body : null;
            read?.Invoke(json!.RootElement);
            call.Outcome = Outcome.Done;
        }
        else
        {
            call.Code = json?.RootElement.TryGetProperty("code", out var code) == true ? code.GetString() : null;
            call.Outcome = call.Status >= 500 && call.Code != "busy" ? Outcome.Unknown : Outcome.Refused;
        }

        if (call.Outcome != Outcome.Unknown)
        {
            call.End = CallLog.Now;
        }
    }

    private static HttpRequestMessage Json(HttpMethod method, string path, object body) => new(method, path) { Content = JsonContent.Create(body, body.GetType()) };

    private static IEnumerable<object> Items(string items) => Goods.Read(items).Select(line => new { code = line.Code, count = line.Count });

    private static Job Job(JsonElement view) => new(
        view.GetProperty("slot").GetProperty("id").GetString()!, Spell(view.GetProperty("items")), view.GetProperty("note").GetString() ?? "", view.GetProperty("state").GetString()!);

    private static string Spell(JsonElement items) => Goods.Spell(items.EnumerateArray().Select(line => (line.GetProperty("code").GetString()!, line.GetProperty("count").GetInt32())));
}
