using RevenueModel.Kpis;
using RevenueModel.Primitives;

namespace RevenueModel.Architectures;

/// <summary>Rules on competitive evaluations.</summary>
internal static class BakeOffRules
{
    public static void AddTo(CheckList checks, RevenueArchitecture architecture)
    {
        if (architecture.BakeOffs is not { } bakeOffs)
        {
            return;
        }

        KpiBenchmark? winRate = KpiRules.Find(architecture, StandardKpis.CompetitiveWinRate);
        if (winRate is not null && KpiRules.Find(architecture, StandardKpis.PocConversion) is { } pilots)
        {
            checks.Add(
                ConsistencyRule.PilotsAndBakeOffs,
                pilots.Kpi,
                BandMath.Holds(BandMath.Overlap(winRate.Healthy, pilots.Healthy)),
                [KpiRules.HealthyOf(winRate, FigureUnit.Percent), KpiRules.HealthyOf(pilots, FigureUnit.Percent)],
                [
                    Figures.Implied(
                        "conversion of pilots that decide a bake-off", winRate.Healthy, FigureUnit.Percent, "{0}"),
                ]);
        }

        if (bakeOffs.RivalsPerBakeOff is { } rivals)
        {
            AddOdds(checks, bakeOffs, Figures.Of(rivals), winRate);
            AddNames(checks, bakeOffs, Figures.Of(rivals));
        }
    }

    private static void AddOdds(
        CheckList checks, BakeOffFigures bakeOffs, Band<decimal> rivals, KpiBenchmark? winRate)
    {
        if (winRate is null)
        {
            return;
        }

        decimal most = 1m / (1m + rivals.Min);
        decimal least = rivals.Max is { } max ? 1m / (1m + max) : 0m;
        checks.Add(
            ConsistencyRule.EvenOdds,
            winRate.Kpi,
            BandMath.Holds(winRate.Healthy.Min >= least),
            [
                Figures.Printed("rivals", rivals, FigureUnit.Number, bakeOffs.Citation),
                KpiRules.HealthyOf(winRate, FigureUnit.Percent),
            ],
            [Figures.Implied("even odds", Band.Between(least, most), FigureUnit.Percent, "1 / (1 + {0})")]);
    }

    private static void AddNames(CheckList checks, BakeOffFigures bakeOffs, Band<decimal> rivals)
    {
        if (!bakeOffs.Rivals.IsEmpty)
        {
            checks.Add(
                ConsistencyRule.RivalsNamed,
                "rivals of a bake-off",
                rivals.IsOpen || bakeOffs.Rivals.Count <= rivals.Max
                    ? ConsistencyVerdict.Agrees
                    : ConsistencyVerdict.Note,
                [
                    Figures.Printed("rivals per bake-off", rivals, FigureUnit.Number, bakeOffs.Citation),
                    Figures.Listed("rivals named", bakeOffs.Rivals, bakeOffs.Citation),
                ]);
        }
    }
}
