using FsCheck.Xunit;
using RevenueModel.Organization;
using RevenueModel.Tests.Helpers;

namespace RevenueModel.Tests.Organization.Risk;

public class CapacityRiskCalculatorTests
{
    private static readonly HeadCapacity[] Heads =
    [
        new() { Name = "A", Segment = "SMB", Capacity = 100m, Attainment = 1.1m },
        new() { Name = "B", Segment = "SMB", Capacity = 200m, Attainment = 0.4m, IsRamping = true },
        new() { Name = "C", Capacity = 400m, IsRamping = true, LeaveProbability = 0.5m },
        new() { Name = "D", Capacity = 800m, IsOpen = true, IsRamping = true, Attainment = 0m },
        new() { Name = "E", Segment = "SMB", Capacity = 1_600m, Attainment = 0.5m, LeaveProbability = 0m },
    ];

    [Fact]
    public void EachConventionCountsItsHeads()
    {
        CapacityAtRisk risk = CapacityRiskCalculator.Measure(new CapacityRiskTerms { Attrition = 0.1m }, Heads);

        Assert.Equal(new CountedAmount(5, 3_100m), risk.Planned);
        Assert.Equal(new CountedAmount(1, 200m), risk.LowAttainment);
        Assert.Equal(new CountedAmount(2, 600m), risk.Ramping);
        Assert.Equal(new CountedAmount(3, 10m + 20m + 200m), risk.Attrition);
        Assert.Equal(new CountedAmount(1, 800m), risk.OpenPositions);
        Assert.Equal(1, risk.UnknownAttainmentCount);
    }

    [Theory]
    [InlineData(CapacityRisks.All, 200 + 400 + 800 + 10)]
    [InlineData(CapacityRisks.Attrition, 10 + 20 + 200)]
    [InlineData(CapacityRisks.LowAttainment | CapacityRisks.Attrition, 200 + 10 + 200)]
    [InlineData(CapacityRisks.None, 0)]
    public void TheUnionCountsEachHeadOnce(CapacityRisks risks, int expected)
    {
        CapacityAtRisk risk = CapacityRiskCalculator.Measure(
            new CapacityRiskTerms { Attrition = 0.1m, Risks = risks }, Heads);

        Assert.Equal(expected, risk.Union.Amount);
        Assert.Equal(expected / 3_100m, risk.Share);
    }

    // $7.0M at an attrition of 13.5% a year, a published example of capacity planning.
    [Fact]
    public void AttritionTakesItsShareOfTheCapacity() =>
        Assert.Equal(
            945_000m,
            CapacityRiskCalculator.Measure(
                new CapacityRiskTerms { Attrition = 0.135m },
                Enumerable.Range(0, 7).Select(i => new HeadCapacity { Name = $"{i}", Capacity = 1_000_000m }))
                .Attrition.Amount);

    [Property(MaxTest = 100)]
    public void TheUnionIsBetweenTheLargestPartAndTheirSum(int seed)
    {
        var random = new Random(seed);
        HeadCapacity[] heads =
        [
            .. Enumerable.Range(0, random.Next(20)).Select(i => new HeadCapacity
            {
                Name = $"{i}",
                Segment = random.Next(3) == 0 ? null : $"S{random.Next(2)}",
                Capacity = random.Next(1_000),
                Attainment = random.Next(4) == 0 ? null : random.Next(200) / 100m,
                IsRamping = random.Next(4) == 0,
                IsOpen = random.Next(4) == 0,
                LeaveProbability = random.Next(2) == 0 ? null : random.Next(11) / 10m,
            }),
        ];
        var terms = new CapacityRiskTerms { Attrition = 0.2m, AttainmentThreshold = 0.7m };
        CapacityAtRisk risk = CapacityRiskCalculator.Measure(terms, heads);
        decimal[] parts =
            [risk.LowAttainment.Amount, risk.Ramping.Amount, risk.Attrition.Amount, risk.OpenPositions.Amount];
        Assert.InRange(risk.Union.Amount, parts.Max(), Math.Min(parts.Sum(), risk.Planned.Amount));

        var segments = CapacityRiskCalculator.BySegment(terms, heads);
        Assert.Equal(risk.Union.Amount, segments.Sum(segment => segment.Value.Union.Amount));
        Assert.Equal(risk.Attrition.Amount, segments.Sum(segment => segment.Value.Attrition.Amount));
        Assert.Equal(heads.Length, segments.Sum(segment => segment.Value.Planned.Count));
    }

    [Fact]
    public void RefusalsNameTheHead()
    {
        var terms = new CapacityRiskTerms();
        Refusal.With(
            "heads had \"A\" twice; each head once is expected.",
            () => CapacityRiskCalculator.Measure(terms, [Heads[0], Heads[0]]));
        Refusal.By<ArgumentNullException>("heads", () => CapacityRiskCalculator.BySegment(terms, [null!]));
        Refusal.By<ArgumentException>(
            "heads",
            () => CapacityRiskCalculator.Measure(
                terms, Heads.Take(2).Select(head => head with { Capacity = decimal.MaxValue })));
        Refusal.Any<ArgumentException>(() => new CapacityRiskTerms { Risks = (CapacityRisks)64 });
    }
}
