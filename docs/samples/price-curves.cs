#:property PublishAot=false
#:package OxyPlot.Core
#:project ../../src/RevenueModel/RevenueModel.csproj

// Draws the pictures of docs/pricing.md: the bill of a period as a function of usage.
//
//   dotnet run docs/samples/price-curves.cs                  writes into docs/images
//   dotnet run docs/samples/price-curves.cs -- FOLDER        writes into another folder

using System.Globalization;
using System.Runtime.CompilerServices;
using OxyPlot;
using OxyPlot.Axes;
using OxyPlot.Legends;
using OxyPlot.Series;
using RevenueModel.Pricing;

string folder = Directory.CreateDirectory(args.Length > 0 ? args[0] : ImagesFolder()).FullName;

// The same tiers under two models, and two prices that rise in steps.
PriceTier[] tiers = [PriceTier.UpTo(20m, 10m), PriceTier.UpTo(60m, 7m), PriceTier.Beyond(5m)];
PriceTier[] fees = [PriceTier.FlatUpTo(20m, 150m), PriceTier.FlatUpTo(60m, 350m), PriceTier.FlatBeyond(600m)];
Write(
    "price-models.svg",
    "10 each up to 20, 7 up to 60, 5 beyond; fees of 150, 350, 600; packages of 25 for 175",
    "Usage (units)",
    100m,
    new Curve("graduated", Price(PriceModel.Graduated(tiers)), 20m, 60m),
    new Curve("volume", Price(PriceModel.Volume(tiers)), 20m, 60m),
    new Curve("package", Price(PriceModel.Package(size: 25m, price: 175m)), 0m, 25m, 50m, 75m),
    new Curve("stairstep", Price(PriceModel.Stairstep(fees)), 20m, 60m));

// A volume price falls where a tier starts. With buy-up the bill does not fall.
TieredPrice volume = PriceModel.Volume(PriceTier.UpTo(30m, 10m), PriceTier.UpTo(60m, 6m), PriceTier.Beyond(4m));
Write(
    "buy-up.svg",
    "Volume price, 10 each up to 30, 6 up to 60, 4 beyond: 30 units cost 300, 31 units cost 186",
    "Usage (units)",
    100m,
    new Curve("volume", Price(volume), 30m, 60m),
    new Curve("volume, with buy-up", Price(volume.WithBuyUp()), 30m, 60m));

// The same usage with and without protection.
var scale = new PricePlan
{
    Name = "Scale",
    BaseFee = 2_900m,
    Charges =
    [
        new Charge
        {
            Name = "operations, thousands",
            Allowance = Allowance.Of(4_000m),
            Price = PriceModel.PerUnit(0.8m),
        },
    ],
};
PricePlan growth = scale with
{
    Name = "Growth",
    BaseFee = 1_200m,
    Charges = [scale.Charges[0] with { Allowance = Allowance.Of(1_500m), Price = PriceModel.PerUnit(1.2m) }],
};
PricePlan capped = growth with { Protection = new OverageProtection { Cap = BillCap.AtMultiple(1.5m) } };
PricePlan movingUp = growth with { Protection = new OverageProtection { MoveUpTo = scale } };
Write(
    "overage-protection.svg",
    "1.1 per thousand, or Growth (1,200 for 1,500, then 1.2), or Scale (2,900 for 4,000, then 0.8)",
    "Usage (thousand operations)",
    6_000m,
    new Curve("pure usage", quantity => quantity * 1.1m),
    new Curve("Growth", Bill(growth)),
    new Curve("Growth, moves up to Scale", Bill(movingUp)),
    new Curve("Growth, capped at 1.5x", Bill(capped)));

static Func<decimal, decimal> Price(QuantityPrice price) => quantity => RatingCalculator.Amount(price, quantity);

static Func<decimal, decimal> Bill(PricePlan plan) => quantity => BillCalculator.Amount(plan, quantity);

void Write(string file, string title, string usage, decimal upTo, params Curve[] curves)
{
    var model = new PlotModel
    {
        Title = title,
        TitleFontSize = 14,
        TitleFontWeight = FontWeights.Normal,
        DefaultFont = "Arial",
        Culture = CultureInfo.InvariantCulture,
        Background = OxyColors.White,
        PlotAreaBorderThickness = new OxyThickness(1, 0, 0, 1),
    };
    decimal highest = curves.Max(curve => curve.Points(upTo).Max(curve.Bill));
    model.Axes.Add(Axis(AxisPosition.Bottom, usage, (double)upTo));
    model.Axes.Add(Axis(AxisPosition.Left, "Bill (USD)", (double)highest));
    model.Legends.Add(new Legend
    {
        LegendPlacement = LegendPlacement.Outside,
        LegendPosition = LegendPosition.BottomLeft,
        LegendOrientation = LegendOrientation.Horizontal,
        LegendSymbolLength = 32,
        LegendItemSpacing = 20,
        LegendLineSpacing = 8,
    });
    foreach ((Curve curve, Stroke stroke) in curves.Zip(Stroke.InOrder))
    {
        model.Series.Add(Line(curve, stroke, upTo));
    }

    foreach ((Curve curve, Stroke stroke) in curves.Zip(Stroke.InOrder))
    {
        Jump[] jumps = [.. curve.Jumps];
        model.Series.Add(Markers(jumps.Select(jump => (jump.Quantity, jump.UpTo)), stroke, stroke.Color));
        model.Series.Add(Markers(jumps.Select(jump => (jump.Quantity, jump.Above)), stroke, OxyColors.White));
    }

    // Some viewers do not align text vertically, so the exporter states the position of each baseline.
    var exporter = new SvgExporter
    {
        Width = 800,
        Height = 460,
        TextMeasurer = new TextInPixels(),
        UseVerticalTextAlignmentWorkaround = true,
    };
    File.WriteAllText(Path.Combine(folder, file), exporter.ExportToString(model) + "\n");
    Console.WriteLine($"{file}: {string.Join(", ", curves.Select(curve => curve.Name))}");
}

