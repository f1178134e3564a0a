using System.Text.RegularExpressions;

namespace Jizhou.Public.UnitTests.House;

/// <summary>Which part may know which: features not each other, content nobody, nobody the tests.</summary>
public sealed class DirectionTests
{
    private static readonly string[] NotFeatures = ["Platform", "Properties"];

    [Fact]
    public void The_top_level_holds_exactly_the_agreed_entries()
    {
        var entries = Directory.EnumerateFileSystemEntries(Repository.Root).Select(Path.GetFileName)
            .Where(name => !name!.StartsWith('.') && !Regex.IsMatch(name, @"^Directory\..*\.(props|targets)$"))
            .Order(StringComparer.Ordinal);

        Assert.Equal(["Dockerfile", "Jizhou.Public.sln", "README.md", "api", "content", "site", "tests"], entries);
    }

    [Fact]
    public void Features_do_not_know_each_other()
    {
        var features = Directory.EnumerateDirectories(Path.Combine(Repository.Root, "api")).Select(d => Path.GetFileName(d)!)
            .Where(name => Repository.Files($"api/{name}", ".cs").Any()).Except(NotFeatures, StringComparer.Ordinal).ToList();
        Assert.Contains("Places", features);
        Assert.Contains("Bookings", features);

        var breaches =
            from feature in features
            from file in Repository.Files($"api/{feature}", ".cs", ".razor")
            let text = Repository.Read(file)
            from other in features
            where other != feature && Regex.IsMatch(text, $@"\bJizhou\.Public\.Api\.{other}\b|\b(using|namespace) {other}\b")
            select $"{file} knows {other}";

        Assert.Empty(breaches);
    }

    [Fact]
    public void The_platform_knows_no_feature()
    {
        var files = Repository.Files("api/Platform", ".cs", ".razor").ToList();
        Assert.NotEmpty(files);
        Assert.Empty(files.Where(f => Regex.IsMatch(Repository.Read(f), @"\bJizhou\.Public\.Api\.(?!Platform\b)[A-Z]\w*")));
    }

    [Fact]
    public void The_model_knows_neither_site_nor_api()
    {
        var files = Repository.Files("content/Model", ".cs", ".csproj").ToList();
        Assert.NotEmpty(files);
        Assert.Empty(files.Where(f => Regex.IsMatch(Repository.Read(f), @"Jizhou\.Public\.(Api|Site)|ProjectReference")));
    }

    [Fact]
    public void The_site_does_not_know_the_api_and_the_api_not_the_site()
    {
        var site = Repository.Files("site", ".cs", ".razor", ".csproj").ToList();
        var api = Repository.Files("api", ".cs", ".razor").ToList();
        Assert.NotEmpty(site);
        Assert.NotEmpty(api);
        Assert.Empty(site.Where(f => Regex.IsMatch(Repository.Read(f), @"Jizhou\.Public\.Api")));
        Assert.Empty(api.Where(f => Regex.IsMatch(Repository.Read(f), @"Jizhou\.Public\.Site\b(?!\.dll)")));
    }

    [Fact]
    public void Nothing_knows_the_tests()
    {
        var files = new[] { "api", "site", "content" }.SelectMany(f => Repository.Files(f, ".cs", ".razor", ".csproj")).ToList();
        Assert.NotEmpty(files);
        Assert.Empty(files.Where(f => Regex.IsMatch(Repository.Read(f), @"Jizhou\.Public\.\w*Tests|InternalsVisibleTo")));
    }
}
