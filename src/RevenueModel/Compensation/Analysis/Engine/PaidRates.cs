namespace RevenueModel.Compensation.Analysis;

/// <summary>Computes the share of a credit that a plan pays at quota, for new business and for expansion.</summary>
internal static class PaidRates
{
    /// <summary>Returns the rate for new ARR, or null if the plan has none.</summary>
    public static decimal? OnNew(CompPlan plan) => OnMeasure(plan, CompMeasure.NewArr);

    /// <summary>Returns the rate for expansion: component, residual and the largest trigger together; zero if the plan
    /// pays nothing for expansion.</summary>
    public static decimal OnExpansion(CompPlan plan)
    {
        decimal rate = OnMeasure(plan, CompMeasure.ExpansionArr).GetValueOrDefault();
        if (plan.Residual is { Basis: not ResidualBasis.ActiveArrMonthly } residual)
        {
            rate += residual.Rate;
        }

        decimal trigger = 0m;
        foreach (ExpansionTrigger one in plan.Triggers)
        {
            trigger = Math.Max(trigger, one.Rate ?? 0m);
        }

        return rate + trigger;
    }

    private static decimal? OnMeasure(CompPlan plan, CompMeasure measure) => plan.FindComponent(measure) switch
    {
        null => null,
        { Rates: { } rates } => rates.Tiers[0].Rate,
        { Target: { } target } component => Quotient.Of(
            plan.TargetVariable.GetValueOrDefault() * component.Weight, target.PerYearAmount),
        _ => null,
    };
}
