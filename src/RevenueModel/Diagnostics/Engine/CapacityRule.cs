using NodaTime;
using RevenueModel.Architectures;
using RevenueModel.Organization;
using RevenueModel.Primitives;

namespace RevenueModel.Diagnostics;

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
                    "a missed quota is not lost revenue");
            }
        }
    }
}
