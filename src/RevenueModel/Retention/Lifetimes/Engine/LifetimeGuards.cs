using System.Runtime.CompilerServices;
using RevenueModel.Primitives;

namespace RevenueModel.Retention;

/// <summary>The guards of lifetime models.</summary>
internal static class LifetimeGuards
{
    /// <summary>The largest number of contract periods: a hundred years of months.</summary>
    public const int MaxPeriods = 1_200;

    /// <summary>The lowest shape of a discrete Weibull duration.</summary>
    public const double LeastShape = 0.01;

    /// <summary>The highest shape of a discrete Weibull duration.</summary>
    public const double MostShape = 20;

    private const double MaxParameter = 1e12;
    private const double Least = 1e-300;

    /// <summary>Rejects a number of periods outside 0 to 1,200.</summary>
    public static int Periods(int value, [CallerArgumentExpression(nameof(value))] string name = "") =>
        value is >= 0 and <= MaxPeriods ? value : throw DomainGuards.OutOfRange(name, value, "0 to 1,200");

    /// <summary>Rejects a period outside 1 to 1,200.</summary>
    public static int Period(int value, [CallerArgumentExpression(nameof(value))] string name = "") =>
        value is >= 1 and <= MaxPeriods ? value : throw DomainGuards.OutOfRange(name, value, "1 to 1,200");

    /// <summary>Rejects a parameter that is not above 0 and at most 10^12.</summary>
    public static double Parameter(double value, [CallerArgumentExpression(nameof(value))] string name = "") =>
        value is >= Least and <= MaxParameter
            ? value
            : throw DomainGuards.OutOfRange(name, value, "a number above 0 and up to 10^12");

    /// <summary>Rejects a discount rate that is negative or not finite.</summary>
    public static double DiscountRate(double value, [CallerArgumentExpression(nameof(value))] string name = "") =>
        value >= 0 && double.IsFinite(value)
            ? value
            : throw DomainGuards.OutOfRange(name, value, "a finite rate per period, zero or more,");
}
