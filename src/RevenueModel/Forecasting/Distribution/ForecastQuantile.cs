using System.Text.Json.Serialization;
using RevenueModel.Primitives;
using RevenueModel.Statistics;

namespace RevenueModel.Forecasting;

/// <summary>A quantile of a forecast with bounds that hold for the true distribution.</summary>
/// <remarks>Immutable; equal by value. The bounds account for dropped mass, rounding errors, and amounts that were
/// split between lattice cells.</remarks>
[JsonConverter(typeof(JsonCompanionRequired))]
public readonly record struct ForecastQuantile
{
    internal ForecastQuantile(double probability, decimal amount, decimal? lower, decimal? upper)
    {
        Probability = probability == 0 ? 0 : Confidence.Require(probability);
        Amount = amount;
        Lower = lower is { } low && low > amount
            ? throw DomainGuards.OutOfRange(nameof(lower), low, "at most the amount")
            : lower;
        Upper = upper is { } high && high < amount
            ? throw DomainGuards.OutOfRange(nameof(upper), high, "at least the amount")
            : upper;
    }

    /// <summary>Gets the probability of booking no more than the amount, between 0 and 1.</summary>
    public double Probability { get; }

    /// <summary>Gets the quantile: the smallest amount that is not exceeded with at least the probability.</summary>
    public decimal Amount { get; }

    /// <summary>Gets an amount at or below the true quantile, or <see langword="null"/> if the probability is within
    /// the error, so that no bound is known.</summary>
    public decimal? Lower { get; }

    /// <summary>Gets an amount at or above the true quantile, or <see langword="null"/> if no bound is
    /// known.</summary>
    public decimal? Upper { get; }

    /// <summary>Returns the quantile with its bounds if they differ.</summary>
    public override string ToString()
    {
        string bounds = Lower == Amount && Upper == Amount
            ? ""
            : Invariant($" ({Text(Lower)} to {Text(Upper)})");
        return Invariant($"P{Probability * 100:0.##} {Amount:#,0.##}{bounds}");

        static string Text(decimal? bound) => bound is { } known ? Invariant($"{known:#,0.##}") : "unknown";
    }
}
