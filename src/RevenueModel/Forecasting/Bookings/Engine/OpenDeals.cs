using RevenueModel.Pipeline;
using RevenueModel.Primitives;

namespace RevenueModel.Forecasting;

/// <summary>The deals that are open on a day, with the probability that each is won in a period.</summary>
internal sealed class OpenDeals
{
    private OpenDeals(List<UncertainDeal> deals, int withoutAmount, int beyondHistory)
    {
        Deals = deals;
        WithoutAmount = withoutAmount;
        BeyondHistory = beyondHistory;
    }

    /// <summary>Gets the deals.</summary>
    public List<UncertainDeal> Deals { get; }

    /// <summary>Gets the number of deals whose amount is not known.</summary>
    public int WithoutAmount { get; }

    /// <summary>Gets the number of deals that pass the ages of the history before the period ends.</summary>
    public int BeyondHistory { get; }

    /// <summary>Finds the open deals.</summary>
    public static OpenDeals Of(
        ReadOnlySpan<Opportunity> opportunities,
        CloseTiming timing,
        DateSpan period,
        WonAmounts amounts,
        DealClock? clock,
        Func<Opportunity, DealScope>? scope)
    {
        ValueList<DealCloseSchedule> schedules = CloseScheduleCalculator
            .Schedule(timing, opportunities, [period], clock, scope).Deals;
        var deals = new List<UncertainDeal>(schedules.Count);
        int withoutAmount = 0;
        int beyondHistory = 0;
        foreach (Opportunity opportunity in opportunities)
        {
            if (TimingTally.IsOpen(opportunity, timing.AsOf, out _))
            {
                // The schedule has the open deals in their order.
                DealClosePeriod close = schedules[deals.Count].Periods[0];
                deals.Add(Deal(amounts.Of(opportunity), close.Won));
                withoutAmount += opportunity.Amount is null ? 1 : 0;
                beyondHistory += close.IsFullyObserved ? 0 : 1;
            }
        }

        return new OpenDeals(deals, withoutAmount, beyondHistory);
    }

    private static UncertainDeal Deal(ValueList<PossibleAmount> amounts, double probability)
    {
        var outcomes = new PossibleAmount[amounts.Count];
        for (int i = 0; i < outcomes.Length; i++)
        {
            outcomes[i] = new PossibleAmount(amounts[i].Amount, amounts[i].Probability * probability);
        }

        return UncertainDeal.OfOutcomes(outcomes);
    }
}
