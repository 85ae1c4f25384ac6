using System.Text.Json.Serialization;
using RevenueModel.Primitives;

namespace RevenueModel.Forecasting;

/// <summary>The probability that a forecast reaches a target, with bounds that hold for the true
/// distribution.</summary>
/// <remarks>Immutable; equal by value. The bounds account for dropped mass, rounding errors, and amounts that were
/// split between lattice cells. They are far apart if few deals were split and the target equals one of their
/// sums.</remarks>
[JsonConverter(typeof(JsonCompanionRequired))]
public readonly record struct ForecastProbability
{
    internal ForecastProbability(decimal target, double probability, double lower, double upper)
    {
        Target = target;
        Probability = probability;
        Lower = lower;
        Upper = upper;
    }

    /// <summary>Gets the target.</summary>
    public decimal Target { get; }

    /// <summary>Gets the probability of reaching or exceeding the target, between 0 and 1.</summary>
    public double Probability { get; }

    /// <summary>Gets a probability at or below the true one.</summary>
    public double Lower { get; }

    /// <summary>Gets a probability at or above the true one.</summary>
    public double Upper { get; }

    /// <summary>Creates a probability from parts that are not computed here.</summary>
    internal static ForecastProbability Of(decimal target, double probability, double lower, double upper) => new(
        target,
        probability is >= 0 and <= 1
            ? probability
            : throw DomainGuards.OutOfRange(nameof(probability), probability, "a fraction between 0 and 1"),
        lower >= 0 && lower <= probability
            ? lower
            : throw DomainGuards.OutOfRange(nameof(lower), lower, "between 0 and the probability"),
        upper >= probability && upper <= 1
            ? upper
            : throw DomainGuards.OutOfRange(nameof(upper), upper, "between the probability and 1"));

    /// <summary>Returns the target and the probability with its bounds if they differ.</summary>
    public override string ToString()
    {
        string bounds = Upper - Lower < 1e-6 ? "" : Invariant($" ({Lower:0.####%} to {Upper:0.####%})");
        return Invariant($"{Target:#,0.##} with {Probability:0.####%}{bounds}");
    }
}
