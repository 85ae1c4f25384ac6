using NodaTime;
using RevenueModel.Primitives;

namespace RevenueModel.Forecasting;

/// <summary>Estimates how many deals will be created up to the end of a period, and how many of them will be won in
/// it.</summary>
internal static class NewDealRates
{
    private const double LostMass = 1e-18;
    private const double LostMassOfRelativeTails = 1e-290;

    /// <summary>Returns the flow of new deals of all groups together: independent Poisson numbers sum to
    /// one.</summary>
    /// <param name="sources">The groups of deals.</param>
    /// <param name="asOf">The day of the forecast.</param>
    /// <param name="period">The period.</param>
    public static NewDealFlow Of(List<NewDealSource> sources, LocalDate asOf, DateSpan period)
    {
        LocalDate last = period.End!.Value.PlusDays(-1);
        int days = Period.DaysBetween(asOf, last);
        double created = 0;
        double wins = 0;
        var amounts = new List<PossibleRate>();
        foreach (NewDealSource source in sources)
        {
            double won = source.PerDay * WonPerDailyDeal(source, asOf, period, last);
            created += source.PerDay * days;
            wins += won;
            foreach (PossibleAmount amount in source.Amounts)
            {
                amounts.Add(new PossibleRate(amount.Amount, won * amount.Probability));
            }
        }

        var possible = new PossibleAmount[wins > 0 ? amounts.Count : 1];
        for (int i = 0; wins > 0 && i < possible.Length; i++)
        {
            possible[i] = new PossibleAmount(amounts[i].Amount, Math.Min(amounts[i].Rate / wins, 1));
        }

        return new NewDealFlow
        {
            ExpectedDeals = created,
            CreateAndCloseProbability = wins > 0 ? Math.Min(wins / created, 1) : 0,
            Amounts = wins > 0 ? ValueList.Own(possible) : [new PossibleAmount(0m, 1)],
        };
    }

    /// <summary>Returns the new deals of each amount as one deal: its outcomes are the counts of a Poisson
    /// distribution.</summary>
    /// <param name="flow">The flow.</param>
    /// <param name="options">The accuracy of small probabilities.</param>
    public static IEnumerable<UncertainDeal> ToDeals(NewDealFlow flow, DistributionOptions options)
    {
        double lost = options.Tails == TailAccuracy.Relative ? LostMassOfRelativeTails : LostMass;
        foreach (PossibleAmount amount in flow.Amounts)
        {
            double[] counts = PoissonCounts.Probabilities(flow.ExpectedWins * amount.Probability, lost);
            var outcomes = new PossibleAmount[counts.Length];
            for (int i = 0; i < counts.Length; i++)
            {
                outcomes[i] = new PossibleAmount(i * amount.Amount, counts[i]);
            }

            yield return UncertainDeal.OfOutcomes(outcomes);
        }
    }

    // The number of wins in the period, if one deal is created on each day.
    private static double WonPerDailyDeal(NewDealSource source, LocalDate asOf, DateSpan period, LocalDate last)
    {
        double won = 0;
        for (LocalDate created = asOf.PlusDays(1); created <= last; created = created.PlusDays(1))
        {
            won += WonUntil(source, created, last) - WonUntil(source, created, period.Start.PlusDays(-1));
        }

        return won;
    }

    private static double WonUntil(NewDealSource source, LocalDate created, LocalDate last) => last < created
        ? 0
        : source.Timing.NewDealProbability((double)source.Line.DaysBetween(created, last)).Won;
}

/// <summary>A group of deals from which new ones are expected.</summary>
/// <param name="PerDay">The number of deals created per day.</param>
/// <param name="Timing">The time to close.</param>
/// <param name="Line">The days on which new deals can move.</param>
/// <param name="Amounts">The amounts of new deals.</param>
internal readonly record struct NewDealSource(
    double PerDay, CloseTiming Timing, ClockLine Line, ValueList<PossibleAmount> Amounts);
