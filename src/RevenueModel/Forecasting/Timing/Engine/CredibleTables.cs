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
        var rates = new RateGroup[own.Length];
        var tables = new List<SurvivalTable>(own.Length);
        for (int i = 0; i < rates.Length; i++)
        {
            CloseTimingCounts counts = own[i].Counts;
            rates[i] = RateGroup.Of(i.ToString(CultureInfo.InvariantCulture), counts.Won, counts.Closed);
            if (own[i].Table is { } table)
            {
                tables.Add(table);
            }
        }

        SurvivalTable? pooled = tables.Count == 0 ? null : SurvivalTableCalculator.Merge(tables);
        double? coefficient = CredibilityCalculator.EstimateRates(rates)?.Coefficient;
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

    // The rows of all deals less those of a group, scaled so that their events sum to a number of deals. All deals
    // enter at time zero, so that the entries are the sum of the rounded exits.
    private static SurvivalTable? Scaled(SurvivalTable pooled, SurvivalTable? own, decimal deals)
    {
        decimal events = pooled.Events - (own?.Events ?? 0m);
        if (events == 0m || deals == 0m)
        {
            return null;
        }

        var rows = new List<SurvivalRow>(pooled.Rows.Count + 1);
        decimal entered = 0m;
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
                Events =
                [
                    Scale(row.EventsOf(CloseCurve.WonCause) - (mine?.EventsOf(CloseCurve.WonCause) ?? 0m)),
                    Scale(row.EventsOf(CloseCurve.LostCause) - (mine?.EventsOf(CloseCurve.LostCause) ?? 0m)),
                ],
                Censored = Scale(row.Censored - (mine?.Censored ?? 0m)),
            };
            entered += scaled.EventTotal + scaled.Censored;
            rows.Add(scaled);
        }

        if (entered == 0m)
        {
            return null;
        }

        if (rows[0].Time == 0m)
        {
            rows[0] = rows[0] with { Entered = entered };
        }
        else
        {
            rows.Insert(0, new SurvivalRow { Time = 0m, Entered = entered });
        }

        // A merge leaves out rows whose weights are all rounded to zero.
        return SurvivalTableCalculator.Merge(SurvivalTable.Of(rows));

        decimal Scale(decimal count) => decimal.Round(count * deals / events, WeightPlaces);
    }
}
