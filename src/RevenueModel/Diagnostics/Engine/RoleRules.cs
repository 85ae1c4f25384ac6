using NodaTime;
using RevenueModel.Architectures;
using RevenueModel.Expansion;
using RevenueModel.Organization;
using RevenueModel.Primitives;

namespace RevenueModel.Diagnostics;

/// <summary>The required roles that are due and that nobody has, and the drivers of expansion that they
/// watch.</summary>
internal static class DueRoles
{
    public const string Missing =
        "no required roles (RevenueArchitecture.RoleRequirements), or no ARR and heads (ReviewData.Company)";

    public static bool AreKnown(ReviewContext context) => !context.Requirements.IsEmpty;

    public static IEnumerable<RequirementStatus> Open(ReviewContext context) =>
        context.Requirements.Where(static status => status.IsOpen);

    /// <summary>Returns the drivers that sell a module and are watched by one of some roles.</summary>
    public static ExpansionDriver[] ModulesOf(ReviewContext context, ValueList<string> roles) =>
    [
        .. context.Expansion?.Drivers.Where(driver => driver.Effect == DriverEffect.AddedModule
            && NameLookup.IndexOf(roles.AsSpan(), driver.WatchedBy, static role => role) >= 0) ?? [],
    ];

    /// <summary>Returns what the missing roles cost and when they pay back, as far as it is known.</summary>
    public static IEnumerable<ReviewFigure> Figures(ReviewContext context, RequirementStatus status)
    {
        yield return ReviewFigure.Of("ARR", context.Data.Company!.Arr, FigureUnit.Money);
        if (status.Requirement.FromArr is { } from)
        {
            yield return ReviewFigure.Of("ARR from which the role is needed", from, FigureUnit.Money);
        }

        if (status.CostPerYear is { } cost)
        {
            yield return ReviewFigure.Of("cost of the missing roles a year", cost, FigureUnit.Money);
        }

        if (status.Requirement.PaybackQuarters is { } payback)
        {
            yield return ReviewFigure.Of("quarters to payback", payback);
        }
    }
}

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
            yield return ReviewFigure.Of("ARR that the module adds", added, FigureUnit.Ratio);
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
                    + FigureText.Of(uplift, FigureUnit.Ratio)
                : "no lag is published, so from no account to every account × "
                    + FigureText.Of(uplift, FigureUnit.Ratio),
        };
    }
}

/// <summary>Another required role that is due and that nobody has.</summary>
internal sealed class MissingRoleRule() : ReviewRule(
    ReviewRuleIds.MissingRole,
    "A required role is not filled",
    ReviewSeverity.Warning,
    "Fill the role; until it ramps, say who does its work.")
{
    public override string? FindMissing(ReviewContext context) =>
        DueRoles.AreKnown(context) ? null : DueRoles.Missing;

    public override IEnumerable<ReviewFinding> FindAll(ReviewContext context)
    {
        foreach (RequirementStatus status in DueRoles.Open(context))
        {
            if (DueRoles.ModulesOf(context, status.MissingRoles).Length == 0)
            {
                yield return Finding(
                    string.Join(", ", status.MissingRoles),
                    [.. DueRoles.Figures(context, status)],
                    "the loss without the role is not published, or another finding has it") with
                {
                    Citation = status.Requirement.Citation,
                };
            }
        }
    }
}

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
        foreach (ExpansionDriver driver in VolumeDrivers(context).Where(driver => !IsShown(context, driver)))
        {
            yield return Finding(
                driver.Name,
                [
                    ReviewFigure.Of("dashboards on the chart", dashboards),
                    ReviewFigure.Of("of these that show " + driver.Name, 0m),
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
    }

    private static IEnumerable<ExpansionDriver> VolumeDrivers(ReviewContext context) =>
        context.Expansion?.Drivers.Where(static driver => driver.Effect != DriverEffect.AddedModule) ?? [];

    private static bool IsShown(ReviewContext context, ExpansionDriver driver) =>
        context.Architecture.Chart!.Roles.Any(role => role.Kind == RoleKind.Dashboard
            && NameLookup.IndexOf(role.Shows.AsSpan(), driver.Name, static name => name) >= 0);
}

/// <summary>Quotas whose sum exceeds the quota that the heads can carry, with their ramps and leave.</summary>
internal sealed class CapacityRule() : ReviewRule(
    ReviewRuleIds.QuotaAboveCapacity,
    "Quotas exceed the capacity of the sellers",
    ReviewSeverity.Warning,
    "Hire in time for the ramp, or assign what the heads can carry.")
{
    private const int MonthsPerYear = 12;

    public override string? FindMissing(ReviewContext context) =>
        context.Data.Teams.IsEmpty ? "no sellers with quotas (ReviewData.Teams)" : null;

    public override IEnumerable<ReviewFinding> FindAll(ReviewContext context)
    {
        foreach (SegmentTeam team in context.Data.Teams)
        {
            decimal quota = 0m;
            decimal bookings = 0m;
            YearMonth from = context.Data.AsOf.ToYearMonth();
            foreach (CapacityMonth month in CapacityCalculator.ByMonth(team.Terms, team.Heads, from, MonthsPerYear))
            {
                quota = DomainGuards.Total(quota, month.Quota, "data");
                bookings = DomainGuards.Total(bookings, month.Bookings, "data");
            }

            if (team.AssignedQuota > quota)
            {
                yield return Finding(
                    team.Segment,
                    [
                        ReviewFigure.Of("assigned quotas", team.AssignedQuota, FigureUnit.Money),
                        ReviewFigure.Of("quota that the heads can carry", quota, FigureUnit.Money),
                        ReviewFigure.Of("bookings at the usual attainment", bookings, FigureUnit.Money),
                        ReviewFigure.Of("heads", team.Heads.Count),
                    ],
                    "a quota that is not reached was never revenue");
            }
        }
    }
}
