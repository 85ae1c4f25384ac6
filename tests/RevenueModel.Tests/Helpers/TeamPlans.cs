using RevenueModel.Compensation;
using RevenueModel.Primitives;

namespace RevenueModel.Tests.Helpers;

/// <summary>Plans and curves of every kind, and the pay of a year by the library's exact calculators.</summary>
public static class TeamPlans
{
    public static readonly PayoutCurve Accelerated = PayoutCurve.Of(
        Tier.Between(0m, 0.5m, 0.5m),
        Tier.Between(0.5m, 1m, 1.5m),
        Tier.Between(1m, 1.5m, 2m),
        Tier.AtLeast(1.5m, 3m));

    public static readonly PayoutCurve Retroactive = PayoutCurve.Of(
        Tier.Between(0m, 0.8m, 0.6m), Tier.Between(0.8m, 1.2m, 1m, TierMode.RetroactiveToFirstUnit, 0.05m),
        Tier.AtLeast(1.2m, 1.4m, TierMode.RetroactiveToFirstUnit));

    public static readonly PayoutCurve Falling = PayoutCurve.Of(
        Tier.Between(0m, 0.9m, 1.2m), Tier.AtLeast(0.9m, 0.7m, TierMode.RetroactiveToFirstUnit));

    public static readonly IReadOnlyDictionary<string, PayoutCurve> Curves = new Dictionary<string, PayoutCurve>(
        StringComparer.Ordinal)
    {
        ["in proportion"] = PayoutCurve.Linear,
        ["accelerated"] = Accelerated,
        ["retroactive"] = Retroactive,
        ["falling"] = Falling,
        ["capped"] = Accelerated.WithCap(1.3m),
        ["capped where it jumps"] = Retroactive.WithCap(1.2m),
        ["from a threshold"] = Accelerated.WithThreshold(0.6m),
        ["above a threshold"] = Accelerated.WithThreshold(0.6m, ThresholdRule.PaysAboveThreshold).WithCap(1.8m),
        ["through points"] = PayoutCurve.Through(new(0.5m, 0.2m), new(1m, 1m), new(1.2m, 0.9m), new(2m, 3m)),
        ["up to and including"] = PayoutCurve.Of(TierSchedule.Of(
            TierBoundary.ToLowerTier, Tier.Between(0m, 1m, 1m, TierMode.Marginal, 0.1m),
            Tier.AtLeast(1m, 1.5m, TierMode.RetroactiveToFirstUnit))),
    };

    public static CompPlan Plan(PayoutCurve curve, decimal? amountCap = null) => new()
    {
        Role = "AE",
        OnTargetEarnings = 200_000m,
        PayMix = PayMix.OfPercent(50, 50),
        Components = [new PayComponent
        {
            Measure = CompMeasure.NewArr,
            Target = PayTarget.PerYear(1_200_000m),
            Curve = curve,
            AmountCap = amountCap,
        }],
    };

    public static CompPlan Plan(PayoutCurve onNew, PayoutCurve onRetention) => new()
    {
        Role = "AM",
        OnTargetEarnings = 150_000m,
        PayMix = PayMix.OfPercent(60, 40),
        Components =
        [
            new PayComponent
            {
                Measure = CompMeasure.ExpansionArr,
                Target = PayTarget.PerYear(800_000m),
                Weight = 0.7m,
                Curve = onNew,
                AmountCap = 90_000m,
            },
            new PayComponent
            {
                Measure = CompMeasure.GrossRetention,
                Target = PayTarget.Level(0.92m),
                Weight = 0.3m,
                Curve = onRetention,
            },
        ],
    };

    /// <summary>The pay of a year in which every component attains the same.</summary>
    public static Func<double, double> PayOf(CompPlan plan)
    {
        ComponentTerms[] terms = [.. plan.Components.Select(component => QuotaCalculator.YearTerms(plan, component))];
        return attainment =>
        {
            decimal pay = 0m;
            foreach (ComponentTerms each in terms)
            {
                pay += CommissionCalculator.Amount(each, (decimal)attainment * each.Target!.Value);
            }

            return (double)pay;
        };
    }
}
