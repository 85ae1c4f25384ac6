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
        foreach (DisclosedNrr disclosed in architecture.NrrDisclosed)
        {
            AddSurvivors(checks, architecture, pricing, disclosed);
        }

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

    private static void AddSurvivors(
        CheckList checks, RevenueArchitecture architecture, PricingFigures pricing, DisclosedNrr disclosed)
    {
        PricingRetention? model = new[] { pricing.PredictableTiers, pricing.PureUsage }
            .FirstOrDefault(one => NameLookup.Same(one.Name, disclosed.PricingModel));
        PrintedFigure[] targets = [.. RetentionRules.TargetsOf(architecture)];
        if (model is null
            || BandMath.Hull(targets.Select(static one => one.Value).OfType<Band<decimal>>()) is not { } nrr
            || BandMath.Try(() => disclosed.Nrr / model.RenewalRetention) is not { } least)
        {
            return;
        }

        decimal kept = model.RenewalRetention * (1m - (model.PricePressure?.Max ?? 0m));
        Band<decimal> growth = BandMath.Try(() => disclosed.Nrr / kept) is { } most
            ? BandMath.Ordered(least, most)
            : Band.AtLeast(least);
        checks.Add(
            ConsistencyRule.GrowthOfSurvivors,
            disclosed.Vendor,
            BandMath.Holds(!(nrr.Max < least)),
            [
                Figures.Printed("NRR of " + disclosed.Vendor, disclosed.Nrr, FigureUnit.Percent, disclosed.Citation),
                RetentionOf(model, pricing.Citation),
                Figures.Printed(
                    "price pressure",
                    model.PricePressure ?? Figures.Single(0m), FigureUnit.Percent, model.Citation ?? pricing.Citation),
                .. targets,
            ],
            [
                Figures.Implied(
                    "growth of the customers who renew",
                    growth,
                    FigureUnit.Multiple,
                    "{0} / ({1} × (1 - price pressure of none to {2:high}))"),
            ]);
    }

    private static PrintedFigure RetentionOf(PricingRetention retention, Citation? citation) => Figures.Printed(
        "renewal retention under " + retention.Name,
        retention.RenewalRetention,
        FigureUnit.Percent,
        retention.Citation ?? citation);
}
