using System.Globalization;
using RevenueModel.Statistics;

namespace RevenueModel.Forecasting;

/// <summary>Weights the tables of groups towards the table of all groups.</summary>
internal static class CredibleTables
{
    /// <summary>The largest number of pseudo-deals, so that weights stay exact. More than that many closed deals of a
    /// group do not occur.</summary>
    public const double MostPseudoDeals = 1e9;

    private const int WeightPlaces = 9;

    /// <summary>Returns the estimates of groups, each weighted by the credibility of its win rate.</summary>
    public static CloseTiming[] Weight(ReadOnlySpan<CloseTiming> own)
    {
        var tables = new List<SurvivalTable>(own.Length);
        foreach (CloseTiming timing in own)
        {
            if (timing.Table is { } table)
            {
                tables.Add(table);
            }
        }

        SurvivalTable? pooled = tables.Count == 0 ? null : SurvivalTableCalculator.Merge(tables);
        double? coefficient = pooled is null ? null : Coefficient(own, pooled);
        var weighted = new CloseTiming[own.Length];
        for (int i = 0; i < weighted.Length; i++)
        {
            weighted[i] = coefficient is { } deals
                ? Weighted(own[i], pooled, Math.Min(deals, MostPseudoDeals))
                : new CloseTiming(own[i].AsOf, pooled, own[i].Counts, new CloseTimingCredibility(null, 0));
        }

        return weighted;
    }

    private static CloseTiming Weighted(CloseTiming own, SurvivalTable? pooled, double deals)
    {
        double closed = own.Counts.Closed;
        double weight = closed + deals == 0 ? 1 : closed / (closed + deals);
        SurvivalTable? others = pooled is null ? null : Scaled(pooled, own.Table, (decimal)deals);
        SurvivalTable? merged = own.Table is { } table && others is not null
            ? SurvivalTableCalculator.Merge(table, others)
            : own.Table ?? others;
        return new CloseTiming(own.AsOf, merged, own.Counts, new CloseTimingCredibility(deals, weight));
    }

    // The smaller coefficient of two rates of closed deals: the share that is won, and the share that closed by the
    // median time of all closed deals. Groups that differ in either keep more of their own.
    private static double? Coefficient(ReadOnlySpan<CloseTiming> own, SurvivalTable pooled)
    {
        decimal median = MedianTime(pooled);
        var won = new RateGroup[own.Length];
        var early = new RateGroup[own.Length];
        for (int i = 0; i < own.Length; i++)
        {
            string name = i.ToString(CultureInfo.InvariantCulture);
            decimal wins = 0m;
            decimal byMedian = 0m;
            foreach (SurvivalRow row in own[i].Table?.Rows ?? [])
            {
                wins += row.EventsOf(CloseCurve.WonCause);
                byMedian += row.Time <= median ? row.EventTotal : 0m;
            }

            long closed = (long)(own[i].Table?.Events ?? 0m);
            won[i] = RateGroup.Of(name, (long)wins, closed);
            early[i] = RateGroup.Of(name, (long)byMedian, closed);
        }

        double? ofWins = CredibilityCalculator.EstimateRates(won)?.Coefficient;
        double? ofTimes = CredibilityCalculator.EstimateRates(early)?.Coefficient;
        return ofWins < ofTimes ? ofWins : ofTimes ?? ofWins;
    }

    // The time by which half of the closed deals closed.
    private static decimal MedianTime(SurvivalTable table)
    {
        decimal half = table.Events / 2m;
        decimal events = 0m;
        foreach (SurvivalRow row in table.Rows)
        {
            events += row.EventTotal;
            if (events >= half)
            {
                return row.Time;
            }
        }

        return 0m;
    }

    // The rows of all deals less those of a group, scaled so that their events sum to a number of deals. Entries are
    // rounded up and exits down, so that no more leave than are at risk. The rest leaves last.
    private static SurvivalTable? Scaled(SurvivalTable pooled, SurvivalTable? own, decimal deals)
    {
        decimal events = pooled.Events - (own?.Events ?? 0m);
        if (events == 0m || deals == 0m)
        {
            return null;
        }

        var rows = new List<SurvivalRow>(pooled.Rows.Count);
        decimal staying = 0m;
        int at = 0;
        foreach (SurvivalRow row in pooled.Rows)
        {
            SurvivalRow? mine = null;
            if (own is not null && at < own.Rows.Count && own.Rows[at].Time == row.Time)
            {
                mine = own.Rows[at++];
            }

            var scaled = new SurvivalRow
            {
                Time = row.Time,
                Entered = Scale(row.Entered - (mine?.Entered ?? 0m), MidpointRounding.ToPositiveInfinity),
                Events =
                [
                    Less(row.EventsOf(CloseCurve.WonCause) - (mine?.EventsOf(CloseCurve.WonCause) ?? 0m)),
                    Less(row.EventsOf(CloseCurve.LostCause) - (mine?.EventsOf(CloseCurve.LostCause) ?? 0m)),
                ],
                Censored = Less(row.Censored - (mine?.Censored ?? 0m)),
            };
            staying += scaled.Entered - scaled.EventTotal - scaled.Censored;
            rows.Add(scaled);
        }

        rows[^1] = rows[^1] with { Censored = rows[^1].Censored + staying };

        // A merge leaves out rows whose weights are all rounded to zero.
        return SurvivalTableCalculator.Merge(SurvivalTable.Of(rows));

        decimal Less(decimal count) => Scale(count, MidpointRounding.ToZero);

        decimal Scale(decimal count, MidpointRounding rounding) =>
            decimal.Round(count * deals / events, WeightPlaces, rounding);
    }
}
