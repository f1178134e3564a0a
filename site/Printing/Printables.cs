using Jizhou.Public.Content;
using Jizhou.Public.Site.Words;

namespace Jizhou.Public.Site.Printing;

/// <summary>Every print sheet and screen picture, drawn from the same content as the pages: categories, national colours, the one-pager.</summary>
public sealed class Printables
{
    private const double Wide = 210;
    private const double High = 297;
    private const string White = "#ffffff";
    private const string Ink = "#1a1f1c";
    private const string Leaf = "#1e5b3a";
    private const string Phones = "天津本地 12345\u3000外地手机 022-12345";
    private static readonly string[] BothPapers = ["a4", "a3"];

    private readonly ContentFolder _content;
    private readonly SiteSettings _settings;

    private Printables(ContentFolder content, SiteSettings settings) => (_content, _settings) = (content, settings);

    private string Date => ChineseDate.Day(_content.Pages.FirstOrDefault(page => page.Url == "/inns/today/")?.Front.CheckedOn ?? default) + "核对";

    /// <summary>All of them, in the order of the list page. Empty for a folder without print colours.</summary>
    public static IReadOnlyList<Printable> All(ContentFolder content, SiteSettings settings)
    {
        var drawing = new Printables(content, settings);
        return content.PrintColours.Count == 0 ? [] :
        [
            .. content.PrintColours.Select(drawing.BinSign),
            drawing.FourBins(), drawing.RoomCard(), drawing.KitchenPoster(), drawing.Today(), drawing.NoticeBoard(),
            drawing.Screen("led-16-9", "LED 画面（1920×1080）", 1920, 1080), drawing.Screen("led-3-1", "LED 条屏画面（1920×640，3:1）", 1920, 640),
        ];
    }

    private SortingCategory CategoryOf(PrintColour colour) => _content.Sorting.Category(colour.Category)!;

    private Printable BinSign(PrintColour colour)
    {
        var category = CategoryOf(colour);
        var page = $"/sorting/{category.Code}/";
        var sheet = new SvgSheet(Wide, High).Rectangle(8, 8, 194, 232, colour.Srgb, 6)
            .Sign(category.Code, 63, 20, 84, White)
            .Text(105, 140, 38, category.Name, White, "middle", bold: true)
            .Text(105, 160, 15, colour.English, White, "middle", bold: true);
        var y = 182.0;
        foreach (var line in SvgSheet.Lines(string.Join("、", category.Examples), 176 / 12.0))
        {
            sheet.Text(105, y, 12, line, White, "middle");
            y += 17;
        }

        sheet.Text(105, 230, 9, category.HowToHandOver.Split('。')[0], White, "middle");
        Foot(sheet, page, $"图为示意图形，不是国家标志。颜色：PANTONE {colour.Pantone}");
        return new Printable($"bin-{category.Code}", $"{category.Name}桶标", $"贴在{category.BinColour}桶的正面。", page, BothPapers, Wide, High, sheet.ToSvg($"{category.Name}桶标"));
    }

    // Below every sheet: the inn's own name, date, telephone and QR code.
    private void Foot(SvgSheet sheet, string page, string note) => sheet
        .NameLine(12, 255, 9, Ink)
        .Text(12, 264, 5, "参考分类，以《天津市生活垃圾分类指导目录》及现场标识为准。")
        .Text(12, 271, 4.2, note)
        .Text(12, 278, 4.6, $"{Phones}\u3000{Date}")
        .Qr(QrAddress.Of(page, _settings), 165, 243, 36, 3.2);

    private Printable FourBins()
    {
        var sheet = new SvgSheet(Wide, High).Text(105, 26, 16, "垃圾分四类，看字投", Ink, "middle", bold: true).Text(105, 36, 7, "Four bins. Read the sign.", Ink, "middle");
        foreach (var (colour, index) in _content.PrintColours.Select((colour, index) => (colour, index)))
        {
            Panel(sheet, colour, 8 + (index % 2 * 99), 42 + (index / 2 * 99), 95);
        }

        Foot(sheet, "/visit/", "图为示意图形，不是国家标志。");
        return new Printable("four-bins", "四个桶一张图", "贴在前台、院门、餐厅门口。", "/visit/", BothPapers, Wide, High, sheet.ToSvg("四个桶各放什么"));
    }

    private void Panel(SvgSheet sheet, PrintColour colour, double x, double y, double size)
    {
        var category = CategoryOf(colour);
        sheet.Rectangle(x, y, size, size, colour.Srgb, 4).Sign(category.Code, x + 6, y + 7, 26, White)
            .Text(x + 37, y + 20, 13, category.Name, White, bold: true).Text(x + 37, y + 30, 7, colour.English, White);
        sheet.Block(x + 7, y + 49, size - 12, 8.6, string.Join("、", category.Examples), White);
    }

