using System.Text.Json;
using NodaTime;
using RevenueModel.Primitives;
using RevenueModel.Retention;
using RevenueModel.Tests.Helpers;

namespace RevenueModel.Tests.Retention;

public class RetentionTargetCalculatorTests
{
    private static readonly RetentionTotals Enterprise = new()
    {
        Group = "enterprise asset-intensive",
        From = new YearMonth(2026, 12),
        Through = new YearMonth(2027, 12),
        Opening = 100m,
        Ending = 135m,
        GrossEnding = 95m,
        OpeningCount = 10,
        RetainedCount = 9,
    };

    [Theory]
    [InlineData("industrial-iot-2027")]
    [InlineData("ipaas-2027")]
    public void PublishedTargetsAreTheFacts(string document)
    {
        JsonElement facts = TestData.Facts(document);
        ValueList<RetentionTarget> targets = document.StartsWith("ipaas", StringComparison.Ordinal)
            ? PublishedRetentionTargets.Ipaas2027
            : PublishedRetentionTargets.IndustrialIot2027;

        Assert.Equal(
            facts.GetProperty("segments").EnumerateArray()
                .Where(segment => segment.TryGetProperty("nrr", out _))
                .Select(segment => (segment.Text("name"), Published(segment.GetProperty("nrr")))),
            targets.Where(target => target.Scope == RetentionScope.Segment)
                .Select(target => (target.Name, target.Nrr)));
        Assert.Equal(
            Published(facts.GetProperty("nrrAllSegments")),
            targets.Single(target => target.Scope == RetentionScope.AllSegments).Nrr);
        Assert.Equal(
            facts.GetProperty("nrrDisclosed2026").EnumerateObject()
                .Where(figure => figure.Value.ValueKind == JsonValueKind.Number)
                .Select(figure => figure.Value.GetDecimal()),
            targets.Where(target => target.Scope is RetentionScope.Composite or RetentionScope.PartOfVendor)
                .Select(target => target.Nrr.Min));
    }

    [Fact]
    public void HealthyOtSecurityFiguresAreThePublishedOnes()
    {
        Assert.Equal(
            Band.Between(1.10m, 1.30m), PublishedRetentionTargets.OtSecurity2027[0].Nrr);
        Assert.Equal(
            Band.Between(0.90m, 0.96m), PublishedRetentionTargets.OtSecurityLogoRetention2027);
    }

    [Fact]
    public void ASegmentIsComparedByNameAndACompositeIsNot()
    {
        ValueList<RetentionTargetComparison> lines = RetentionTargetCalculator.Compare(
            PublishedRetentionTargets.IndustrialIot2027, [Enterprise]);

        Assert.Equal("nothing is measured", lines[0].NotComparableReason);
        Assert.Equal(0.05m, lines[1].DistanceToTarget);
        Assert.Equal(1.35m, lines[3].Measured);
        Assert.Null(lines[3].DistanceToTarget);
        Assert.StartsWith("a composite", lines[3].NotComparableReason, StringComparison.Ordinal);
    }

    [Fact]
    public void RefusesCohortsOfDifferentWindows() =>
        Refusal.With(
            "measured had the windows \"enterprise asset-intensive, 2026-12 to 2027-12: NRR 135.0%, GRR 95.0%, "
                + "logos 90.0% of 10 accounts\" and \"enterprise asset-intensive, 2026-11 to 2027-12: NRR 135.0%, "
                + "GRR 95.0%, logos 90.0% of 10 accounts\"; one window is expected.",
            () => RetentionTargetCalculator.Compare(
                PublishedRetentionTargets.Ipaas2027,
                [Enterprise, Enterprise with { From = new YearMonth(2026, 11) }]));

    private static Band<decimal> Published(JsonElement pair) =>
        Band.Between(pair[0].GetDecimal(), pair[1].GetDecimal());
}
