using RevenueModel.Compensation;
using RevenueModel.Packaging;
using RevenueModel.Primitives;

namespace RevenueModel.Architectures;

/// <summary>Rules on renewals by pricing model.</summary>
internal static class PricingRules
{
    public static void AddTo(CheckList checks, RevenueArchitecture architecture)
    {
        if (architecture.Pricing is not { } pricing)
        {
            return;
        }

        AddGap(checks, pricing);
        foreach (PublishedCompPlan plan in architecture.CompPlans)
        {
            foreach (PublishedMeasure measure in plan.Measures)
            {
                AddTarget(checks, plan, measure, pricing.PredictableTiers);
                AddTarget(checks, plan, measure, pricing.PureUsage);
            }
        }
    }

    private static void AddGap(CheckList checks, PricingFigures pricing)
    {
        if (pricing.StatedRetentionGapPoints is not { } stated)
        {
            return;
        }

        PricingRetention tiers = pricing.PredictableTiers;
        PricingRetention usage = pricing.PureUsage;
        decimal points = (tiers.RenewalRetention - usage.RenewalRetention) * 100m;
        checks.Add(
            ConsistencyRule.RetentionGap,
            Invariant($"{tiers.Name}, {usage.Name}"),
            BandMath.Holds(stated.Contains(points)),
            [
                RetentionOf(tiers, pricing.Citation),
                RetentionOf(usage, pricing.Citation),
                Figures.Printed("stated gap", stated, FigureUnit.Points, pricing.Citation),
            ],
            [Figures.Implied("gap", points, FigureUnit.Points, "{0} - {1}")]);
    }

    private static void AddTarget(
        CheckList checks, PublishedCompPlan plan, PublishedMeasure measure, PricingRetention retention)
    {
        if (measure.Target is not { } target
            || (measure.Measure != CompMeasure.LogoRetention && measure.Measure != CompMeasure.GrossRetention))
        {
            return;
        }

        string name = measure.Measure.Name;
        checks.Add(
            ConsistencyRule.RetentionTarget,
            Invariant($"{plan.Role}, {name}, {retention.Name}"),
            BandMath.Holds(target.Min <= retention.RenewalRetention),
            [
                RetentionOf(retention, null),
                Figures.Printed("target of " + name, target, FigureUnit.Percent, plan.Citation),
            ],
            [Figures.Implied(name + " at most", retention.RenewalRetention, FigureUnit.Percent, "{0}")]);
    }

    private static PrintedFigure RetentionOf(PricingRetention retention, Citation? citation) => Figures.Printed(
        "renewal retention under " + retention.Name,
        retention.RenewalRetention,
        FigureUnit.Percent,
        retention.Citation ?? citation);
}
