using System.Globalization;
using RevenueModel.Primitives;

namespace RevenueModel.Architectures;

/// <summary>Prints the figures of consistency checks, the same in every culture.</summary>
internal static class FigureText
{
    /// <summary>Returns a band with its unit. A band with two equal ends is printed as one number.</summary>
    public static string Of(Band<decimal> value, FigureUnit unit)
    {
        string format = FormatOf(unit);
        string number = value.Max == value.Min
            ? value.Min.ToString(format, CultureInfo.InvariantCulture)
            : value.ToString(format, CultureInfo.InvariantCulture);
        string suffix = SuffixOf(unit);
        return number + (value.Min == 1m && value.Max == 1m ? suffix.TrimEnd('s') : suffix);
    }

    /// <summary>Returns a formula in which each <c>{0}</c>, <c>{0:low}</c> and <c>{0:high}</c> is replaced by the
    /// printed figure of that position, or by an end of it.</summary>
    public static string Fill(string formula, ValueList<PrintedFigure> printed, Func<PrintedFigure, string> text)
    {
        for (int i = 0; i < printed.Count; i++)
        {
            PrintedFigure figure = printed[i];
            formula = formula
                .Replace(Invariant($"{{{i}}}"), text(figure), StringComparison.Ordinal)
                .Replace(Invariant($"{{{i}:low}}"), text(End(figure, isLow: true)), StringComparison.Ordinal)
                .Replace(Invariant($"{{{i}:high}}"), text(End(figure, isLow: false)), StringComparison.Ordinal);
        }

        return formula;
    }

    /// <summary>Returns whether a formula has a figure of a position.</summary>
    public static bool Uses(string formula, int position) =>
        formula.Contains(Invariant($"{{{position}}}"), StringComparison.Ordinal)
            || formula.Contains(Invariant($"{{{position}:"), StringComparison.Ordinal);

    private static PrintedFigure End(PrintedFigure figure, bool isLow)
    {
        if (figure.Value is not { } band || band.Min == band.Max)
        {
            return figure;
        }

        decimal? end = isLow ? band.Min : band.Max;
        return figure with
        {
            Name = (isLow ? "low end of " : "high end of ") + figure.Name,
            Value = end is { } given ? Band.Between(given, given) : null,
            Text = end is null ? "open" : null,
        };
    }

    private static string FormatOf(FigureUnit unit) => unit switch
    {
        FigureUnit.Percent => "#,0.##%",
        FigureUnit.Money => "#,0.##",
        _ => "#,0.###",
    };

    private static string SuffixOf(FigureUnit unit) => unit switch
    {
        FigureUnit.Multiple => "x",
        FigureUnit.Points => " points",
        FigureUnit.Days => " days",
        FigureUnit.Months => " months",
        FigureUnit.Years => " years",
        _ => "",
    };
}
