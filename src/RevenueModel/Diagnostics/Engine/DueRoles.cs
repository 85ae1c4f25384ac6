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
