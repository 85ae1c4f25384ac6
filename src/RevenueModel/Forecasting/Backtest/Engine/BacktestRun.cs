using NodaTime;
using RevenueModel.Pipeline;
using RevenueModel.Primitives;
using RevenueModel.Statistics;

namespace RevenueModel.Forecasting;

/// <summary>Makes one forecast of a backtest and scores it.</summary>
internal static class BacktestRun
{
    /// <summary>Forecasts from what was known on a day.</summary>
    public static BacktestCase At(
        ReadOnlySpan<Opportunity> opportunities,
        LocalDate asOf,
        BacktestOptions options,
        Func<KnownDeals, ForecastDistribution> forecast)
    {
        DateSpan period = DateSpan.Between(asOf.PlusDays(1), asOf.PlusDays(options.HorizonDays + 1));
        DateSpan before = DateSpan.Between(asOf.PlusDays(1 - options.HorizonDays), asOf.PlusDays(1));
        var known = new List<Opportunity>();
        decimal actual = 0m;
        decimal ofNewDeals = 0m;
        decimal periodBefore = 0m;
        foreach (Opportunity opportunity in opportunities)
        {
            if (KnownDeals.On(opportunity, asOf, options.Amounts) is { } found)
            {
                known.Add(found);
            }

            if (opportunity is { Outcome: DealOutcome.Won, Closed: { } closed, Created: { } created })
            {
                decimal amount = opportunity.Amount ?? 0m;
                actual = Add(actual, period.Contains(closed) ? amount : 0m);
                ofNewDeals = Add(ofNewDeals, period.Contains(closed) && created > asOf ? amount : 0m);
                periodBefore = Add(periodBefore, before.Contains(closed) ? amount : 0m);
            }
        }

        var deals = new KnownDeals(asOf, period, known.ToValueList());
        ForecastDistribution distribution = forecast(deals)
            ?? throw new ArgumentNullException(
                nameof(forecast), "forecast returned null; a distribution is expected.");
        decimal target = options.Target ?? periodBefore;
        double lowest = (double)distribution.Lowest;
        double step = (double)distribution.Step;
        double[] probabilities = WithoutDropped(distribution);
        return new BacktestCase
        {
            AsOf = asOf,
            Period = period,
            Mean = distribution.Mean,
            P10 = distribution.P10,
            P50 = distribution.P50,
            P90 = distribution.P90,
            Actual = actual,
            ActualOfNewDeals = ofNewDeals,
            Crps = CrpsCalculator.OfLattice(lowest, step, probabilities, (double)actual),
            Pit = PitCalculator.OfLattice(lowest, step, probabilities, (double)actual),
            PeriodBefore = periodBefore,
            WinRateTimesOpen = WinRateTimesOpen(known),
            Target = target,
            TargetProbability = distribution.ProbabilityAtLeast(target),
        };
    }

    private static decimal Add(decimal sum, decimal amount) => DomainGuards.Total(sum, amount, "opportunities");

    // Scores need probabilities that sum to one.
    private static double[] WithoutDropped(ForecastDistribution distribution)
    {
        double[] probabilities = distribution.Probabilities.AsSpan().ToArray();
        double sum = MassSums.Of(probabilities);
        for (int i = 0; distribution.DroppedMass > 0 && i < probabilities.Length; i++)
        {
            probabilities[i] /= sum;
        }

        return probabilities;
    }

    private static double? WinRateTimesOpen(List<Opportunity> known)
    {
        List<Opportunity> won = known.FindAll(static deal => deal.Outcome == DealOutcome.Won);
        int closed = won.Count + known.FindAll(static deal => deal.Outcome == DealOutcome.Lost).Count;
        if (closed == 0)
        {
            return null;
        }

        var amounts = WonAmounts.Of(won, bySegment: false);
        double open = 0;
        foreach (Opportunity deal in known)
        {
            if (deal.IsOpen)
            {
                foreach (PossibleAmount amount in amounts.Of(deal, deal.Amount))
                {
                    open += (double)amount.Amount * amount.Probability;
                }
            }
        }

        return (double)won.Count / closed * open;
    }
}
