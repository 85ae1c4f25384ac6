using RevenueModel.Pipeline;

namespace RevenueModel.Forecasting.Bulk;

/// <summary>The key columns of a snapshot: for each deal and dimension a small whole number, zero for what the deal
/// does not say.</summary>
internal sealed class SnapshotColumns
{
    private SnapshotColumns()
    {
    }

    public required KeyColumn<string> Stages { get; init; }

    public required KeyColumn<string> Segments { get; init; }

    /// <summary>Months since January of year 1.</summary>
    public required KeyColumn<int> Months { get; init; }

    public required KeyColumn<DealMotion> Motions { get; init; }

    public required KeyColumn<ForecastCategory> Categories { get; init; }

    /// <summary>Fills the columns deal by deal.</summary>
    internal sealed class Builder(int count, SalesProcess process)
    {
        private readonly KeyColumn<string>.Builder _stages = new(count);
        private readonly KeyColumn<string>.Builder _segments = new(count);
        private readonly KeyColumn<int>.Builder _months = new(count);
        private readonly KeyColumn<DealMotion>.Builder _motions = new(count);
        private readonly KeyColumn<ForecastCategory>.Builder _categories = new(count);

        public void Set(int row, Opportunity opportunity, int stage, ForecastCategory category)
        {
            if (stage >= 0)
            {
                _stages.Set(row, process.Stages[stage].Name);
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

            _categories.Set(row, category);
        }

        public SnapshotColumns Build()
        {
            Dictionary<string, int> order = process.Stages
                .Select((stage, index) => (stage.Name, index))
                .ToDictionary(pair => pair.Name, pair => pair.index, StringComparer.Ordinal);
            return new SnapshotColumns
            {
                Stages = _stages.Build(Comparer<string>.Create((x, y) => order[x].CompareTo(order[y]))),
                Segments = _segments.Build(StringComparer.Ordinal),
                Months = _months.Build(Comparer<int>.Default),
                Motions = _motions.Build(Comparer<DealMotion>.Default),
                Categories = _categories.Build(Comparer<ForecastCategory>.Default),
            };
        }
    }
}
