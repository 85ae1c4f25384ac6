using RevenueModel.Organization;

namespace RevenueModel.Diagnostics;

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
