using System.Text.Json.Serialization;
using Ardalis.GuardClauses;
using RevenueModel.Primitives;

namespace RevenueModel.Pricing;

/// <summary>A conversion from metered to billed units: bytes to gigabytes, calls to thousands of calls.</summary>
/// <remarks>
/// Immutable; equal by value. The default value changes nothing. The result is rounded after the conversion.
/// </remarks>
[JsonConverter(typeof(JsonCompanionRequired))]
public readonly record struct UnitConversion
{
    private readonly decimal _factorLessOne; // so that the default value is a factor of one
    private readonly decimal _divisorLessOne;

    private UnitConversion(decimal factor, decimal divisor, UnitRounding rounding)
    {
        _factorLessOne = factor - 1m;
        _divisorLessOne = divisor - 1m;
        Rounding = Guard.Against.Undefined(rounding);
    }

    /// <summary>Gets the factor by which the metered quantity is multiplied, above zero.</summary>
    public decimal Factor => _factorLessOne + 1m;

    /// <summary>Gets the divisor by which it is divided, above zero.</summary>
    public decimal Divisor => _divisorLessOne + 1m;

    /// <summary>Gets the rounding of the result to whole units.</summary>
    public UnitRounding Rounding { get; }

    /// <summary>Creates a conversion to several billed units for each metered unit.</summary>
    /// <param name="factor">The factor by which the quantity is multiplied, above zero.</param>
    /// <param name="rounding">The rounding of the result to whole units. Default: none.</param>
    /// <returns>The conversion.</returns>
    /// <exception cref="ArgumentException">A value is outside its range.</exception>
    public static UnitConversion Multiply(decimal factor, UnitRounding rounding = UnitRounding.None) =>
        new(Guard.Against.NotPositive(factor), 1m, rounding);

    /// <summary>Creates a conversion to one billed unit for several metered units: 1,000 for a price per
    /// thousand.</summary>
    /// <param name="divisor">The divisor by which the quantity is divided, above zero.</param>
    /// <param name="rounding">The rounding of the result to whole units. Default: none.</param>
    /// <returns>The conversion.</returns>
    /// <exception cref="ArgumentException">A value is outside its range.</exception>
    public static UnitConversion Divide(decimal divisor, UnitRounding rounding = UnitRounding.None) =>
        new(1m, Guard.Against.NotPositive(divisor), rounding);

    /// <summary>Returns the billed quantity.</summary>
    /// <param name="metered">The metered quantity, zero or more.</param>
    /// <returns><c>metered × factor / divisor</c>, rounded. Rounding noise from non-terminating division does not
    /// start a unit.</returns>
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

    /// <summary>Returns the billed quantity of a metered quantity that is zero or more.</summary>
    internal decimal Converted(decimal metered)
    {
        decimal multiplied = metered * Factor;
        decimal divisor = Divisor;
        if (Rounding == UnitRounding.None)
        {
            return divisor == 1m ? multiplied : multiplied / divisor;
        }

        // A remainder is exact, a quotient is not. Noise of a mean must neither start a unit nor miss a half.
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

    /// <summary>Returns a readable description, the same in every culture.</summary>
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

/// <summary>The rounding of a converted quantity to whole units.</summary>
public enum UnitRounding
{
    /// <summary>No rounding; fractions of units are billed. The default.</summary>
    None = 0,

    /// <summary>Partial units are billed as whole units: 1.4 is 2.</summary>
    Up = 1,

    /// <summary>Partial units are not billed: 1.9 is 1.</summary>
    Down = 2,

    /// <summary>Rounds to the nearest unit, and halves up: 1.5 is 2.</summary>
    HalfUp = 3,
}
