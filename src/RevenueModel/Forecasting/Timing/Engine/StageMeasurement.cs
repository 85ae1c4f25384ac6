using NodaTime;
using RevenueModel.Pipeline;
using RevenueModel.Primitives;

namespace RevenueModel.Forecasting;

/// <summary>Measures a chain on the histories of deals.</summary>
internal static class StageMeasurement
{
    /// <summary>Returns the chain and its counts.</summary>
    public static StageChainEstimate Measure(
        ValueList<string> stages,
        ReadOnlySpan<DealHistory> histories,
        LocalDate asOf,
        int minimumExits,
        double confidence,
        HistoryClock clock)
    {
        var tallies = new StageTally[stages.Count];
        for (int i = 0; i < tallies.Length; i++)
        {
            tallies[i] = new StageTally(stages, i);
        }

        var path = new StagePath(stages, asOf, nameof(histories));
        int deals = 0;
        int unknown = 0;
        int closedWithoutDate = 0;
        foreach (DealHistory history in DealHistories.ById(histories).Values)
        {
            long days = 0;
            foreach (StageVisit visit in path.Read(history, clock.LineOf(history)))
            {
                days += visit.Days;
                unknown += visit.Destination == StageVisit.Unknown ? 1 : 0;
                tallies[visit.Stage].Add(visit);
            }

            deals += days > 0 ? 1 : 0;
            closedWithoutDate += path.IsClosedWithoutDate ? 1 : 0;
        }

        return new StageChainEstimate
        {
            AsOf = asOf,
            Chain = StageChain.Of(Array.ConvertAll(tallies, tally => tally.ToStage(minimumExits))),
            Stages = ValueList.Own(Array.ConvertAll(tallies, tally => tally.ToExposure(minimumExits, confidence))),
            DealCount = deals,
            WithoutDaysCount = histories.Length - deals - closedWithoutDate,
            ClosedWithoutDateCount = closedWithoutDate,
            UnknownExitCount = unknown,
        };
    }
}
