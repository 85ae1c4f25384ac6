using RevenueModel.Primitives;

namespace RevenueModel.Architectures;

/// <summary>Creates the figures of checks.</summary>
internal static class Figures
{
    /// <summary>Returns a printed band.</summary>
    public static PrintedFigure Printed(string name, Band<decimal>? value, FigureUnit unit, Citation? citation) =>
        new() { Name = name, Value = value, Unit = unit, Citation = citation };

    /// <summary>Returns a printed number.</summary>
    public static PrintedFigure Printed(string name, decimal value, FigureUnit unit, Citation? citation) =>
        Printed(name, Single(value), unit, citation);

    /// <summary>Returns a printed wording; a blank one is not published.</summary>
    public static PrintedFigure Worded(string name, string? text, Citation? citation) =>
        new() { Name = name, Text = string.IsNullOrWhiteSpace(text) ? null : text, Citation = citation };

    /// <summary>Returns a printed list: the number of its names, and the names.</summary>
    public static PrintedFigure Listed(string name, ValueList<string> names, Citation? citation) =>
        Worded(name, string.Join(", ", names), citation) with { Value = Single(names.Count) };

    /// <summary>Returns an implied band; null is a figure that no value satisfies.</summary>
    public static ImpliedFigure Implied(string name, Band<decimal>? value, FigureUnit unit, string formula) =>
        new() { Name = name, Value = value, Unit = unit, Formula = formula };

    /// <summary>Returns an implied number; null is a figure that no value satisfies.</summary>
    public static ImpliedFigure Implied(string name, decimal? value, FigureUnit unit, string formula) =>
        Implied(name, value is { } given ? Single(given) : (Band<decimal>?)null, unit, formula);

    /// <summary>Returns a band with two equal ends.</summary>
    public static Band<decimal> Single(decimal value) => Band.Between(value, value);

    /// <summary>Returns a band of whole numbers as a band of decimals.</summary>
    public static Band<decimal> Of(Band<int> band) =>
        band.Max is { } max ? Band.Between((decimal)band.Min, max) : Band.AtLeast((decimal)band.Min);
}
