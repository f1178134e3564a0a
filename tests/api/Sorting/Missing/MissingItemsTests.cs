using Jizhou.Public.Api.Platform.Persistence;
using Jizhou.Public.Api.Sorting.Missing;
using Microsoft.Extensions.DependencyInjection;

namespace Jizhou.Public.ApiTests.Sorting.Missing;

public sealed class MissingItemsTests(ApiServer server) : IClassFixture<ApiServer>
{
    [Fact]
    public async Task What_was_asked_twice_in_vain_is_kept_for_the_editors_and_nothing_else()
    {
        foreach (var asked in new[] { "魑魅鼗怎么扔", "魑魅鼗", "只问一次鼗", "我叫鼗鼗", "我叫鼗鼗", "鼗13612345678", "鼗13612345678", "住文昌街鼗", "住文昌街鼗" })
        {
            using var answer = await server.Http.GetAsync($"/api/v1/sorting/items?q={Uri.EscapeDataString(asked)}");
            answer.EnsureSuccessStatusCode();
        }

        await server.Services.GetRequiredService<MissingItems>().WriteAsync(CancellationToken.None);
        var kept = await server.Services.GetRequiredService<IDatabase>().ReadAsync(c => MissingItemStore.ListAsync(c, 100), CancellationToken.None);
        Assert.Equal([("魑魅鼗", 2L, "2026-11-22")], kept.Select(row => (row.Words, row.Times, row.LastDay)));
    }
}
