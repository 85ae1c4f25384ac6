using NodaTime;
using RevenueModel.Pipeline;
using RevenueModel.Primitives;

namespace RevenueModel.Forecasting;

/// <summary>Estimates how many deals will be created in the rest of a period, and how many of them will be won in
/// it.</summary>
internal static class NewDealRates
{
    private const double LostMass = 1e-18;

    /// <summary>Returns the flow of new deals.</summary>
    public static NewDealFlow Of(
        ReadOnlySpan<Opportunity> opportunities,
        CloseTiming timing,
        DateSpan period,
        BookingsForecastOptions options,
        WonAmounts amounts,
        DealClock? clock)
    {
        LocalDate asOf = timing.AsOf;
        LocalDate last = period.End!.Value.PlusDays(-1);
        int days = Period.DaysBetween(asOf, last);
        double won = 0;
        ClockLine line = new ClockLines(clock).LineOf(scope: null);
        for (int day = 1; day <= days; day++)
        {
            LocalDate created = asOf.PlusDays(day);
            won += WonUntil(timing, line, created, last)
                - WonUntil(timing, line, created, period.Start.PlusDays(-1));
        }

        bool hasAmounts = !amounts.OfNewDeals.IsEmpty;
        if (won > 0 && !hasAmounts)
        {
            throw new ArgumentException(
                "opportunities had won deals without amounts only; at least one with an amount is expected.",
                nameof(opportunities));
        }

        return new NewDealFlow
        {
            ExpectedDeals = PerDay(opportunities, asOf, options.ArrivalDays) * days,
            CreateAndCloseProbability = Math.Clamp(won / days, 0, 1),
            Amounts = hasAmounts ? amounts.OfNewDeals : [new PossibleAmount(0m, 1)],
        };
    }

    /// <summary>Returns the new deals of each amount as one deal: its outcomes are the counts of a Poisson
    /// distribution.</summary>
    public static IEnumerable<UncertainDeal> ToDeals(NewDealFlow flow)
    {
        foreach (PossibleAmount amount in flow.Amounts)
        {
            double[] counts = PoissonCounts.Probabilities(flow.ExpectedWins * amount.Probability, LostMass);
            var outcomes = new PossibleAmount[counts.Length];
            for (int i = 0; i < counts.Length; i++)
            {
                outcomes[i] = new PossibleAmount(i * amount.Amount, counts[i]);
            }

            yield return UncertainDeal.OfOutcomes(outcomes);
        }
    }

    private static double WonUntil(CloseTiming timing, ClockLine line, LocalDate created, LocalDate last) =>
        last < created ? 0 : timing.NewDealProbability((double)line.DaysBetween(created, last)).Won;

    // The days of the history end with the day of the forecast and start with the first deal.
    private static double PerDay(ReadOnlySpan<Opportunity> opportunities, LocalDate asOf, int? arrivalDays)
    {
        LocalDate? first = null;
        foreach (Opportunity opportunity in opportunities)
        {
            if (opportunity.Created is { } created && created <= asOf && (first is null || created < first))
            {
                first = created;
            }
        }

        if (first is not { } start)
        {
            return 0;
        }

        int days = Period.DaysBetween(start, asOf) + 1;
        days = Math.Min(days, arrivalDays ?? days);
        LocalDate from = asOf.PlusDays(1 - days);
        int count = 0;
        foreach (Opportunity opportunity in opportunities)
        {
            count += opportunity.Created is { } created && created <= asOf && created >= from ? 1 : 0;
        }

        return (double)count / days;
    }
}
