using System.Net;
using System.Text.RegularExpressions;
using Jizhou.Public.Api.Platform.Operators;
using Microsoft.Extensions.DependencyInjection;

namespace Jizhou.Public.ApiTests.Console;

/// <summary>An operator's browser. Keeps cookies by hand: the cookie is Secure, and a cookie jar would not send it to http://127.0.0.1 as browsers do.</summary>
public sealed class ConsoleBrowser(HttpClient http) : IDisposable
{
    /// <summary>The browser of somebody who has not signed in.</summary>
    public ConsoleBrowser(ApiServer server)
        : this(server.Http)
    {
    }

    /// <summary>The password of every operator of the tests.</summary>
    public const string Password = "correct horse battery";

    private readonly System.Collections.Concurrent.ConcurrentDictionary<string, string> _cookies = new(StringComparer.Ordinal);

    /// <summary>Who is signed in.</summary>
    public string Name { get; private set; } = "";

    /// <summary>A server with these settings and one operator, wang.</summary>
    public static async Task<ApiServer> ServerWithAsync(string role, params (string Name, string Value)[] settings)
    {
        var server = new ApiServer();
        foreach (var (name, value) in settings)
        {
            server[name] = value;
        }

        await AddAsync(server, "Wang", role);
        return server;
    }

    /// <summary>Adds an operator to a running server.</summary>
    public static async Task AddAsync(ApiServer server, string name, string role)
    {
        _ = server.Http; // starts it
        Assert.True(await server.Services.GetRequiredService<OperatorStore>().AddAsync(name, role, Password, CancellationToken.None));
    }

    /// <summary>The browser of an operator who has just signed in.</summary>
    public static async Task<ConsoleBrowser> SignedInAsync(ApiServer server, string name = "wang")
    {
        var browser = new ConsoleBrowser(server);
        using var answer = await browser.SignInAsync(name);
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        browser.Name = name;
        return browser;
    }

    /// <summary>Gets an address.</summary>
    public Task<HttpResponseMessage> GetAsync(string path) => SendAsync(new HttpRequestMessage(HttpMethod.Get, path));

    /// <summary>The text of a page, which must be there and never stored.</summary>
    public async Task<string> PageAsync(string path)
    {
        using var answer = await GetAsync(path);
        var page = await answer.Content.ReadAsStringAsync();
        Assert.True(answer.StatusCode == HttpStatusCode.OK, page);
        Assert.True(answer.Headers.CacheControl?.NoStore);
        return page;
    }

    /// <summary>Sends a form as it is, without a token of its own.</summary>
    public Task<HttpResponseMessage> PostAsync(string path, params (string Name, string Value)[] fields) =>
        PostAsync(path, new FormUrlEncodedContent(fields.Select(f => KeyValuePair.Create(f.Name, f.Value))));

    /// <summary>Sends any body.</summary>
    public Task<HttpResponseMessage> PostAsync(string path, HttpContent body) => SendAsync(new HttpRequestMessage(HttpMethod.Post, path) { Content = body });

    /// <summary>Sends any body, and says what kind of answer it wants.</summary>
    public Task<HttpResponseMessage> PostAsync(string path, HttpContent body, string accept)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = body };
        request.Headers.TryAddWithoutValidation("Accept", accept);
        return SendAsync(request);
    }

    /// <summary>Sends any request with the browser's cookies.</summary>
    public Task<HttpResponseMessage> SendAsync(HttpMethod method, string path, HttpContent? body = null) => SendAsync(new HttpRequestMessage(method, path) { Content = body });

    /// <summary>Fills in the form of a page and sends it with that page's token.</summary>
    public async Task<HttpResponseMessage> SubmitAsync(string page, string path, params (string Name, string Value)[] fields) =>
        await PostAsync(path, [.. fields, ("form-token", Token(await PageAsync(page)))]);

    /// <summary>Signs in.</summary>
    public async Task<HttpResponseMessage> SignInAsync(string name = "wang", string password = Password, string returnUrl = "/console/")
    {
        var path = "/console/sign-in/?ReturnUrl=" + Uri.EscapeDataString(returnUrl);
        return await PostAsync(path, ("name", name), ("password", password), ("form-token", Token(await PageAsync(path))));
    }

    /// <summary>The token of a page's forms.</summary>
    public static string Token(string page) => WebUtility.HtmlDecode(Regex.Match(page, "name=\"form-token\" value=\"([^\"]*)\"").Groups[1].Value);

    /// <inheritdoc />
    public void Dispose() => _cookies.Clear();

    private async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request)
    {
        using (request)
        {
            request.Headers.TryAddWithoutValidation("Cookie", string.Join("; ", _cookies.Select(c => $"{c.Key}={c.Value}")));
            var answer = await http.SendAsync(request);
            foreach (var cookie in answer.Headers.TryGetValues("Set-Cookie", out var set) ? set : [])
            {
                var pair = cookie.Split(';')[0].Split('=', 2);
                _cookies[pair[0]] = pair[1];
            }

            return answer;
        }
    }
}
