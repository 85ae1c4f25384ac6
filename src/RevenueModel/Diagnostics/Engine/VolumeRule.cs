using RevenueModel.Architectures;
using RevenueModel.Expansion;
using RevenueModel.Organization;
using RevenueModel.Primitives;

namespace RevenueModel.Diagnostics;

/// <summary>A driver of expansion by volume that no dashboard of the chart shows.</summary>
internal sealed class VolumeRule() : ReviewRule(
    ReviewRuleIds.VolumeUnwatched,
    "No dashboard shows the volume by which accounts expand",
    ReviewSeverity.Serious,
    "Give customer success a dashboard of the volume of each account.",
    RuleSources.Ipaas("7.2"))
{
    private const decimal Points = 100m;

    public override string? FindMissing(ReviewContext context)
    {
        if (context.Architecture.Chart is null)
        {
            return "no organization chart (RevenueArchitecture.Chart)";
        }

        return context.Expansion?.ExpansionLagPoints is not null && VolumeDrivers(context).Any()
            ? null
            : "no driver of volume with the lag of expansion that nobody watching it causes "
                + "(ExpansionFigures.ExpansionLagPoints)";
    }

    public override IEnumerable<ReviewFinding> FindAll(ReviewContext context)
    {
        Band<decimal> lag = context.Expansion!.ExpansionLagPoints.GetValueOrDefault();
        int dashboards = context.Architecture.Chart!.Roles.Count(static role => role.Kind == RoleKind.Dashboard);
        ExpansionDriver[] drivers = [.. VolumeDrivers(context)];
        if (drivers.Any(driver => IsShown(context, driver)))
        {
            yield break;
        }

        yield return Finding(
            string.Join(", ", drivers.Select(static driver => driver.Name)),
            [
                ReviewFigure.Of("dashboards on the chart", dashboards),
                ReviewFigure.Of("of these that show a driver of volume", 0m),
                ReviewFigure.Of("published lag of expansion", lag, FigureUnit.Points),
            ],
            context.Arr is { } arr
                ?
                [
                    new CostClaim
                    {
                        Pool = CostPool.Of(CostPoolKind.Expansion, "installed base"),
                        BaseName = "of ARR",
                        Base = arr,
                        Share = ShareBetween(lag.Min / Points, (lag.Max ?? lag.Min) / Points),
                        ShareName = "points of expansion that are lost",
                    },
                ]
                : [],
            "the ARR is not known (ReviewData.Company or ReviewData.Subscriptions)");
    }

    private static IEnumerable<ExpansionDriver> VolumeDrivers(ReviewContext context) =>
        context.Expansion?.Drivers.Where(static driver => driver.Effect != DriverEffect.AddedModule) ?? [];

    private static bool IsShown(ReviewContext context, ExpansionDriver driver) =>
        context.Architecture.Chart!.Roles.Any(role => role.Kind == RoleKind.Dashboard
            && NameLookup.IndexOf(role.Shows.AsSpan(), driver.Name, static name => name) >= 0);
}