    private Printable RoomCard()
    {
        var sheet = new SvgSheet(Wide, High);
        Card(sheet, 0);
        sheet.Frame(0, 148.5, Wide, 0, "#999999", 0.3, "2 2");
        Card(sheet, 148.5);
        return new Printable("room-card", "客房提示卡", "一张纸两张卡，从中间剪开，每间放一张。", "/visit/", BothPapers, Wide, High, sheet.ToSvg("客房提示卡，两张"));
    }

    private void Card(SvgSheet sheet, double top)
    {
        sheet.Rectangle(8, top + 8, 194, 22, Leaf, 3).Text(14, top + 19, 9, "欢迎您来，请帮我们分一分", White, bold: true).Text(14, top + 26.5, 5, "Welcome. Please sort your waste.", White);
        foreach (var (colour, index) in _content.PrintColours.Select((colour, index) => (colour, index)))
        {
            var (category, y) = (CategoryOf(colour), top + 35 + (index * 16));
            sheet.Rectangle(8, y, 46, 14, colour.Srgb, 2).Sign(category.Code, 10, y + 2, 10, White).Text(22, y + 9.6, 7, category.Name, White, bold: true)
                .Text(58, y + 6.5, 6, string.Join("、", category.Examples.Take(4))).Text(58, y + 12.5, 4.6, EnglishExamples(colour.Category));
        }

        sheet.Text(8, top + 106, 6.4, "牙刷、梳子、拖鞋这些，要用请开口，我们再给您。", bold: true)
            .Text(8, top + 112, 4.6, "Toothbrush, comb, slippers: please ask at reception.")
            .Text(8, top + 120, 6.4, "吃多少点多少，吃不完请打包。", bold: true)
            .Text(8, top + 126, 4.6, "Order what you can eat; take the rest with you.")
            .Text(8, top + 134, 4.2, $"{Phones}\u3000{Date}")
            .NameLine(8, top + 143, 6, Ink)
            .Qr(QrAddress.Of("/visit/", _settings), 168, top + 101, 34, 2.8);
    }

    private static string EnglishExamples(string category) => category switch
    {
        "recyclable" => "Bottles, cans, clean paper and boxes",
        "kitchen" => "Leftovers, fruit peel, small bones",
        "hazardous" => "Batteries, medicine, lamps, thermometers",
        _ => "Tissues, wet wipes, skewers, cigarette ends",
    };

