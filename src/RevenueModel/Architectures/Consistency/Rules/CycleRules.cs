using RevenueModel.Kpis;
using RevenueModel.Segments;

namespace RevenueModel.Architectures;

/// <summary>The rule on the cycles of two architectures in which both buyers must sign off.</summary>
internal static class CycleRules
{
    public static void AddTo(CheckList checks, RevenueArchitecture one, RevenueArchitecture other)
    {
        if (one.BuyingGroup is not { RequiresAllSides: true } || other.BuyingGroup is not { RequiresAllSides: true })
        {
            return;
        }

        AddCycles(checks, one, other);
        AddCycles(checks, other, one);
    }

    private static void AddCycles(CheckList checks, RevenueArchitecture holder, RevenueArchitecture segmented)
    {
        if (KpiRules.Find(holder, StandardKpis.CycleLength) is not { } benchmark)
        {
            return;
        }

        foreach (Segment segment in segmented.Segmentation.Segments)
        {
            checks.Add(
                ConsistencyRule.CycleOfBothBuyers,
                segment.Name,
                BandMath.Holds(segment.CycleMonths.Min >= benchmark.Healthy.Min),
                [
                    KpiRules.HealthyOf(benchmark, FigureUnit.Months),
                    Figures.Printed(
                        "cycle of " + segment.Name,
                        Figures.Of(segment.CycleMonths), FigureUnit.Months, segment.Citation),
                ],
                [Figures.Implied("shortest cycle", benchmark.Healthy.Min, FigureUnit.Months, "{0:low}")]);
        }
    }
}
