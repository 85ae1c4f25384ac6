using RevenueModel.Primitives;

namespace RevenueModel.Retention;

/// <summary>Quotients of amounts that are undefined for a zero denominator and refused if they are too large, and the
/// check of published bands.</summary>
internal static class ValueFigures
{
    /// <summary>Returns a quotient, or null for a denominator of zero.</summary>
    /// <param name="numerator">The numerator.</param>
    /// <param name="denominator">The denominator.</param>
    /// <param name="name">The parameter of the caller that holds the numerator.</param>
    public static decimal? Quotient(decimal numerator, decimal denominator, string name)
    {
        try
        {
            return RetentionRatio.Of(numerator, denominator);
        }
        catch (OverflowException overflow)
        {
            throw DomainGuards.Overflow(Invariant($"{numerator} / {denominator}"), name, overflow);
        }
    }

    /// <summary>Rejects a band of amounts that starts below zero or is open.</summary>
    public static void RequireClosedAmounts(Band<decimal> band, string name)
    {
        if (band.Min < 0m || band.IsOpen)
        {
            throw DomainGuards.OutOfRange(name, band, "a band with two ends, zero or more,");
        }
    }
}
