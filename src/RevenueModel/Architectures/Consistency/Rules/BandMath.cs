using RevenueModel.Primitives;

namespace RevenueModel.Architectures;

/// <summary>Computes with bands. A result that does not exist, or does not fit a decimal, is null.</summary>
internal static class BandMath
{
    /// <summary>Returns a computed figure, or null if it divides by zero or exceeds the range of a decimal.</summary>
    public static decimal? Try(Func<decimal> compute)
    {
        try
        {
            return compute();
        }
        catch (ArithmeticException)
        {
            return null;
        }
    }

    /// <summary>Returns a number that a power or a logarithm gave, to 15 significant digits; null if it is not a
    /// finite decimal.</summary>
    public static decimal? OfDouble(double value) =>
        Math.Abs(value) < 7.9e28 ? (decimal)value : null;

    /// <summary>Returns a function of the low ends and of the high ends of two bands, the smaller result first. The
    /// result is open at the top if a band is.</summary>
    public static Band<decimal>? LikeEnds(
        Band<decimal> first, Band<decimal> second, Func<decimal, decimal, decimal> compute)
    {
        if (Try(() => compute(first.Min, second.Min)) is not { } low)
        {
            return null;
        }

        if (first.Max is not { } firstMax || second.Max is not { } secondMax)
        {
            return Band.AtLeast(low);
        }

        return Try(() => compute(firstMax, secondMax)) is { } high ? Ordered(low, high) : null;
    }

    /// <summary>Returns the band of two numbers in any order.</summary>
    public static Band<decimal> Ordered(decimal one, decimal other) =>
        Band.Between(Math.Min(one, other), Math.Max(one, other));

    /// <summary>Returns the band of two numbers in any order, or null if one is null.</summary>
    public static Band<decimal>? Ordered(decimal? one, decimal? other) =>
        one is { } first && other is { } second ? Ordered(first, second) : null;

    /// <summary>Returns whether a band contains all values of another.</summary>
    public static bool Contains(Band<decimal> outer, Band<decimal> inner) =>
        inner.Min >= outer.Min && (outer.IsOpen || inner.Max <= outer.Max);

    /// <summary>Returns whether two bands share a value.</summary>
    public static bool Overlap(Band<decimal> one, Band<decimal> other) =>
        !(one.Max < other.Min) && !(other.Max < one.Min);

    /// <summary>Returns the smallest band that contains all bands; null if there is none.</summary>
    public static Band<decimal>? Hull(IEnumerable<Band<decimal>> bands)
    {
        Band<decimal>? hull = null;
        foreach (Band<decimal> band in bands)
        {
            hull = hull is not { } sofar ? band
                : sofar.IsOpen || band.IsOpen ? Band.AtLeast(Math.Min(sofar.Min, band.Min))
                : Band.Between(
                    Math.Min(sofar.Min, band.Min),
                    Math.Max(sofar.Max.GetValueOrDefault(), band.Max.GetValueOrDefault()));
        }

        return hull;
    }

    /// <summary>Returns the verdict on a printed number that should equal an implied one: it agrees when rounded if
    /// the implied number has the printed one at its number of decimal places.</summary>
    public static ConsistencyVerdict Equal(decimal printed, decimal? implied) => implied switch
    {
        null => ConsistencyVerdict.Contradicts,
        { } value when value == printed => ConsistencyVerdict.Agrees,
        { } value when decimal.Round(value, printed.Scale, MidpointRounding.AwayFromZero) == printed =>
            ConsistencyVerdict.AgreesRounded,
        _ => ConsistencyVerdict.Contradicts,
    };

    /// <summary>Returns the verdict of a condition.</summary>
    public static ConsistencyVerdict Holds(bool holds) =>
        holds ? ConsistencyVerdict.Agrees : ConsistencyVerdict.Contradicts;
}
