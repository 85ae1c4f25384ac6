using System.Globalization;
using System.Text;

/// <summary>A picture with a plot area in its own coordinates, written as SVG.</summary>
internal sealed class SvgChart
{
    public const string Gray = "rgb(120,120,120)";
    public const string Blue = "rgb(86,180,233)";
    public const string Orange = "rgb(213,94,0)";

    private const string GridColor = "rgb(232,232,232)";

    private readonly StringBuilder _svg = new();
    private double _left;
    private double _right;
    private double _top;
    private double _bottom;
    private double _mostX;
    private double _mostY;

    public SvgChart(double width, double height)
    {
        Append($"""<svg width="{width}" height="{height}" version="1.1" xmlns="http://www.w3.org/2000/svg">""");
        Append($"""  <rect width="{width}" height="{height}" fill="white" />""");
    }

    /// <summary>Starts a plot. X runs from zero to the most of the right edge, Y from zero to the most of the
    /// top.</summary>
    public void Plot(double left, double right, double top, double bottom, double mostX, double mostY)
    {
        (_left, _right, _top, _bottom, _mostX, _mostY) = (left, right, top, bottom, mostX, mostY);
    }

    public double X(double value) => _left + ((_right - _left) * value / _mostX);

    public double Y(double value) => _bottom - ((_bottom - _top) * value / _mostY);

    public void GridLine(double value, string label)
    {
        Line(_left, Y(value), _right, Y(value), GridColor);
        Text(_left - 8, Y(value) + 4, "end", 12, label);
    }

    public void Tick(double value, string label) => Text(X(value), _bottom + 18, "middle", 12, label);

    public void Axes(string title)
    {
        Line(_left, _bottom, _right, _bottom, "black");
        Line(_left, _top, _left, _bottom, "black");
        Text((_left + _right) / 2, _bottom + 38, "middle", 12, title);
    }

    public void VerticalLine(double value, string color, string label, string anchor = "start", double down = 14)
    {
        Line(X(value), _top, X(value), _bottom, color);
        Text(X(value) + (anchor == "start" ? 6 : -6), _top + down, anchor, 12, label);
    }

    public void Bar(double value, double height, double width, string color) => Append(
        $"""  <rect x="{X(value) - (width / 2):0.##}" y="{Y(height):0.##}" width="{width:0.##}" """
            + $"""height="{_bottom - Y(height):0.##}" fill="{color}" />""");

    public void Area(double from, double to, string color) => Append(
        $"""  <rect x="{X(from):0.#}" y="{_top:0.#}" width="{X(to) - X(from):0.#}" height="{_bottom - _top:0.#}" """
            + $"""fill="{color}" />""");

    public void Text(double x, double y, string anchor, int size, string text) => Append(
        $"""  <text x="{x:0.#}" y="{y:0.#}" text-anchor="{anchor}" font-family="Arial" """
            + $"""font-size="{size}">{text}</text>""");

    public void Line(
        double x, double y, double toX, double toY, string color, double width = 1, string dashes = "none") => Append(
        $"""  <path d="M {x:0.#} {y:0.#} L {toX:0.#} {toY:0.#}" stroke="{color}" """
            + $"""stroke-width="{width}" stroke-dasharray="{dashes}" />""");

    public void Dot(double x, double y) => Append($"""  <circle cx="{x:0.#}" cy="{y:0.#}" r="5" fill="black" />""");

    public void Curve(IEnumerable<(double X, double Y)> points, string color, double width, string dashes = "none")
    {
        string places = string.Join(' ', points.Select(point => Point(point.X, point.Y)));
        Append($"""  <polyline points="{places}" fill="none" stroke="{color}" stroke-width="{width}" """
            + $"""stroke-dasharray="{dashes}" />""");
    }

    public void Save(string folder, string name)
    {
        File.WriteAllText(Path.Combine(folder, name), _svg + "</svg>" + Environment.NewLine);
        Console.WriteLine(name);
    }

    private string Point(double x, double y) => string.Create(CultureInfo.InvariantCulture, $"{X(x):0.#},{Y(y):0.#}");

    private void Append(FormattableString line) => _svg.AppendLine(FormattableString.Invariant(line));

    private void Append(string line) => _svg.AppendLine(line);
}
