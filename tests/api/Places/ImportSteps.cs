using System.IO.Compression;
using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.RegularExpressions;
using Jizhou.Public.ApiTests.Console;

namespace Jizhou.Public.ApiTests.Places;

/// <summary>The steps of an import in the console as a browser without scripts takes them, and files as clerks have them.</summary>
internal static class ImportSteps
{
    internal static async Task<string> UploadAsync(ConsoleBrowser browser, byte[] file, string name, params (string Name, string Value)[] fields)
    {
        using var answer = await browser.PostAsync("/console/imports/new/", Form(ConsoleBrowser.Token(await browser.PageAsync("/console/imports/new/")), file, name, fields));
        Assert.True(answer.StatusCode == HttpStatusCode.Redirect, await answer.Content.ReadAsStringAsync());
        return answer.Headers.Location!.ToString();
    }

    internal static MultipartFormDataContent Form(string token, byte[] file, string name, params (string Name, string Value)[] fields)
    {
        var form = new MultipartFormDataContent();
        foreach (var (field, value) in (IEnumerable<(string, string)>)[("form-token", token), ("kind", "collection-point"), .. fields])
        {
            form.Add(new StringContent(value), $"\"{field}\"");
        }

        var part = new ByteArrayContent(file);
        part.Headers.ContentDisposition = new ContentDispositionHeaderValue("form-data") { Name = "\"file\"", FileNameStar = name };
        form.Add(part);
        return form;
    }

    internal static async Task<string> StepAsync(ConsoleBrowser browser, string upload, string step, string page, params (string Name, string Value)[] fields)
    {
        using var answer = await browser.PostAsync(upload + step, [("form-token", ConsoleBrowser.Token(page)), .. fields]);
        Assert.Equal(upload, answer.Headers.Location?.ToString());
        return await PageOnceReadAsync(browser, upload);
    }

    /// <summary>The page that follows the progress; asking waits on the server, so no clock is read here.</summary>
    internal static async Task<string> PageOnceReadAsync(ConsoleBrowser browser, string upload)
    {
        for (var i = 0; i < 60; i++)
        {
            var page = WebUtility.HtmlDecode(await browser.PageAsync(upload));
            if (!page.Contains("自己刷新", StringComparison.Ordinal))
            {
                return page;
            }
        }

        throw new InvalidOperationException("the upload is still being read after two minutes");
    }

    internal static string Value(string page, string name) => Regex.Match(page, $"name=\"{name}\" value=\"([^\"]*)\"").Groups[1].Value;

    internal static IEnumerable<(string Name, string Value)> Answers(string page, params (string Words, string Choice, string Typed)[] answers)
    {
        foreach (Match asked in Regex.Matches(page, "name=\"about-(\\d+)\" value=\"(\\w+)\".*?name=\"words-\\1\" value=\"([^\"]*)\"", RegexOptions.Singleline))
        {
            var (i, words) = (asked.Groups[1].Value, asked.Groups[3].Value);
            var (_, choice, typed) = answers.FirstOrDefault(answer => answer.Words == words);
            yield return ($"about-{i}", asked.Groups[2].Value);
            yield return ($"words-{i}", words);
            yield return ($"choice-{i}", choice ?? "accept");
            yield return ($"typed-{i}", typed ?? "");
        }
    }

    internal static byte[] Gb18030(string text)
    {
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        return Encoding.GetEncoding("gb18030").GetBytes(text.ReplaceLineEndings("\r\n"));
    }

    internal static byte[] Workbook(string[][] rows)
    {
        using var file = new MemoryStream();
        using (var zip = new ZipArchive(file, ZipArchiveMode.Create, leaveOpen: true))
        {
            Add(zip, "[Content_Types].xml", "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"><Default Extension=\"xml\" ContentType=\"application/xml\"/></Types>");
            Add(zip, "xl/workbook.xml", "<workbook xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\" xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\"><sheets><sheet name=\"点位\" sheetId=\"1\" r:id=\"rId1\"/></sheets></workbook>");
            Add(zip, "xl/_rels/workbook.xml.rels", "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"><Relationship Id=\"rId1\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet\" Target=\"worksheets/sheet1.xml\"/></Relationships>");
            var cells = rows.Select((row, r) => $"<row r=\"{r + 1}\">{string.Concat(row.Select((cell, c) => $"<c r=\"{(char)('A' + c)}{r + 1}\" t=\"inlineStr\"><is><t>{cell}</t></is></c>"))}</row>");
            Add(zip, "xl/worksheets/sheet1.xml", $"<worksheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"><sheetData>{string.Concat(cells)}</sheetData></worksheet>");
        }

        return file.ToArray();
    }

    private static void Add(ZipArchive zip, string name, string xml)
    {
        using var entry = new StreamWriter(zip.CreateEntry(name).Open(), new UTF8Encoding(false));
        entry.Write(xml);
    }
}
