
namespace RevenueModel.Forecasting;

/// <summary>How many deals a line of a forecast holds, what they amount to and what is expected of them.</summary>
/// <param name="Count">The number of deals.</param>
/// <param name="WithoutAmountCount">How many of them carry no amount, and so add nothing below.</param>
/// <param name="Amount">The amount of the others, unweighted.</param>
/// <param name="Weighted">The amount weighted by the chance that each is won.</param>
/// <remarks>The default value is no deals. Adding is associative and commutative, so that parts of a forecast
/// merge.</remarks>
public readonly record struct ForecastAmounts(int Count, int WithoutAmountCount, decimal Amount, decimal Weighted)
{
    /// <summary>Both lines in one.</summary>
    public ForecastAmounts Add(ForecastAmounts other) => new(
        Count + other.Count,
        WithoutAmountCount + other.WithoutAmountCount,
        Amount + other.Amount,
        Weighted + other.Weighted);

    /// <summary>Both lines in one.</summary>
    public static ForecastAmounts operator +(ForecastAmounts left, ForecastAmounts right) => left.Add(right);

    /// <summary>The line in words.</summary>
    public override string ToString() =>
        Invariant($"{Count:#,0} deals, {Amount:#,0.##}, weighted {Weighted:#,0.##}");
}
