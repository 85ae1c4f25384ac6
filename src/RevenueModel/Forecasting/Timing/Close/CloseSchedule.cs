using System.Text.Json.Serialization;
using NodaTime;
using RevenueModel.Primitives;

namespace RevenueModel.Forecasting;

/// <summary>The probabilities that open deals close, by deal and period. Created by
/// <see cref="CloseScheduleCalculator"/>.</summary>
/// <remarks>Immutable; equal by value. Deals are independent of each other, but the periods of one deal are not: of
/// periods that do not overlap, a deal is won in at most one. A win on a day of several periods counts in each of
/// them.</remarks>
[JsonConverter(typeof(JsonCompanionRequired))]
public sealed record CloseSchedule
{
    /// <summary>Gets the day of the schedule.</summary>
    public required LocalDate AsOf { get; init; }

    /// <summary>Gets the periods in the order in which they were given.</summary>
    public required ValueList<DateSpan> Periods { get; init; }

    /// <summary>Gets the open deals in the order in which they were given.</summary>
    public required ValueList<DealCloseSchedule> Deals { get; init; }

    /// <summary>Gets the number of given deals by their state on the day of the schedule. Only the open ones are
    /// scheduled.</summary>
    public required CloseTimingCounts Counts { get; init; }

    /// <summary>Returns the expected wins of all open deals by period.</summary>
    /// <returns>A total for each period, in order.</returns>
    public ValueList<ClosePeriodTotal> Totals()
    {
        var totals = new ClosePeriodTotal[Periods.Count];
        for (int i = 0; i < totals.Length; i++)
        {
            double wins = 0;
            double amount = 0;
            int notObserved = 0;
            foreach (DealCloseSchedule deal in Deals)
            {
                if (i < deal.Periods.Count)
                {
                    DealClosePeriod period = deal.Periods[i];
                    wins += period.Won;
                    amount += period.Won * (double)(deal.Amount ?? 0m);
                    notObserved += period.IsFullyObserved ? 0 : 1;
                }
            }

            totals[i] = new ClosePeriodTotal(Periods[i], wins, amount, notObserved);
        }

        return ValueList.Own(totals);
    }

    /// <summary>Returns the day and the number of deals and periods.</summary>
    public override string ToString() =>
        Invariant($"as of {AsOf:R}: {Plural.Of(Deals.Count, "open deal")}, {Plural.Of(Periods.Count, "period")}");
}
