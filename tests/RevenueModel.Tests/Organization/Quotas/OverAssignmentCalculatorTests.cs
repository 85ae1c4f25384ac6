using RevenueModel.Organization;
using RevenueModel.Tests.Helpers;

namespace RevenueModel.Tests.Organization.Quotas;

public class OverAssignmentCalculatorTests
{
    private static readonly RepQuota[] Quotas =
    [
        new() { Name = "Ada", Segment = "SMB", Quota = 700m }, new() { Name = "Ben", Segment = "SMB", Quota = 500m },
        new() { Name = "Cleo", Segment = "Enterprise", Quota = 1_800m }, new() { Name = "Dan", Quota = 100m },
    ];

    // The total hides that Enterprise is short.
    [Fact]
    public void EachSegmentIsComparedWithItsPlan()
    {
        OverAssignmentSummary summary = OverAssignmentCalculator.Measure(
            [new("SMB", 1_000m), new("Enterprise", 2_000m), new("Mid", 0m)], Quotas);

        Assert.Equal(["Enterprise", "Mid", "SMB", null], summary.Segments.Select(segment => segment.Key));
        Assert.Equal([-0.1m, null, 0.2m, null], summary.Segments.Select(segment => segment.Value.Rate));
        Assert.Equal([-200m, 0m, 200m, 100m], summary.Segments.Select(segment => segment.Value.Amount));
        Assert.Equal((3_100m, 3_000m, 4), (summary.Total.Assigned, summary.Total.Plan, summary.Total.Heads));
        Assert.Equal(1_000m / 1_200m, summary.Segments[2].Value.AttainmentForPlan);
    }

    [Fact]
    public void TheRateOfAnAssignmentIsItsBuffer()
    {
        QuotaAssignment smb = new()
        {
            Target = 50_000_000m, Renewals = 30_000_000m, SalesShare = 0.8m, Heads = 20, Buffer = 0.15m,
        };
        OverAssignmentSummary summary = OverAssignmentCalculator.OfAssignments(
            [new("SMB", smb), new("Mid", smb with { Buffer = 0m, Heads = 5 })]);

        Assert.Equal([0m, 0.15m], summary.Segments.Select(segment => segment.Value.Rate));
        Assert.Equal(0.075m, summary.Total.Rate);
        Assert.Equal(25, summary.Total.Heads);
    }

    [Fact]
    public void RefusalsNameTheSegmentAndThePerson()
    {
        Refusal.With(
            "plans had \"SMB\" twice; each name once is expected.",
            () => OverAssignmentCalculator.Measure([new("SMB", 1m), new("SMB", 1m)], []));
        Refusal.With(
            "quotas had \"Ada\" twice; each name once is expected.",
            () => OverAssignmentCalculator.Measure([], [Quotas[0], Quotas[0]]));
        Refusal.With(
            "plans was -1; zero or more is expected.",
            () => OverAssignmentCalculator.Measure([new("SMB", -1m)], []));
        Refusal.By<ArgumentNullException>(
            "assignments", () => OverAssignmentCalculator.OfAssignments([new("a", null!)]));
        Refusal.By<ArgumentException>(
            "assignments",
            () => OverAssignmentCalculator.OfAssignments(
                [new("a", new QuotaAssignment { Target = decimal.MaxValue, Heads = 1, Buffer = 1m })]));
    }
}
