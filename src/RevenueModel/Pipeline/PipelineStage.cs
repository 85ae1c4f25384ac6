using System.Text.Json.Serialization;
using Ardalis.GuardClauses;
using RevenueModel.Primitives;

namespace RevenueModel.Pipeline;

/// <summary>An open stage of a sales process with its win probability.</summary>
[JsonConverter(typeof(JsonCompanionRequired))]
public sealed record PipelineStage : ProcessStage
{
    /// <summary>Gets the probability that a deal in this stage is eventually won, between 0 and 1. It is the weight of
    /// the weighted-stage forecast.</summary>
    public required decimal WinProbability
    {
        get;
        init => field = Guard.Against.NotFraction(value, nameof(WinProbability));
    }

    /// <summary>Returns the name, the win probability and the forecast category.</summary>
    public override string ToString() => Invariant($"{Name} ({WinProbability * 100m:0.##}%, {ForecastCategory})");
}
