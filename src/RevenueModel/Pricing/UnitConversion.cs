using Ardalis.GuardClauses;
using RevenueModel.Primitives;

namespace RevenueModel.Pricing;

/// <summary>From the unit that is metered to the unit that is billed: bytes to gigabytes, calls to thousands of calls.</summary>
/// <remarks>Immutable; equal by value. The default value changes nothing. First converted, then rounded.</remarks>
public readonly record struct UnitConversion
{
    private readonly decimal _factorLessOne; // so that the default value converts nothing
    private readonly decimal _divisorLessOne;

    private UnitConversion(decimal factor, decimal divisor, UnitRounding rounding)
    {
        _factorLessOne = factor - 1m;
        _divisorLessOne = divisor - 1m;
        Rounding = Guard.Against.Undefined(rounding);
    }

    /// <summary>What the metered quantity is multiplied by, above zero.</summary>
    public decimal Factor => _factorLessOne + 1m;

    /// <summary>What it is divided by, above zero.</summary>
    public decimal Divisor => _divisorLessOne + 1m;

    /// <summary>How the result becomes whole units.</summary>
    public UnitRounding Rounding { get; }

    /// <summary>Several billed units for each that is metered.</summary>
    /// <param name="factor">What the quantity is multiplied by, above zero.</param>
    /// <param name="rounding">How the result becomes whole units; not at all unless said.</param>
    /// <exception cref="ArgumentException">A value is outside its range.</exception>
    public static UnitConversion Multiply(decimal factor, UnitRounding rounding = UnitRounding.None) =>
        new(Guard.Against.NotPositive(factor), 1m, rounding);

    /// <summary>One billed unit for several that are metered: 1,000 for a price per thousand.</summary>
    /// <param name="divisor">What the quantity is divided by, above zero.</param>
    /// <param name="rounding">How the result becomes whole units; not at all unless said.</param>
    /// <exception cref="ArgumentException">A value is outside its range.</exception>
    public static UnitConversion Divide(decimal divisor, UnitRounding rounding = UnitRounding.None) =>
        new(1m, Guard.Against.NotPositive(divisor), rounding);

    /// <summary>The billed quantity.</summary>
    /// <param name="metered">Zero or more.</param>
    /// <returns><c>metered × factor / divisor</c>, rounded as said; what quotients without end left is no begun
    /// unit.</returns>
    /// <exception cref="ArgumentException"><paramref name="metered"/> is negative, or the result does not fit a
    /// decimal.</exception>
    public decimal Convert(decimal metered)
    {
        Guard.Against.BelowZero(metered);
        try
        {
            return Converted(metered);
        }
        catch (OverflowException overflow)
        {
            throw DomainGuards.Overflow(Invariant($"Quantity {metered} converted {this}"), nameof(metered), overflow);
        }
    }

    /// <summary>Returns the billed quantity of a metered one that is zero or more.</summary>
    internal decimal Converted(decimal metered)
    {
        decimal multiplied = metered * Factor;
        decimal divisor = Divisor;
        if (Rounding == UnitRounding.None)
        {
            return divisor == 1m ? multiplied : multiplied / divisor;
        }

        // A remainder is exact, which a quotient is not. Noise of a mean must neither start a unit nor miss a half.
        decimal noise = DivisionNoise.InUnits(multiplied, divisor);
        decimal rest = multiplied % divisor;
        decimal whole = decimal.Round((multiplied - rest) / divisor);
        if (divisor - rest <= noise)
        {
            return whole + 1m;
        }

        bool isUp = Rounding == UnitRounding.Up ? rest > noise
            : Rounding == UnitRounding.HalfUp && rest + noise >= divisor - rest;
        return isUp ? whole + 1m : whole;
    }

    /// <summary>The conversion in words.</summary>
    public override string ToString()
    {
        string words = Factor != 1m ? Invariant($"times {Factor:0.############}")
            : Divisor != 1m ? Invariant($"per {Divisor:#,0.############}")
            : "as metered";
        return Rounding == UnitRounding.None ? words : words + ", rounded " + (Rounding switch
        {
            UnitRounding.Up => "up",
            UnitRounding.Down => "down",
            _ => "half up",
        });
    }
}

/// <summary>How a converted quantity becomes whole units.</summary>
public enum UnitRounding
{
    /// <summary>It does not: fractions of units are billed; the default.</summary>
    None = 0,

    /// <summary>Begun units are whole: 1.4 is 2.</summary>
    Up = 1,

    /// <summary>Begun units are not billed: 1.9 is 1.</summary>
    Down = 2,

    /// <summary>To the nearest unit, a half up: 1.5 is 2.</summary>
    HalfUp = 3,
}
