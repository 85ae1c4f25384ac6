using System.Runtime.CompilerServices;
using NodaTime;
using RevenueModel.Primitives;

namespace RevenueModel.Expansion;

/// <summary>The guards that the records and calculators of this room share.</summary>
internal static class ExpansionGuards
{
    /// <summary>The highest month of an account: a hundred years.</summary>
    public const int MaxMonth = 1_200;

    /// <summary>Rejects NaN, infinity and numbers below zero.</summary>
    public static double NotNegative(double value, [CallerArgumentExpression(nameof(value))] string name = "") =>
        value >= 0 && double.IsFinite(value)
            ? value
            : throw DomainGuards.OutOfRange(name, value, "a finite number, zero or more,");

    /// <summary>Rejects NaN, infinity, zero and numbers below zero.</summary>
    public static double Positive(double value, [CallerArgumentExpression(nameof(value))] string name = "") =>
        value > 0 && double.IsFinite(value)
            ? value
            : throw DomainGuards.OutOfRange(name, value, "a finite number above zero");

    /// <summary>Rejects NaN and infinity.</summary>
    public static double Finite(double value, [CallerArgumentExpression(nameof(value))] string name = "") =>
        double.IsFinite(value) ? value : throw DomainGuards.OutOfRange(name, value, "a finite number");

    /// <summary>Rejects a rate of growth that is not finite or not above -1.</summary>
    public static double Growth(double value, [CallerArgumentExpression(nameof(value))] string name = "") =>
        value > -1 && double.IsFinite(value)
            ? value
            : throw DomainGuards.OutOfRange(name, value, "a finite rate above -1");

    /// <summary>Rejects a share outside 0 to 1.</summary>
    public static double Share(double value, [CallerArgumentExpression(nameof(value))] string name = "") =>
        value is >= 0 and <= 1
            ? value
            : throw DomainGuards.OutOfRange(name, value, "a fraction between 0 and 1");

    /// <summary>Rejects a month of an account outside 0 to 1,200.</summary>
    public static double Month(double value, [CallerArgumentExpression(nameof(value))] string name = "") =>
        value is >= 0 and <= MaxMonth
            ? value
            : throw DomainGuards.OutOfRange(name, value, "a month of the account between 0 and 1,200");

    /// <summary>Rejects a number of months outside 0 to 1,200.</summary>
    public static int Months(int value, [CallerArgumentExpression(nameof(value))] string name = "") =>
        value is >= 0 and <= MaxMonth
            ? value
            : throw DomainGuards.OutOfRange(name, value, "0 to 1,200");

    /// <summary>Rejects a band of percentage points outside 0 to 100, or open at the top.</summary>
    public static Band<decimal> Points(
        Band<decimal> value, [CallerArgumentExpression(nameof(value))] string name = "") =>
        value is { Min: >= 0m, Max: <= 100m }
            ? value
            : throw DomainGuards.OutOfRange(name, value, "a band of percentage points between 0 and 100");

    /// <summary>Rejects an end of a range of months that is not after its start.</summary>
    public static void Range(double fromMonth, double toMonth)
    {
        Month(fromMonth);
        Month(toMonth);
        if (!(toMonth > fromMonth))
        {
            throw DomainGuards.OutOfRange(nameof(toMonth), toMonth, Invariant($"a month after {fromMonth}"));
        }
    }

    /// <summary>Returns the whole months from one month to another; negative if the other is earlier.</summary>
    public static int MonthsBetween(YearMonth from, YearMonth to) =>
        ((to.Year - from.Year) * 12) + to.Month - from.Month;

    /// <summary>Rejects a month after which the given number of months leaves the calendar.</summary>
    public static void CalendarMonths(YearMonth from, int months, string name)
    {
        if (from.Calendar != CalendarSystem.Iso || ((9999 - from.Year) * 12) + 12 - from.Month < months)
        {
            throw DomainGuards.OutOfRange(
                name,
                Invariant($"{from:uuuu-MM}"),
                Invariant($"a month of the ISO calendar from which {months} months end by 9999-12"));
        }
    }

    /// <summary>Returns a value as a decimal.</summary>
    /// <param name="value">The value, finite.</param>
    /// <param name="name">The parameter of the caller that it comes from.</param>
    /// <exception cref="ArgumentException">It does not fit a decimal.</exception>
    public static decimal Decimal(double value, string name)
    {
        try
        {
            return (decimal)value;
        }
        catch (OverflowException overflow)
        {
            throw DomainGuards.Overflow(Invariant($"{name} of {value}"), name, overflow);
        }
    }
}
