using Jizhou.Public.Api.Platform.Http;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace Jizhou.Public.ApiTests.Platform.Http;

/// <summary>Whose word about the client's address counts: nobody's, unless the owner trusts the proxy.</summary>
public sealed class ForwardedTests
{
    [Theory]
    [InlineData("", "127.0.0.1")]
    [InlineData("10.1.1.1", "127.0.0.1")]
    [InlineData("127.0.0.1", "203.0.113.9")]
    [InlineData("127.0.0.0/8, 10.0.0.0/8", "203.0.113.9")]
    public async Task Only_a_trusted_proxy_may_name_the_client(string trusted, string expected)
    {
        await using var server = await PlatformServer.StartAsync(
            app => app.MapGet("/api/v1/who", (HttpContext context) => ClientLimits.ClientOf(context)), ("Proxy:Trusted", trusted));
        using var request = new HttpRequestMessage(HttpMethod.Get, "/api/v1/who");
        request.Headers.Add("X-Forwarded-For", "203.0.113.9");
        using var answer = await server.Http.SendAsync(request);
        Assert.Equal(expected, await answer.Content.ReadAsStringAsync());
    }

    [Fact]
    public void An_IPv6_subscriber_is_one_client()
    {
        Assert.Equal(Of("2001:db8:1:2::1"), Of("2001:db8:1:2:ffff::9"));
        Assert.NotEqual(Of("2001:db8:1:2::1"), Of("2001:db8:1:3::1"));
        Assert.Equal("203.0.113.9", Of("::ffff:203.0.113.9"));

        static string Of(string address) => ClientLimits.ClientOf(new DefaultHttpContext { Connection = { RemoteIpAddress = System.Net.IPAddress.Parse(address) } });
    }
}
