#:property PublishAot=false
#:project ../../src/RevenueModel/RevenueModel.csproj

// Draws the picture of docs/survival.md: a published cohort with two models that are fitted on four renewals.
//
//   dotnet run docs/samples/renewal-models.cs                  writes into docs/images
//   dotnet run docs/samples/renewal-models.cs -- FOLDER        writes into another folder

using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;
using RevenueModel.Retention;

const int Fitted = 4;
const double Width = 800;
const double Height = 460;
const double Left = 70;
const double Right = 780;
const double Top = 40;
const double Bottom = 380;
const string Gray = "rgb(120,120,120)";

string folder = Directory.CreateDirectory(args.Length > 0 ? args[0] : ImagesFolder()).FullName;
CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;

// Fader and Hardie (2007), the high-end cohort by year.
decimal[] survivors = [1000, 869, 743, 653, 593, 551, 517, 491, 468, 445, 427, 409, 394];
int years = survivors.Length - 1;
BetaDiscreteWeibullFit fit = BetaDiscreteWeibullCalculator.Fit(RenewalCohort.Of(survivors.Take(Fitted + 1)));

var svg = new StringBuilder();
svg.AppendLine($"""<svg width="{Width}" height="{Height}" version="1.1" xmlns="http://www.w3.org/2000/svg">""");
svg.AppendLine($"""  <rect width="{Width}" height="{Height}" fill="white" />""");
Text(Width / 2, 22, "middle", 14, "Customers left of 1,000, and models fitted on the first four renewals");
for (int share = 0; share <= 10; share += 2)
{
    Line(Left, Y(share / 10.0), Right, Y(share / 10.0), "rgb(232,232,232)");
    Text(Left - 8, Y(share / 10.0) + 4, "end", 12, $"{share * 10}%");
}

for (int year = 0; year <= years; year++)
{
    Text(X(year), Bottom + 18, "middle", 12, $"{year}");
}

Line(Left, Bottom, Right, Bottom, "black");
Line(Left, Top, Left, Bottom, "black");
Line(X(Fitted), Top, X(Fitted), Bottom, Gray);
Text(X(Fitted) - 6, Top + 14, "end", 12, "fitted");
Text(X(Fitted) + 6, Top + 14, "start", 12, "projected");
Text((Left + Right) / 2, Bottom + 38, "middle", 12, "Contract periods (years)");
Curve("rgb(213,94,0)", 2.5, "6 4", year => fit.ShiftedBetaGeometric.Model.Survival(year));
Curve("rgb(86,180,233)", 4, "none", year => fit.Model!.Survival(year));
for (int year = 0; year <= years; year++)
{
    Dot(X(year), Y((double)survivors[year] / 1000));
}

Dot(200, Bottom + 64);
Text(212, Bottom + 68, "start", 12, "observed");
Line(330, Bottom + 64, 362, Bottom + 64, "rgb(86,180,233)", 4);
Text(370, Bottom + 68, "start", 12, $"BdW: {fit.Model!.Survival(years):0.0%} after 12 years");
Line(560, Bottom + 64, 592, Bottom + 64, "rgb(213,94,0)", 2.5, "6 4");
Text(600, Bottom + 68, "start", 12, $"sBG: {fit.ShiftedBetaGeometric.Model.Survival(years):0.0%}");
svg.AppendLine("</svg>");
File.WriteAllText(Path.Combine(folder, "renewal-models.svg"), svg.ToString());
Console.WriteLine($"renewal-models.svg: {fit.Model}, {fit.ShiftedBetaGeometric.Model}");

double X(double year) => Left + ((Right - Left) * year / years);

double Y(double share) => Bottom - ((Bottom - Top) * share);

void Text(double x, double y, string anchor, int size, string text) => svg.AppendLine(
    $"""  <text x="{x:0.#}" y="{y:0.#}" text-anchor="{anchor}" font-family="Arial" """
        + $"""font-size="{size}">{text}</text>""");

void Line(double x, double y, double toX, double toY, string color, double width = 1, string dashes = "none") =>
    svg.AppendLine(
        $"""  <path d="M {x:0.#} {y:0.#} L {toX:0.#} {toY:0.#}" stroke="{color}" """
            + $"""stroke-width="{width}" stroke-dasharray="{dashes}" />""");

void Dot(double x, double y) => svg.AppendLine($"""  <circle cx="{x:0.#}" cy="{y:0.#}" r="5" fill="black" />""");

void Curve(string color, double width, string dashes, Func<int, double> survival)
{
    IEnumerable<string> points =
        Enumerable.Range(0, years + 1).Select(year => $"{X(year):0.#},{Y(survival(year)):0.#}");
    svg.AppendLine(
        $"""  <polyline points="{string.Join(' ', points)}" fill="none" stroke="{color}" """
            + $"""stroke-width="{width}" stroke-dasharray="{dashes}" />""");
}

static string ImagesFolder([CallerFilePath] string source = "") =>
    Path.GetFullPath(Path.Combine(Path.GetDirectoryName(source)!, "..", "images"));
