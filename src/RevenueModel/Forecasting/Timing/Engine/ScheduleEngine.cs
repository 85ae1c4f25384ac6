using NodaTime;
using RevenueModel.Pipeline;
using RevenueModel.Primitives;

namespace RevenueModel.Forecasting;

/// <summary>Computes the probabilities of open deals by period.</summary>
internal static class ScheduleEngine
{
    /// <summary>Returns the schedule of the deals that are open at the end of a day.</summary>
    public static CloseSchedule Schedule(
        LocalDate asOf,
        Func<Opportunity, CloseTiming> timingOf,
        ReadOnlySpan<Opportunity> opportunities,
        ReadOnlySpan<DateSpan> periods,
        ClockLines lines)
    {
        foreach (DateSpan period in periods)
        {
            if (period.End is null)
            {
                throw DomainGuards.OutOfRange(nameof(periods), period, "a period with an end");
            }
        }

        var deals = new List<DealCloseSchedule>();
        for (int i = 0; i < opportunities.Length; i++)
        {
            Opportunity opportunity = OpportunityGuards.Item(opportunities, i);
            if (TimingTally.IsOpen(opportunity, asOf, out LocalDate created))
            {
                ClockLine line = lines.LineOf(opportunity);
                double age = (double)line.DaysBetween(created, asOf);
                deals.Add(new DealCloseSchedule
                {
                    Deal = opportunity.Id,
                    Amount = opportunity.Amount,
                    Age = age,
                    Periods = Probabilities(timingOf(opportunity), line, age, asOf, periods),
                });
            }
        }

        return new CloseSchedule
        {
            AsOf = asOf,
            Periods = ValueList.Create(periods),
            Deals = deals.ToValueList(),
            Counts = TimingTally.Standings(opportunities, asOf),
        };
    }

    private static ValueList<DealClosePeriod> Probabilities(
        CloseTiming timing, ClockLine line, double age, LocalDate asOf, ReadOnlySpan<DateSpan> periods)
    {
        var probabilities = new DealClosePeriod[periods.Length];
        for (int i = 0; i < probabilities.Length; i++)
        {
            CloseProbability before = timing.Probability(age, DaysUntil(line, asOf, periods[i].Start));
            CloseProbability after = timing.Probability(age, DaysUntil(line, asOf, periods[i].End!.Value));
            probabilities[i] = new DealClosePeriod(
                periods[i],
                after.Days,
                after.ObservedDays,
                Between(before.Won, after.Won),
                Between(before.Lost, after.Lost),
                after.Won);
        }

        return ValueList.Own(probabilities);
    }

    // The limit of losses, one less the wins, rounds, so that a later one can be smaller by one unit.
    private static double Between(double before, double after) => Math.Max(after - before, 0);

    // Clock days after asOf up to the day before another day.
    private static double DaysUntil(ClockLine line, LocalDate asOf, LocalDate end) =>
        end > asOf ? (double)line.DaysBetween(asOf, end.PlusDays(-1)) : 0;
}
