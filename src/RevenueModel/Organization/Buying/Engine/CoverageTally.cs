using RevenueModel.Statistics;

namespace RevenueModel.Organization;

/// <summary>Counts deals or accounts by the required champions that they have.</summary>
internal sealed class CoverageTally
{
    private CountedAmount _covered;
    private CountedAmount _partial;
    private CountedAmount _uncovered;
    private CountedAmount _unmapped;

    public void Add(BuyingGroupStatus status, decimal? amount, string name)
    {
        ref CountedAmount place = ref _unmapped;
        if (status.IsMapped)
        {
            place = ref _uncovered;
            if (status.HasAllChampions)
            {
                place = ref _covered;
            }
            else if (status.HasAnyChampion)
            {
                place = ref _partial;
            }
        }

        place = place.Plus(amount, name);
    }

    public BuyingCoverage ToCoverage(double confidence) => new()
    {
        Covered = _covered,
        Partial = _partial,
        Uncovered = _uncovered,
        Unmapped = _unmapped,
        Interval = ProportionCalculator.Wilson(
            _covered.Count, (double)_covered.Count + _partial.Count + _uncovered.Count, confidence),
    };
}
