using System.Text.Json.Serialization;
using RevenueModel.Pipeline;
using RevenueModel.Primitives;

namespace RevenueModel.Forecasting;

/// <summary>A forecast by category, and the cumulative rollups of the categories.</summary>
/// <remarks>
/// Each rollup contains the one before it, as in CRM forecasts: commit is closed and commit, best case adds best case,
/// and pipeline adds the rest. Omitted deals are in no rollup.
/// </remarks>
[JsonConverter(typeof(JsonCompanionRequired))]
public sealed record CategoryRollup
{
    /// <summary>Gets the amounts of won deals.</summary>
    public ForecastAmounts Closed { get; init; }

    /// <summary>Gets the amounts of open deals that are committed.</summary>
    public ForecastAmounts Commit { get; init; }

    /// <summary>Gets the amounts of open deals that are won in the best case.</summary>
    public ForecastAmounts BestCase { get; init; }

    /// <summary>Gets the amounts of open deals without a commitment.</summary>
    public ForecastAmounts Pipeline { get; init; }

    /// <summary>Gets the amounts of lost deals and of open deals that are omitted.</summary>
    public ForecastAmounts Omitted { get; init; }

    /// <summary>Gets the sum of closed and commit.</summary>
    public ForecastAmounts CommitForecast => Closed + Commit;

    /// <summary>Gets the sum of closed, commit and best case.</summary>
    public ForecastAmounts BestCaseForecast => CommitForecast + BestCase;

    /// <summary>Gets the sum of closed, commit, best case and pipeline: all deals that are not omitted.</summary>
    public ForecastAmounts PipelineForecast => BestCaseForecast + Pipeline;

    /// <summary>Gets the amounts of a category.</summary>
    /// <param name="category">The category.</param>
    /// <value>The amounts.</value>
    /// <exception cref="ArgumentOutOfRangeException">The category is not defined.</exception>
    public ForecastAmounts this[ForecastCategory category] => category switch
    {
        ForecastCategory.Closed => Closed,
        ForecastCategory.Commit => Commit,
        ForecastCategory.BestCase => BestCase,
        ForecastCategory.Pipeline => Pipeline,
        ForecastCategory.Omitted => Omitted,
        _ => throw new ArgumentOutOfRangeException(
            nameof(category), category, Invariant($"category was {category}; a defined one is expected.")),
    };

    /// <summary>Returns the rollups.</summary>
    public override string ToString() =>
        Invariant($"closed {Closed.Amount:#,0.##}, commit {CommitForecast.Amount:#,0.##}, ")
            + Invariant($"best case {BestCaseForecast.Amount:#,0.##}, pipeline {PipelineForecast.Amount:#,0.##}");

    internal CategoryRollup With(ForecastCategory category, ForecastAmounts amounts) => category switch
    {
        ForecastCategory.Closed => this with { Closed = Closed + amounts },
        ForecastCategory.Commit => this with { Commit = Commit + amounts },
        ForecastCategory.BestCase => this with { BestCase = BestCase + amounts },
        ForecastCategory.Pipeline => this with { Pipeline = Pipeline + amounts },
        _ => this with { Omitted = Omitted + amounts },
    };
}
