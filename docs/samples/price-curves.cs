#:property PublishAot=false
#:package OxyPlot.Core
#:project ../../src/RevenueModel/RevenueModel.csproj

// Draws the pictures of docs/pricing.md: the bill over usage under several prices, including jumps.
//
//   dotnet run docs/samples/price-curves.cs                  writes to docs/images
//   dotnet run docs/samples/price-curves.cs -- FOLDER        writes to another folder

using System.Runtime.CompilerServices;
using OxyPlot;
using OxyPlot.Axes;
using OxyPlot.Legends;
using OxyPlot.Series;
using RevenueModel.Pricing;

string folder = Directory.CreateDirectory(args.Length > 0 ? args[0] : ImagesFolder()).FullName;

// The same list of tiers as a graduated and as a volume price, with a stairstep and a package price.
PriceTier[] tiers = [PriceTier.UpTo(20m, 10m), PriceTier.UpTo(60m, 7m), PriceTier.Beyond(5m)];
TieredPrice stairstep = PriceModel.Stairstep(
    PriceTier.FlatUpTo(20m, 150m), PriceTier.FlatUpTo(60m, 350m), PriceTier.FlatBeyond(600m));
Write(
    "price-models.svg",
    "10 each up to 20, 7 up to 60, 5 beyond; fees of 150, 350, 600; packages of 25 for 175",
    "units",
    100m,
    new Curve("graduated", Price(PriceModel.Graduated(tiers)), 20m, 60m),
    new Curve("volume", Price(PriceModel.Volume(tiers)), 20m, 60m),
    new Curve("stairstep", Price(stairstep), 20m, 60m),
    new Curve("package", Price(PriceModel.Package(size: 25m, price: 175m)), 0m, 25m, 50m, 75m));

// A volume price falls where a tier starts. Buying up bills the start of the next tier if that is cheaper.
TieredPrice volume = PriceModel.Volume(PriceTier.UpTo(30m, 10m), PriceTier.UpTo(60m, 6m), PriceTier.Beyond(4m));
Write(
    "buy-up.svg",
    "Volume, 10 each up to 30, 6 up to 60, 4 beyond: 30 units cost 300, 31 cost 186",
    "units",
    100m,
    new Curve("volume", Price(volume), 30m, 60m),
    new Curve("volume, buying up", Price(volume.WithBuyUp()), 30m, 60m));

// The same usage with and without overage protection.
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
var cap = new OverageProtection { Cap = BillCap.AtMultiple(1.5m) };
var moveUp = new OverageProtection { MoveUpTo = scale };
Write(
    "overage-protection.svg",
    "1.1 per thousand, or Growth (1,200 for 1,500, then 1.2), or Scale (2,900 for 4,000, then 0.8)",
    "operations, thousands",
    6_000m,
    new Curve("pure usage", quantity => quantity * 1.1m),
    new Curve("Growth", Bill(growth)),
    new Curve("Growth, capped at 1.5x", Bill(growth with { Protection = cap })),
    new Curve("Growth, moves up to Scale", Bill(growth with { Protection = moveUp })));

static Func<decimal, decimal> Price(QuantityPrice price) => quantity => RatingCalculator.Amount(price, quantity);

static Func<decimal, decimal> Bill(PricePlan plan) => quantity => BillCalculator.Amount(plan, quantity);

void Write(string file, string title, string unit, decimal upTo, params Curve[] curves)
{
    var model = new PlotModel
    {
        Title = title,
        TitleFontSize = 14,
        TitleFontWeight = FontWeights.Normal,
        DefaultFont = "Arial",
        Background = OxyColors.White,
        PlotAreaBorderThickness = new OxyThickness(1, 0, 0, 1),
    };
    model.Axes.Add(Axis(AxisPosition.Bottom, unit, (double)upTo));
    model.Axes.Add(Axis(AxisPosition.Left, "bill", double.NaN));
    model.Legends.Add(new Legend { LegendPosition = LegendPosition.LeftTop });
    foreach (Curve curve in curves)
    {
        model.Series.Add(Line(curve, upTo));
    }

    string path = Path.Combine(folder, file);
    using FileStream stream = File.Create(path);
    new SvgExporter { Width = 760, Height = 420, TextMeasurer = new TextInPixels() }.Export(model, stream);
    Console.WriteLine($"{file}: {string.Join(", ", curves.Select(curve => curve.Name))}");
}

static LinearAxis Axis(AxisPosition position, string title, double maximum) => new()
{
    Position = position,
    Title = title,
    Minimum = 0,
    Maximum = maximum,
    StringFormat = "#,0",
    MajorGridlineStyle = LineStyle.Solid,
    MajorGridlineColor = OxyColor.FromRgb(232, 232, 232),
};

// The last quantity of a tier belongs to the tier, so the line is interrupted just above it.
static LineSeries Line(Curve curve, decimal upTo)
{
    const int Steps = 240;
    var line = new LineSeries { Title = curve.Name, StrokeThickness = 2 };
    IEnumerable<decimal> quantities = Enumerable.Range(0, Steps + 1).Select(step => upTo * step / Steps);
    foreach (decimal quantity in quantities.Union(curve.Jumps).Order())
    {
        line.Points.Add(new DataPoint((double)quantity, (double)curve.Bill(quantity)));
        if (curve.Jumps.Contains(quantity))
        {
            line.Points.Add(DataPoint.Undefined);
            line.Points.Add(new DataPoint((double)quantity, (double)curve.Bill(quantity + 0.000001m)));
        }
    }

    return line;
}

static string ImagesFolder([CallerFilePath] string source = "") =>
    Path.GetFullPath(Path.Combine(Path.GetDirectoryName(source)!, "..", "images"));

internal sealed record Curve(string Name, Func<decimal, decimal> Bill, params decimal[] Jumps);

// The exporter measures text in points but writes it in pixels, which would cut off legends. A viewer without Arial uses
// a wider font. This class measures in pixels, and adds a margin for wider fonts.
internal sealed class TextInPixels() : PdfRenderContext(1, 1, OxyColors.White)
{
    private const double PixelsOfPoint = 96d / 72d;
    private const double WiderFont = 1.25;

    public override OxySize MeasureText(string text, string fontFamily, double fontSize, double fontWeight)
    {
        OxySize points = base.MeasureText(text, fontFamily, fontSize, fontWeight);
        return new OxySize(points.Width * PixelsOfPoint * WiderFont, points.Height * PixelsOfPoint);
    }
}
