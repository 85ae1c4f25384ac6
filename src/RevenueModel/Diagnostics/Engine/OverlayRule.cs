using RevenueModel.Architectures;
using RevenueModel.Expansion;
using RevenueModel.Organization;
using RevenueModel.Primitives;

namespace RevenueModel.Diagnostics;

/// <summary>A missing role that watches the modules by which accounts expand, such as an AI overlay.</summary>
internal sealed class OverlayRule() : ReviewRule(
    ReviewRuleIds.NoOverlay,
    "Nobody has the overlay role for modules",
    ReviewSeverity.Serious,
    "Staff a dedicated overlay, paid for activations of the module.",
    RuleSources.IndustrialIot("7.3"))
{
    private const decimal Points = 100m;

    public override string? FindMissing(ReviewContext context)
    {
        if (!DueRoles.AreKnown(context))
        {
            return DueRoles.Missing;
        }

        return context.Requirements.Any(
            status => DueRoles.ModulesOf(context, status.Requirement.Roles).Length > 0)
            ? null
            : "no required role watches a module (ExpansionDriver.WatchedBy)";
    }

    public override IEnumerable<ReviewFinding> FindAll(ReviewContext context)
    {
        foreach (RequirementStatus status in DueRoles.Open(context))
        {
            ExpansionDriver[] modules = DueRoles.ModulesOf(context, status.MissingRoles);
            if (modules.Length == 0)
            {
                continue;
            }

            Band<decimal>? uplift =
                modules.Select(static module => module.Uplift).FirstOrDefault(static band => band is not null)
                    ?? context.Expansion!.ModuleUplift;
            yield return Finding(
                string.Join(", ", status.MissingRoles),
                [
                    .. DueRoles.Figures(context, status),
                    .. Effects(uplift, context.Expansion!.AttachLagPoints),
                ],
                uplift is { } added ? [.. Costs(context, added, context.Expansion!.AttachLagPoints)] : [],
                "no ARR that a module adds is known (ExpansionFigures.ModuleUplift)");
        }
    }

    private static IEnumerable<ReviewFigure> Effects(Band<decimal>? uplift, Band<decimal>? lag)
    {
        if (uplift is { } added)
        {
            yield return ReviewFigure.Of("ARR that the module adds", added, FigureUnit.Percent);
        }

        if (lag is { } points)
        {
            yield return ReviewFigure.Of("lag of the attach rate", points, FigureUnit.Points);
        }
    }

    // Without a published lag, the loss lies between no account and every account.
    private static IEnumerable<CostClaim> Costs(ReviewContext context, Band<decimal> uplift, Band<decimal>? lag)
    {
        decimal highest = uplift.Max ?? uplift.Min;
        yield return new CostClaim
        {
            Pool = CostPool.Of(CostPoolKind.ModuleRevenue, "installed base"),
            BaseName = "of ARR",
            Base = context.Data.Company!.Arr,
            Share = lag is { } points
                ? ShareBetween(
                    Math.Min(points.Min, Points) / Points * uplift.Min,
                    Math.Min(points.Max ?? points.Min, Points) / Points * highest)
                : ShareBetween(0m, highest),
            ShareName = lag is { } given
                ? Invariant($"{FigureText.Of(given, FigureUnit.Points)} of accounts × ")
                    + FigureText.Of(uplift, FigureUnit.Percent)
                : "no lag is published, so from no account to every account × "
                    + FigureText.Of(uplift, FigureUnit.Percent),
        };
    }
}
