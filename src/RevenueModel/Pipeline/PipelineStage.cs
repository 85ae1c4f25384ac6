using Ardalis.GuardClauses;
using RevenueModel.Primitives;

namespace RevenueModel.Pipeline;

/// <summary>An open stage of a sales process with its win probability.</summary>
public sealed record PipelineStage : ProcessStage
{
    /// <summary>The probability that a deal in this stage is eventually won, the weight of the weighted-stage
    /// forecast: a fraction between 0 and 1.</summary>
    public required decimal WinProbability
    {
        get;
        init => field = Guard.Against.NotFraction(value, nameof(WinProbability));
    }

    /// <summary>Returns the name, the win probability and the forecast category.</summary>
    public override string ToString() => Invariant($"{Name} ({WinProbability * 100m:0.##}%, {ForecastCategory})");
}
