using NodaTime;
using RevenueModel.Pipeline;

namespace RevenueModel.Benchmarks;

/// <summary>A deal of the hand-written reader.</summary>
internal sealed class ImportedDeal
{
    public required string Id { get; init; }

    public string? Account { get; init; }

    public string? Segment { get; init; }

    public string? Product { get; init; }

    public required string Stage { get; init; }

    public DealOutcome Outcome { get; init; }

    public decimal? Amount { get; init; }

    public string? Currency { get; init; }

    public LocalDate? Created { get; init; }

    public LocalDate? StageEntered { get; init; }

    public LocalDate? ExpectedClose { get; init; }

    public LocalDate? Closed { get; init; }

    public DealMotion? Motion { get; init; }

    public ForecastCategory? Category { get; init; }

    public bool? IsCompetitive { get; init; }

    public string[] Partners { get; init; } = [];
}
