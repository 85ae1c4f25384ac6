#:property PublishAot=false
#:property SvgChart=true
#:project ../../src/RevenueModel/RevenueModel.csproj

// Draws the picture of docs/survival.md: a published cohort with two models that are fitted on four renewals.
//
//   dotnet run docs/samples/renewal-models.cs                  writes into docs/images
//   dotnet run docs/samples/renewal-models.cs -- FOLDER        writes into another folder

using System.Globalization;
using System.Runtime.CompilerServices;
using RevenueModel.Retention;

const int Fitted = 4;
const double Width = 800;
const double Bottom = 380;

string folder = Directory.CreateDirectory(args.Length > 0 ? args[0] : ImagesFolder()).FullName;
CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;

// Fader and Hardie (2007), the high-end cohort by year.
decimal[] survivors = [1000, 869, 743, 653, 593, 551, 517, 491, 468, 445, 427, 409, 394];
int years = survivors.Length - 1;
BetaDiscreteWeibullFit fit = BetaDiscreteWeibullCalculator.Fit(RenewalCohort.Of(survivors.Take(Fitted + 1)));

var chart = new SvgChart(Width, height: 460);
chart.Text(Width / 2, 22, "middle", 14, "Customers left of 1,000, and models fitted on the first four renewals");
chart.Plot(left: 70, right: 780, top: 40, Bottom, years, mostY: 1);
for (int share = 0; share <= 10; share += 2)
{
    chart.GridLine(share / 10.0, $"{share * 10}%");
}

for (int year = 0; year <= years; year++)
{
    chart.Tick(year, $"{year}");
}

chart.Axes("Contract periods (years)");
chart.VerticalLine(Fitted, SvgChart.Gray, "fitted", "end");
chart.VerticalLine(Fitted, SvgChart.Gray, "projected");
Curve(SvgChart.Orange, 2.5, "6 4", year => fit.ShiftedBetaGeometric.Model.Survival(year));
Curve(SvgChart.Blue, 4, "none", year => fit.Model!.Survival(year));
for (int year = 0; year <= years; year++)
{
    chart.Dot(chart.X(year), chart.Y((double)survivors[year] / 1000));
}

chart.Dot(200, Bottom + 64);
chart.Text(212, Bottom + 68, "start", 12, "observed");
chart.Line(330, Bottom + 64, 362, Bottom + 64, SvgChart.Blue, 4);
chart.Text(370, Bottom + 68, "start", 12, $"BdW: {fit.Model!.Survival(years):0.0%} after 12 years");
chart.Line(560, Bottom + 64, 592, Bottom + 64, SvgChart.Orange, 2.5, "6 4");
chart.Text(600, Bottom + 68, "start", 12, $"sBG: {fit.ShiftedBetaGeometric.Model.Survival(years):0.0%}");
chart.Save(folder, "renewal-models.svg");

void Curve(string color, double width, string dashes, Func<int, double> survival) => chart.Curve(
    Enumerable.Range(0, years + 1).Select(year => ((double)year, survival(year))), color, width, dashes);

static string ImagesFolder([CallerFilePath] string source = "") =>
    Path.GetFullPath(Path.Combine(Path.GetDirectoryName(source)!, "..", "images"));
