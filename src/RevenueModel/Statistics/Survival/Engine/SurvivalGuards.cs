using System.Runtime.CompilerServices;
using RevenueModel.Primitives;

namespace RevenueModel.Statistics;

/// <summary>The guards and exact numbers of survival estimates.</summary>
internal static class SurvivalGuards
{
    /// <summary>The largest number of causes.</summary>
    public const int MaxCauses = 255;

    /// <summary>The largest sum of weights. With nine decimal places, sums up to it are exact in a decimal.</summary>
    public const decimal MaxWeight = 1_000_000_000_000_000_000m;

    private const int WeightPlaces = 9;

    /// <summary>Rejects a negative time, and returns the time without trailing zeros.</summary>
    public static decimal Time(decimal value, [CallerArgumentExpression(nameof(value))] string name = "") =>
        value >= 0m ? ShortestDecimal.Of(value) : throw DomainGuards.OutOfRange(name, value, "a time of zero or more");

    /// <summary>Rejects a weight that is negative, too large or too precise, and returns it without trailing
    /// zeros.</summary>
    public static decimal Weight(decimal value, [CallerArgumentExpression(nameof(value))] string name = "") =>
        Number(value, "weight", name);

    /// <summary>Rejects a number whose sums would not be exact, and returns it without trailing zeros.</summary>
    public static decimal Number(decimal value, string noun, string name)
    {
        if (value is < 0m or > MaxWeight)
        {
            throw DomainGuards.OutOfRange(name, value, $"a {noun} between 0 and 10^18");
        }

        decimal plain = ShortestDecimal.Of(value);
        return plain.Scale <= WeightPlaces
            ? plain
            : throw DomainGuards.OutOfRange(name, value, $"a {noun} of at most nine decimal places");
    }
}
