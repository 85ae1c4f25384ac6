using RevenueModel.Pipeline;

namespace RevenueModel.Forecasting;

/// <summary>The key columns of a snapshot: a small whole number for each deal and dimension, or zero if the deal has
/// no value.</summary>
internal sealed class SnapshotColumns
{
    private SnapshotColumns()
    {
    }

    /// <summary>Gets the names of the stages of the process.</summary>
    public required string[] StageNames { get; init; }

    /// <summary>Gets positions in <see cref="StageNames"/>. Closed deals have no position.</summary>
    public required KeyColumn<int> Stages { get; init; }

    public required KeyColumn<string> Segments { get; init; }

    /// <summary>Gets the number of months since January of year 1.</summary>
    public required KeyColumn<int> Months { get; init; }

    public required KeyColumn<DealMotion> Motions { get; init; }

    public required KeyColumn<ForecastCategory> Categories { get; init; }

    /// <summary>Gets the weights of deals with an amount, in parts per million.</summary>
    public required KeyColumn<int> Weights { get; init; }

    /// <summary>Fills the columns deal by deal.</summary>
    internal sealed class Builder(int count, SalesProcess process, string parameter)
    {
        private readonly KeyColumn<int>.Builder _stages = new(count, "stages", parameter);
        private readonly KeyColumn<string>.Builder _segments = new(count, "segments", parameter);
        private readonly KeyColumn<int>.Builder _months = new(count, "months", parameter);
        private readonly KeyColumn<DealMotion>.Builder _motions = new(count, "motions", parameter);
        private readonly KeyColumn<ForecastCategory>.Builder _categories = new(count, "categories", parameter);
        private readonly KeyColumn<int>.Builder _weights = new(count, "weights", parameter);

        public void Set(int row, Opportunity opportunity, int stage, ForecastCategory category, int weight)
        {
            if (stage >= 0)
            {
                _stages.Set(row, stage);
            }

            if (opportunity.Segment is { } segment)
            {
                _segments.Set(row, segment);
            }

            if (WeightedForecastCalculator.MonthOf(opportunity) is { } month)
            {
                _months.Set(row, ((month.Year - 1) * 12) + month.Month - 1);
            }

            if (opportunity.Motion is { } motion)
            {
                _motions.Set(row, motion);
            }

            if (opportunity.Amount is not null)
            {
                _weights.Set(row, weight);
            }

            _categories.Set(row, category);
        }

        public SnapshotColumns Build() => new()
        {
            StageNames = [.. process.Stages.Select(stage => stage.Name)],
            Stages = _stages.Build(Comparer<int>.Default),
            Segments = _segments.Build(StringComparer.Ordinal),
            Months = _months.Build(Comparer<int>.Default),
            Motions = _motions.Build(Comparer<DealMotion>.Default),
            Categories = _categories.Build(Comparer<ForecastCategory>.Default),
            Weights = _weights.Build(Comparer<int>.Default),
        };
    }
}
