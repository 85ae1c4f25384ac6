using System.Text.Json.Serialization;
using Ardalis.GuardClauses;

namespace RevenueModel.Primitives;

/// <summary>The number of decimal places and the rule by which an amount is rounded where it is stated, billed or
/// paid. Nothing is rounded inside a calculation.</summary>
/// <remarks>
/// Immutable; equal if digits and rule are equal. The default value is <see cref="WholeUnits"/>. The digits are those
/// of the currency's minor unit (ISO 4217): 0 for JPY, 2 for USD and EUR, 3 for KWD.
/// </remarks>
[JsonConverter(typeof(JsonCompanionRequired))]
public readonly record struct RoundingPolicy
{
    private const int MaxDigits = 9;

    private RoundingPolicy(int digits, RoundingRule rule)
    {
        Digits = digits;
        Rule = rule;
    }

    /// <summary>Gets the policy that rounds to whole units, half away from zero.</summary>
    public static RoundingPolicy WholeUnits => default;

    /// <summary>Gets the policy that rounds to two decimal places, half away from zero.</summary>
    public static RoundingPolicy Cents => new(2, RoundingRule.HalfAwayFromZero);

    /// <summary>Gets the number of decimal places, between 0 and 9.</summary>
    public int Digits { get; }

    /// <summary>Gets the rounding rule.</summary>
    public RoundingRule Rule { get; }

    /// <summary>Gets the number of minor units in one unit: 100 for two digits.</summary>
    public long MinorUnitsPerUnit => (long)FixedPoint.PowerOfTen(Digits);

    /// <summary>Creates a policy.</summary>
    /// <param name="digits">The number of decimal places, between 0 and 9.</param>
    /// <param name="rule">The rounding rule. Default: half away from zero.</param>
    /// <returns>The policy.</returns>
    /// <exception cref="ArgumentException">The digits or the rule are outside their range.</exception>
    public static RoundingPolicy ToDigits(int digits, RoundingRule rule = RoundingRule.HalfAwayFromZero) =>
        digits is >= 0 and <= MaxDigits
            ? new RoundingPolicy(digits, Guard.Against.Undefined(rule))
            : throw DomainGuards.OutOfRange(nameof(digits), digits, "0 to 9");

    /// <summary>Returns an amount rounded by this policy.</summary>
    /// <param name="amount">The amount.</param>
    /// <returns>The rounded amount.</returns>
    public decimal Round(decimal amount) => decimal.Round(amount, Digits, Rule switch
    {
        RoundingRule.HalfToEven => MidpointRounding.ToEven,
        RoundingRule.Up => amount >= 0m ? MidpointRounding.ToPositiveInfinity : MidpointRounding.ToNegativeInfinity,
        RoundingRule.Down => MidpointRounding.ToZero,
        _ => MidpointRounding.AwayFromZero,
    });

    /// <summary>Converts an amount to a count of minor units, if it is a whole number of them.</summary>
    /// <param name="amount">The amount.</param>
    /// <param name="minorUnits">The number of minor units, or zero if the amount cannot be converted.</param>
    /// <returns><see langword="true"/> if the amount is whole in minor units and fits 64 bits.</returns>
    public bool TryToMinorUnits(decimal amount, out long minorUnits)
    {
        minorUnits = 0;

        // All 64-bit counts of minor units lie within these bounds, and scaling a number within them does not
        // overflow.
        if (amount is > 10_000_000_000_000_000_000m or < -10_000_000_000_000_000_000m)
        {
            return false;
        }

        decimal scaled = amount * MinorUnitsPerUnit;
        if (decimal.Truncate(scaled) != scaled || scaled is > long.MaxValue or < long.MinValue)
        {
            return false;
        }

        minorUnits = (long)scaled;
        return true;
    }

    /// <summary>Returns an amount as a count of minor units: 12.34 is 1,234 cents.</summary>
    /// <param name="amount">The amount.</param>
    /// <returns>The number of minor units.</returns>
    /// <exception cref="ArgumentException">The amount is not whole in minor units, or does not fit 64
    /// bits.</exception>
    public long ToMinorUnits(decimal amount) => TryToMinorUnits(amount, out long minorUnits)
        ? minorUnits
        : throw NotWhole(nameof(amount), amount, this);

    /// <summary>Returns the exception for an amount that is not a whole number of minor units.</summary>
    internal static ArgumentOutOfRangeException NotWhole(string name, decimal amount, RoundingPolicy rounding) =>
        DomainGuards.OutOfRange(
            name, amount, Invariant($"an amount with at most {rounding.Digits} decimal places, within 64 bits,"));

    /// <summary>Returns the amount of a count of minor units.</summary>
    /// <param name="minorUnits">The number of minor units.</param>
    /// <returns><c>minorUnits / MinorUnitsPerUnit</c>.</returns>
    public decimal FromMinorUnits(Int128 minorUnits) => (decimal)minorUnits / MinorUnitsPerUnit;

    /// <summary>Returns the digits and the rule.</summary>
    public override string ToString() => Invariant($"{Digits} digits, {Rule}");
}

/// <summary>The rule for the part of an amount that is smaller than the minor unit.</summary>
public enum RoundingRule
{
    /// <summary>Rounds to the nearest number, and halves away from zero: 2.5 to 3, -2.5 to -3. The rule of most
    /// invoices. The default.</summary>
    HalfAwayFromZero = 0,

    /// <summary>Rounds to the nearest number, and halves to the even neighbor: 2.5 to 2, 3.5 to 4. Bankers' rounding;
    /// IEEE 754.</summary>
    HalfToEven = 1,

    /// <summary>Rounds every fraction away from zero: 2.1 to 3.</summary>
    Up = 2,

    /// <summary>Rounds every fraction toward zero: 2.9 to 2.</summary>
    Down = 3,
}