    private Printable KitchenPoster()
    {
        var sheet = new SvgSheet(Wide, High).Rectangle(8, 8, 194, 26, Leaf, 3).Text(105, 26, 16, "厨房：三个桶，别混", White, "middle", bold: true);
        (string Title, string Holds, string Rule, string Colour)[] rows =
        [
            ("厨余桶", "剩饭菜、菜叶、果皮、鱼刺小骨", "沥干，盖好；筷子、纸巾、塑料袋挑出来", Colour("kitchen")),
            ("废油桶", "炸油、火锅油、隔油池的油泥", "放凉再倒；不倒下水", "#5f3f00"),
            ("其他垃圾桶", "贝壳、核桃壳、纸巾、一次性桌布", "大骨头各地说法不一，先放这里（参考）", Colour("residual")),
        ];
        var y = 40.0;
        foreach (var (title, holds, rule, colour) in rows)
        {
            sheet.Rectangle(8, y, 194, 46, colour, 3).Text(15, y + 17, 13, title, White, bold: true).Text(15, y + 30, 8.6, holds, White).Text(15, y + 41, 7.4, rule, White);
            y += 50;
        }

        y = sheet.Block(10, y + 7, 190, 8.2, "厨余和废油只交给有资质的单位，交一次记一次：日期、几桶、谁收的、车牌、签字。", bold: true);
        sheet.Text(10, y, 6, $"依据：{Label("eco-code#514")}、{Label("tj-waste-regulation")}").Text(10, y + 10, 8.2, "不倒河沟，不倒下水，不直接喂猪。", bold: true);
        Foot(sheet, "/inns/kitchen-waste/", "法典没有直接写自家养的一头猪：先别喂，打电话问。");
        return new Printable("kitchen-poster", "厨房提示", "贴在厨房，桶上方。", "/inns/kitchen-waste/", BothPapers, Wide, High, sheet.ToSvg("厨房三个桶"));
    }

    private string Colour(string category) => _content.PrintColours.First(colour => colour.Category == category).Srgb;

    private string Label(string citation) => _content.Legal.Resolve(citation).Label;

    private Printable Today()
    {
        var sheet = new SvgSheet(Wide, High).Rectangle(8, 8, 194, 24, Leaf, 3).Text(105, 25, 14, "这个周末，这几样要做到", White, "middle", bold: true);
        var y = 42.0;
        foreach (var line in _content.Inns.Today)
        {
            sheet.Text(10, y, 8, line.Name, Leaf, bold: true);
            var next = sheet.Block(54, y, 146, 6.6, line.Do, leading: 1.3);
            var basis = string.Join("、", line.Citations.Select(LegalWords.Brief));
            var fines = line.Penalties.Count == 0 ? "" : "后果：" + LegalWords.Fines(line.Penalties) + "。";
            next = sheet.Block(10, next - 0.5, 190, 4.4, $"{fines}依据：{basis}", "#3c4742", 1.35);
            y = next + 5;
        }

        Foot(sheet, "/inns/today/", "法典即《生态环境法典》，2026年8月15日起施行。金额以执法部门的决定为准。");
        return new Printable("today", "一页纸：这个周末要做到", "贴在后厨或前台里侧，给干活的人看。", "/inns/today/", BothPapers, Wide, High, sheet.ToSvg("这个周末，这几样要做到"));
    }

    private Printable NoticeBoard()
    {
        var sheet = new SvgSheet(Wide, High).Rectangle(0, 0, Wide, 40, Leaf).Text(105, 21, 17, "垃圾分类，来蓟州也一样", White, "middle", bold: true).Text(105, 33, 7.4, "Sort your waste in Jizhou, too", White, "middle");
        foreach (var (colour, index) in _content.PrintColours.Select((colour, index) => (colour, index)))
        {
            var (category, x) = (CategoryOf(colour), 8 + (index * 49.3));
            sheet.Rectangle(x, 46, 46, 78, colour.Srgb, 3).Sign(category.Code, x + 11, 50, 24, White).Text(x + 23, 88, 10, category.Name, White, "middle", bold: true);
            sheet.Block(x + 4, 98, 40, 6, string.Join("、", category.Examples.Take(4)), White, 1.3);
        }

        var y = 138.0;
        foreach (var line in _content.Inns.Today)
        {
            sheet.Text(10, y, 9, line.Name, Leaf, bold: true).Text(68, y, 9, line.Slogan, bold: true);
            sheet.Block(68, y + 5.4, 134, 3.4, "依据：" + string.Join("、", line.Citations.Select(LegalWords.Brief)), "#3c4742", 1.2);
            y += 18;
        }

        Foot(sheet, "/visit/", "图为示意图形，不是国家标志。法典即《生态环境法典》。");
        return new Printable("notice-board", "公示栏海报", "贴在村口、停车场、游客中心的公示栏，A3 最合适。", "/visit/", BothPapers, Wide, High, sheet.ToSvg("公示栏海报"));
    }

    private Printable Screen(string id, string title, double width, double height)
    {
        var (unit, wide) = (height / 100, width / height > 2);
        var sheet = new SvgSheet(width, height).Rectangle(0, 0, width, height, Leaf)
            .Text(4 * unit, 17 * unit, 12 * unit, "垃圾分四类，看字投", White, bold: true);
        var panel = (width - (8 * unit) - (3 * 3 * unit) - (wide ? 34 * unit : 0)) / 4;
        foreach (var (colour, index) in _content.PrintColours.Select((colour, index) => (colour, index)))
        {
            var (category, x) = (CategoryOf(colour), (4 * unit) + (index * (panel + (3 * unit))));
            sheet.Rectangle(x, 25 * unit, panel, 44 * unit, colour.Srgb, 2 * unit).Sign(category.Code, x + (panel / 2) - (9 * unit), 28 * unit, 18 * unit, White)
                .Text(x + (panel / 2), 57 * unit, 8.6 * unit, category.Name, White, "middle", bold: true).Text(x + (panel / 2), 65 * unit, 4.4 * unit, colour.English, White, "middle");
        }

        var lines = _content.Inns.Today.Where(line => line.Id is "rooms" or "table" or "ash").Select(line => line.Slogan);
        var y = 79.0;
        foreach (var line in lines.Chunk(wide ? 3 : 2))
        {
            sheet.Text(4 * unit, y * unit, 6 * unit, string.Join("\u3000", line), White, bold: true);
            y += 8.5;
        }

        sheet.Text(4 * unit, 96 * unit, 4.4 * unit, $"{Phones}\u3000{Date}", White)
            .Qr(QrAddress.Of("/visit/", _settings), width - (30 * unit), (wide ? 30 : 71) * unit, (wide ? 26 : 22) * unit, wide ? 2.6 * unit : 2 * unit, White);
        return new Printable(id, title, "放到 LED 屏上循环播放。", "/visit/", ["screen"], width, height, sheet.ToSvg(title));
    }
}
