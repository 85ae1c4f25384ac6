using RevenueModel.Architectures;
using RevenueModel.Compensation;
using RevenueModel.Compensation.Analysis;
using RevenueModel.Primitives;

namespace RevenueModel.Diagnostics;

/// <summary>Plans that pay a smaller share of expansion than of new business.</summary>
internal sealed class ExpansionPaidLessRule() : ReviewRule(
    ReviewRuleIds.ExpansionPaidLess,
    "Expansion is paid less than new customers",
    ReviewSeverity.Warning,
    "Pay expansion as aggressively as new customers.",
    RuleSources.OtSecurity("Failure Modes 4"))
{
    public override string? FindMissing(ReviewContext context) =>
        ReviewedPlans.Of(context).Any(static plan => PaidRates.OnNew(plan) > 0m)
            ? null
            : "no compensation plan with a rate for new ARR";

    public override IEnumerable<ReviewFinding> FindAll(ReviewContext context)
    {
        ValueList<CompPlan> plans = ReviewedPlans.Of(context);
        decimal lowestNew = plans.Min(
            static plan => PaidRates.OnNew(plan) is > 0m and var rate ? rate : decimal.MaxValue);
        decimal highestExpansion = plans.Max(PaidRates.OnExpansion);
        if (highestExpansion < lowestNew)
        {
            yield return Finding(
                "all plans together",
                [
                    ReviewFigure.Of("lowest rate for new ARR", lowestNew, FigureUnit.Percent),
                    ReviewFigure.Of("highest rate for expansion ARR", highestExpansion, FigureUnit.Percent),
                ],
                "no figure is published");
        }

        foreach (CompPlan plan in plans)
        {
            if (PaidRates.OnNew(plan) is { } onNew
                && PaidRates.OnExpansion(plan) is > 0m and var onExpansion
                && onExpansion < onNew)
            {
                yield return Finding(
                    plan.Role,
                    [
                        ReviewFigure.Of("rate for new ARR", onNew, FigureUnit.Percent),
                        ReviewFigure.Of("rate for expansion ARR", onExpansion, FigureUnit.Percent),
                    ],
                    "no figure is published");
            }
        }
    }
}
