using System.Text.Json.Serialization;
using RevenueModel.Primitives;

namespace RevenueModel.Forecasting;

/// <summary>The number of deals in a line of a forecast, their amount and their weighted amount.</summary>
/// <param name="Count">The number of deals.</param>
/// <param name="WithoutAmountCount">The number of deals without an amount, which count as zero in the amounts.</param>
/// <param name="Amount">The amount of the deals with an amount, unweighted.</param>
/// <param name="Weighted">The amount weighted by the probability that each deal is won.</param>
/// <remarks>
/// The default value represents no deals. Addition is associative and commutative, so partial forecasts can be merged.
/// </remarks>
[JsonConverter(typeof(JsonCompanionRequired))]
public readonly record struct ForecastAmounts(int Count, int WithoutAmountCount, decimal Amount, decimal Weighted)
{
    /// <summary>Returns the sum of two lines.</summary>
    /// <param name="other">The line to add.</param>
    /// <returns>The line of the deals of both.</returns>
    /// <exception cref="ArgumentException">The sum exceeds the range of a number.</exception>
    public ForecastAmounts Add(ForecastAmounts other) => Sum(this, other, nameof(other));

    /// <summary>Returns the sum of two lines.</summary>
    /// <param name="left">One line.</param>
    /// <param name="right">The other line.</param>
    /// <returns>The line of the deals of both.</returns>
    /// <exception cref="ArgumentException">The sum exceeds the range of a number.</exception>
    public static ForecastAmounts operator +(ForecastAmounts left, ForecastAmounts right) =>
        Sum(left, right, nameof(right));

    /// <summary>Returns the number of deals and their amounts.</summary>
    public override string ToString() =>
        Invariant($"{Plural.Of(Count, "deal")}, {Amount:#,0.##}, weighted {Weighted:#,0.##}");

    private static ForecastAmounts Sum(in ForecastAmounts one, in ForecastAmounts other, string name)
    {
        try
        {
            return new ForecastAmounts(
                checked(one.Count + other.Count),
                one.WithoutAmountCount + other.WithoutAmountCount,
                one.Amount + other.Amount,
                one.Weighted + other.Weighted);
        }
        catch (OverflowException overflow)
        {
            throw DomainGuards.Overflow(Invariant($"The sum of {one} and {other}"), name, overflow);
        }
    }
}
