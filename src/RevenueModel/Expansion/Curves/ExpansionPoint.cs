using System.Text.Json.Serialization;
using RevenueModel.Primitives;

namespace RevenueModel.Expansion;

/// <summary>The value of an expansion curve in one month of an account: a volume, a multiple or a share.</summary>
/// <remarks>Immutable; equal by value. The default value is zero in month 0.</remarks>
[JsonConverter(typeof(JsonCompanionRequired))]
public readonly record struct ExpansionPoint
{
    private ExpansionPoint(double month, double value)
    {
        Month = month;
        Value = value;
    }

    /// <summary>Gets the month of the account, between 0 and 1,200; 0 is its start, and 12 is one year
    /// later.</summary>
    public double Month { get; }

    /// <summary>Gets the value, zero or more.</summary>
    public double Value { get; }

    /// <summary>Creates a point.</summary>
    /// <param name="month">The month of the account, between 0 and 1,200; 0 is its start.</param>
    /// <param name="value">The value, zero or more, finite.</param>
    /// <returns>The point.</returns>
    /// <exception cref="ArgumentException">A number is outside its range, NaN or infinite.</exception>
    public static ExpansionPoint At(double month, double value) =>
        new(ExpansionGuards.Month(month), ExpansionGuards.NotNegative(value));

    /// <summary>Returns the month and the value: <c>month 12: 48</c>.</summary>
    public override string ToString() => Invariant($"month {Month:0.####}: {Value:#,0.######}");
}
