using System.Text.Json.Serialization;
using RevenueModel.Primitives;
using RevenueModel.Statistics;

namespace RevenueModel.Forecasting;

/// <summary>The effect of splitting amounts between the cells of a lattice on a sum. The mean is kept; the variance
/// grows.</summary>
/// <remarks>
/// Immutable; equal by value. The default value is an exact lattice, on which nothing is split. A split amount is
/// replaced by the two cells beside it, independently for each deal, so that the computed sum is the true sum plus
/// independent errors of mean zero, each within one step.
/// </remarks>
[JsonConverter(typeof(JsonCompanionRequired))]
public readonly record struct LatticeSplit
{
    internal LatticeSplit(double variance, double step, double mostShift, double rounding)
    {
        Variance = Require(variance);
        Step = Require(step);
        MostShift = Require(mostShift);
        Rounding = Require(rounding);

        double Require(double value) => value >= 0 && double.IsFinite(value)
            ? value
            : throw DomainGuards.OutOfRange(nameof(variance), value, "zero or more");
    }

    /// <summary>Gets the variance that splitting adds, zero or more.</summary>
    public double Variance { get; }

    /// <summary>Gets the largest step that an amount was split over; zero if none was.</summary>
    public double Step { get; }

    /// <summary>Gets the most by which the computed sum can differ from the true one.</summary>
    public double MostShift { get; }

    /// <summary>Gets the part of <see cref="MostShift"/> that comes from amounts with too many decimal places for 64
    /// bits; almost always zero.</summary>
    public double Rounding { get; }

    /// <summary>Gets whether no amount was changed.</summary>
    public bool IsExact => MostShift == 0;

    /// <summary>Returns a distance between the computed and the true sum that is exceeded on one side with no more
    /// than a given probability.</summary>
    /// <param name="probability">The probability, above 0 and below 1.</param>
    /// <returns>The distance in the currency of the deals, zero or more.</returns>
    /// <exception cref="ArgumentException">The probability is outside its range.</exception>
    /// <remarks>Bernstein's inequality with the added variance and the step, at most
    /// <see cref="MostShift"/>.</remarks>
    public double ShiftAt(double probability)
    {
        Confidence.Require(probability);
        return IsExact
            ? 0
            : Math.Min(MostShift, Rounding + LatticePlan.HalfWidth(Variance, Step, probability));
    }

    /// <summary>Returns the split of a sum of independent parts.</summary>
    internal LatticeSplit Plus(LatticeSplit other) => new(
        Variance + other.Variance,
        Math.Max(Step, other.Step),
        MostShift + other.MostShift,
        Rounding + other.Rounding);

    /// <summary>Returns a split whose shifts bound those of both.</summary>
    internal LatticeSplit AtMost(LatticeSplit other) => new(
        Math.Max(Variance, other.Variance),
        Math.Max(Step, other.Step),
        Math.Max(MostShift, other.MostShift),
        Math.Max(Rounding, other.Rounding));

    /// <summary>Returns the standard deviation that splitting adds and the largest shift.</summary>
    public override string ToString() => IsExact
        ? "exact"
        : Invariant($"split over steps of {Step:#,0.####}: standard deviation {Math.Sqrt(Variance):#,0.####}, ")
            + Invariant($"at most {MostShift:#,0.####}");
}
