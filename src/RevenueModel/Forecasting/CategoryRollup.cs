using RevenueModel.Pipeline;

namespace RevenueModel.Forecasting;

/// <summary>A forecast by category, and what the categories roll up to.</summary>
/// <remarks>
/// Each rollup holds the one before it, as CRM forecasts do: commit is closed and commit, best case adds best case,
/// open pipeline adds the rest. Omitted deals are in none.
/// </remarks>
public sealed record CategoryRollup
{
    /// <summary>Won deals.</summary>
    public ForecastAmounts Closed { get; init; }

    /// <summary>Open deals that are committed.</summary>
    public ForecastAmounts Commit { get; init; }

    /// <summary>Open deals that are won if things go well.</summary>
    public ForecastAmounts BestCase { get; init; }

    /// <summary>Open deals with no promise.</summary>
    public ForecastAmounts Pipeline { get; init; }

    /// <summary>Lost deals, and open ones that are left out.</summary>
    public ForecastAmounts Omitted { get; init; }

    /// <summary>Closed and commit.</summary>
    public ForecastAmounts CommitForecast => Closed + Commit;

    /// <summary>Closed, commit and best case.</summary>
    public ForecastAmounts BestCaseForecast => CommitForecast + BestCase;

    /// <summary>Closed, commit, best case and pipeline: everything but what is omitted.</summary>
    public ForecastAmounts PipelineForecast => BestCaseForecast + Pipeline;

    /// <summary>The deals of a category.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The category is not one of the five.</exception>
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

    /// <summary>The rollups in words.</summary>
    public override string ToString() =>
        Invariant($"closed {Closed.Amount:#,0.##}, commit {CommitForecast.Amount:#,0.##}, best case {BestCaseForecast.Amount:#,0.##}, pipeline {PipelineForecast.Amount:#,0.##}");

    internal CategoryRollup With(ForecastCategory category, ForecastAmounts amounts) => category switch
    {
        ForecastCategory.Closed => this with { Closed = Closed + amounts },
        ForecastCategory.Commit => this with { Commit = Commit + amounts },
        ForecastCategory.BestCase => this with { BestCase = BestCase + amounts },
        ForecastCategory.Pipeline => this with { Pipeline = Pipeline + amounts },
        _ => this with { Omitted = Omitted + amounts },
    };
}