// The axes start just below zero and end just above the last value, so that circles at the ends are whole.
static LinearAxis Axis(AxisPosition position, string title, double highest) => new()
{
    Position = position,
    Title = title,
    Minimum = -0.015 * highest,
    Maximum = 1.015 * highest,
    StringFormat = "#,0",
    AxisTitleDistance = 14,
    MinorTickSize = 0,
    MajorGridlineStyle = LineStyle.Solid,
    MajorGridlineColor = OxyColor.FromRgb(232, 232, 232),
};

// The line is interrupted at each jump.
static LineSeries Line(Curve curve, Stroke stroke, decimal upTo)
{
    var line = new LineSeries
    {
        Title = curve.Name,
        Color = stroke.Color,
        StrokeThickness = stroke.Width,
        Dashes = stroke.Dashes is [] ? null : stroke.Dashes,
    };
    decimal[] jumps = [.. curve.Jumps.Select(jump => jump.Quantity)];
    foreach (decimal quantity in curve.Points(upTo))
    {
        line.Points.Add(new DataPoint((double)quantity, (double)curve.Bill(quantity)));
        if (jumps.Contains(quantity))
        {
            line.Points.Add(DataPoint.Undefined);
            line.Points.Add(new DataPoint((double)quantity, (double)curve.BillAbove(quantity)));
        }
    }

    return line;
}

// A filled circle marks the bill at the bound of a tier, an empty one the bill of the next tier.
static ScatterSeries Markers(IEnumerable<(decimal Quantity, decimal Bill)> points, Stroke stroke, OxyColor fill)
{
    var markers = new ScatterSeries
    {
        MarkerType = MarkerType.Circle,
        MarkerSize = 5.5,
        MarkerFill = fill,
        MarkerStroke = stroke.Color,
        MarkerStrokeThickness = 1.5,
    };
    markers.Points.AddRange(points.Select(point => new ScatterPoint((double)point.Quantity, (double)point.Bill)));
    return markers;
}

static string ImagesFolder([CallerFilePath] string source = "") =>
    Path.GetFullPath(Path.Combine(Path.GetDirectoryName(source)!, "..", "images"));

internal sealed record Curve(string Name, Func<decimal, decimal> Bill, params decimal[] Bounds)
{
    public IEnumerable<Jump> Jumps =>
        from bound in Bounds
        let jump = new Jump(bound, Bill(bound), BillAbove(bound))
        where decimal.Abs(jump.UpTo - jump.Above) > 0.01m
        select jump;

    // A tier ends with its bound, so the next tier starts just above it.
    public decimal BillAbove(decimal quantity) => Bill(quantity + 0.000001m);

    public IEnumerable<decimal> Points(decimal upTo)
    {
        const int Steps = 240;
        return Enumerable.Range(0, Steps + 1).Select(step => upTo * step / Steps).Union(Bounds).Order();
    }
}

internal sealed record Jump(decimal Quantity, decimal UpTo, decimal Above);

// A later curve is drawn over the earlier ones. It is thinner, and the last one is dashed, so that all of them are
// visible where they coincide. The colors differ for color-blind readers too.
internal sealed record Stroke(OxyColor Color, double Width, params double[] Dashes)
{
    public static Stroke[] InOrder { get; } =
    [
        new(OxyColor.FromRgb(86, 180, 233), 10),
        new(OxyColor.FromRgb(213, 94, 0), 6.5),
        new(OxyColor.FromRgb(0, 158, 115), 3.5),
        new(OxyColor.FromRgb(0, 0, 0), 1.5, 4, 4),
    ];
}

// The exporter measures text in points and writes it in pixels, so legends would be cut off. Where Arial is not
// installed, a wider font takes its place. The height is that of capitals and digits, so that a label is centered on
// its line.
internal sealed class TextInPixels() : PdfRenderContext(1, 1, OxyColors.White)
{
    private const double PixelsOfPoint = 96d / 72d;
    private const double WiderFont = 1.25;
    private const double HeightOfCapitals = 0.72;

    public override OxySize MeasureText(string text, string fontFamily, double fontSize, double fontWeight)
    {
        OxySize points = base.MeasureText(text, fontFamily, fontSize, fontWeight);
        return new OxySize(points.Width * PixelsOfPoint * WiderFont, fontSize * HeightOfCapitals);
    }
}
