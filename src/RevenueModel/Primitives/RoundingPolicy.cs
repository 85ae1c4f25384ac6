using Ardalis.GuardClauses;

namespace RevenueModel.Primitives;

/// <summary>
/// How an amount is rounded where it is stated, billed or paid: to how many decimal places, and by which rule.
/// Nothing is rounded inside a calculation.
/// </summary>
/// <remarks>
/// Immutable; equal when digits and rule are. The default value is <see cref="WholeUnits"/>. The digits are those
/// of the currency's minor unit (ISO 4217): 0 for JPY, 2 for USD and EUR, 3 for KWD.
/// </remarks>
public readonly record struct RoundingPolicy
{
    private const int MaxDigits = 9;

    private RoundingPolicy(int digits, RoundingRule rule)
    {
        Digits = digits;
        Rule = rule;
    }

    /// <summary>To whole units, half away from zero.</summary>
    public static RoundingPolicy WholeUnits => default;

    /// <summary>To two decimal places, half away from zero.</summary>
    public static RoundingPolicy Cents => new(2, RoundingRule.HalfAwayFromZero);

    /// <summary>The decimal places that remain, from 0 to 9.</summary>
    public int Digits { get; }

    /// <summary>What becomes of the rest.</summary>
    public RoundingRule Rule { get; }

    /// <summary>The number of minor units in one unit: 100 for two digits.</summary>
    public long MinorUnitsPerUnit => (long)FixedPoint.PowerOfTen(Digits);

    /// <summary>Creates a policy.</summary>
    /// <param name="digits">The decimal places that remain, from 0 to 9.</param>
    /// <param name="rule">What becomes of the rest; half away from zero unless said.</param>
    /// <exception cref="ArgumentException">The digits or the rule are outside their range.</exception>
    public static RoundingPolicy ToDigits(int digits, RoundingRule rule = RoundingRule.HalfAwayFromZero) =>
        digits is >= 0 and <= MaxDigits
            ? new RoundingPolicy(digits, Guard.Against.Undefined(rule))
            : throw DomainGuards.OutOfRange(nameof(digits), digits, "0 to 9");

    /// <summary>The amount, rounded.</summary>
    public decimal Round(decimal amount) => decimal.Round(amount, Digits, Rule switch
    {
        RoundingRule.HalfToEven => MidpointRounding.ToEven,
        RoundingRule.Up => amount >= 0m ? MidpointRounding.ToPositiveInfinity : MidpointRounding.ToNegativeInfinity,
        RoundingRule.Down => MidpointRounding.ToZero,
        _ => MidpointRounding.AwayFromZero,
    });

    /// <summary>The amount as a count of minor units, where it is a whole number of them.</summary>
    /// <returns>Whether the amount is whole in minor units and fits 64 bits.</returns>
    public bool TryToMinorUnits(decimal amount, out long minorUnits)
    {
        minorUnits = 0;

        // Any 64 bits of minor units lie within these bounds, and nothing within them overflows when it is scaled.
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

    /// <summary>The amount as a count of minor units: 12.34 is 1,234 cents.</summary>
    /// <exception cref="ArgumentException">The amount is not whole in minor units, or does not fit 64 bits.</exception>
    public long ToMinorUnits(decimal amount) => TryToMinorUnits(amount, out long minorUnits)
        ? minorUnits
        : throw NotWhole(nameof(amount), amount, this);

    /// <summary>Returns the refusal of an amount that is not a whole number of minor units.</summary>
    internal static ArgumentOutOfRangeException NotWhole(string name, decimal amount, RoundingPolicy rounding) =>
        DomainGuards.OutOfRange(
            name, amount, Invariant($"an amount with at most {rounding.Digits} decimal places, within 64 bits,"));

    /// <summary>The amount that a count of minor units stands for.</summary>
    public decimal FromMinorUnits(Int128 minorUnits) => (decimal)minorUnits / MinorUnitsPerUnit;

    /// <summary>The policy in words.</summary>
    public override string ToString() => Invariant($"{Digits} digits, {Rule}");
}

/// <summary>What becomes of the part of an amount that is smaller than the minor unit.</summary>
public enum RoundingRule
{
    /// <summary>To the nearest, a half away from zero: 2.5 to 3, -2.5 to -3. The rule of most invoices; the default.</summary>
    HalfAwayFromZero = 0,

    /// <summary>To the nearest, a half to the even neighbor: 2.5 to 2, 3.5 to 4. Bankers' rounding; IEEE 754.</summary>
    HalfToEven = 1,

    /// <summary>Away from zero whatever the fraction: 2.1 to 3.</summary>
    Up = 2,

    /// <summary>Toward zero whatever the fraction: 2.9 to 2.</summary>
    Down = 3,
}
