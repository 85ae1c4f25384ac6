using Ardalis.GuardClauses;
using RevenueModel.Primitives;

namespace RevenueModel.Pipeline;

/// <summary>An open stage of a sales process.</summary>
public sealed record PipelineStage
{
    /// <summary>The name of the stage.</summary>
    public required string Name { get; init => field = Guard.Against.Blank(value, nameof(Name)); }

    /// <summary>The chance that a deal in this stage is eventually won: a fraction in [0, 1], the weight of the
    /// weighted-stage forecast.</summary>
    public required decimal WinProbability
    {
        get;
        init => field = Guard.Against.NotFraction(value, nameof(WinProbability));
    }

    /// <summary>The category that deals in this stage are forecast in unless they say otherwise.</summary>
    /// <exception cref="ArgumentException">The value is <see cref="ForecastCategory.Closed"/>: no open deal is.</exception>
    public ForecastCategory ForecastCategory
    {
        get;
        init => field = Guard.Against.Undefined(value, nameof(ForecastCategory)) == ForecastCategory.Closed
            ? throw DomainGuards.OutOfRange(nameof(ForecastCategory), value, "a category of open deals")
            : value;
    } = ForecastCategory.Pipeline;

    /// <summary>The stage in words.</summary>
    public override string ToString() => Invariant($"{Name} ({WinProbability * 100m:0.##}%, {ForecastCategory})");
}
