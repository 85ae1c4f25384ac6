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
    /// <summary>The decimal places beyond which a computed amount is not told apart from its neighbour.</summary>
    internal const int ComputedDigits = 12;

    /// <summary>An amount of money that is less than this is one that quotients left, and no amount.</summary>
    internal const decimal Hair = 0.000_000_000_000_01m;

    private const decimal HairOfOne = 0.000_000_000_000_000_000_001m;

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

    /// <summary>The amount, rounded as what it stands for: a quotient without end may have left it a hair from a half, or from
    /// a whole, that it would be if it were exact.</summary>
    /// <remarks>It is rounded to twelve decimal places first, far from what quotients leave and from what money means.</remarks>
    internal decimal RoundComputed(decimal amount) =>
        Round(decimal.Round(amount, ComputedDigits, MidpointRounding.AwayFromZero));

    /// <summary>A quantity that a quotient has left a hair from one of twelve decimal places, as that one; any other as it
    /// is.</summary>
    /// <param name="quantity">The quantity, zero or more.</param>
    /// <param name="largest">The largest of what it was computed from: a hair is 10^-21 of it, of one at the least, and never
    /// more than 10^-14.</param>
    internal static decimal WithoutHair(decimal quantity, decimal largest)
    {
        if (quantity.Scale <= ComputedDigits)
        {
            return quantity;
        }

        decimal rounded = decimal.Round(quantity, ComputedDigits, MidpointRounding.AwayFromZero);
        decimal hair = Math.Min(Math.Max(largest, 1m) * HairOfOne, Hair);
        return Math.Abs(quantity - rounded) < hair ? rounded : quantity;
    }

    /// <summary>Whether an amount is at a threshold or above it, where quotients may have left either a hair below.</summary>
    internal static bool Reaches(decimal amount, decimal threshold) => amount > threshold - Hair;

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
        : throw DomainGuards.OutOfRange(
            nameof(amount), amount, Invariant($"an amount with at most {Digits} decimal places, within 64 bits,"));

    /// <summary>The amount that a count of minor units stands for.</summary>
    public decimal FromMinorUnits(Int128 minorUnits) => (decimal)minorUnits / MinorUnitsPerUnit;

    /// <summary>The policy in words.</summary>
    public override string ToString() => Invariant($"{Digits} digits, {Rule}");
}
