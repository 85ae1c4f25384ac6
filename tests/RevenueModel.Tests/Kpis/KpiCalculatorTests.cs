using FsCheck.Xunit;
using NodaTime;
using RevenueModel.Kpis;
using RevenueModel.Primitives;
using RevenueModel.Tests.Generators;
using RevenueModel.Tests.Helpers;

namespace RevenueModel.Tests.Kpis;

[Properties(Arbitrary = [typeof(Arbitraries)])]
public class KpiCalculatorTests
{
    private static readonly LocalDate Day = new(2027, 6, 30);

    private static readonly KpiDefinition Rate = new() { Name = "rate", Formula = "a / b" };

    private static readonly KpiBenchmark Expected = new()
    {
        Kpi = "rate", Healthy = Band.Between(0.25m, 0.40m), Alarm = 0.20m,
    };

    [Theory]
    [InlineData(0.10, 0.19, KpiStatus.Alarm)]
    [InlineData(0.10, 0.20, KpiStatus.Watch)]
    [InlineData(0.21, 0.24, KpiStatus.Watch)]
    [InlineData(0.24, 0.50, KpiStatus.Watch)]
    [InlineData(0.25, 0.50, KpiStatus.Healthy)]
    [InlineData(0.45, 0.50, KpiStatus.Healthy)]
    public void AStatusFollowsFromTheInterval(double lower, double upper, KpiStatus expected) => Assert.Equal(
        expected, KpiCalculator.Status(Rate, Expected, Reading((decimal)lower, (decimal)upper)));

    [Theory]
    [InlineData(18.5, 20, KpiStatus.Alarm)]
    [InlineData(17, 20, KpiStatus.Watch)]
    [InlineData(9, 18, KpiStatus.Healthy)]
    [InlineData(2, 3, KpiStatus.Healthy)]
    public void LowerCanBeBetter(double lower, double upper, KpiStatus expected) => Assert.Equal(
        expected,
        KpiCalculator.Status(
            Rate with { Better = KpiDirection.Lower },
            Expected with { Healthy = Band.Between(9m, 18m), Alarm = 18m },
            Reading((decimal)lower, (decimal)upper)));

    [Theory]
    [InlineData(0.26, 0.39, KpiStatus.Healthy)]
    [InlineData(0.26, 0.41, KpiStatus.Watch)]
    [InlineData(0.50, 0.60, KpiStatus.Watch)]
    public void ABandWithoutDirectionHasNoAlarm(double lower, double upper, KpiStatus expected) => Assert.Equal(
        expected,
        KpiCalculator.Status(
            Rate with { Better = KpiDirection.WithinBand }, Expected, Reading((decimal)lower, (decimal)upper)));

    [Theory]
    [InlineData(KpiDirection.Higher, 0.1, 0.2, true)]
    [InlineData(KpiDirection.Higher, 0.1, 0.3, false)]
    [InlineData(KpiDirection.Lower, 0.1, 0.2, false)]
    [InlineData(KpiDirection.Lower, 0.41, 0.5, true)]
    [InlineData(KpiDirection.WithinBand, 0.1, 0.2, true)]
    [InlineData(KpiDirection.WithinBand, 0.41, 0.5, true)]
    public void AWatchCanBeWorseThanHealthy(KpiDirection better, double lower, double upper, bool isWorse)
    {
        KpiAssessment assessment = new()
        {
            Definition = Rate with { Better = better },
            Benchmark = Expected with { Healthy = Band.Between(0.25m, 0.4m), Alarm = null },
            Reading = Reading((decimal)lower, (decimal)upper),
            Status = KpiStatus.Watch,
        };

        Assert.Equal(isWorse, assessment.IsWorseThanHealthy);
        Assert.Equal(
            isWorse, assessment.ToString().Contains("watch, worse than healthy", StringComparison.Ordinal));
        Assert.False((assessment with { Status = KpiStatus.Healthy }).IsWorseThanHealthy);
    }

    [Theory]
    [InlineData(3, 35, false)]
    [InlineData(17, 35, false)]
    [InlineData(5, 10, true)]
    public void ACauseOfFewCasesIsNotLikely(int count, int of, bool isLikely)
    {
        KpiAssessment assessment = new()
        {
            Definition = Rate,
            Reading = Reading(0.1m, 0.2m) with { Evidence = [new() { Cause = "price", Count = count, Of = of }] },
            Status = KpiStatus.Alarm,
        };

        Assert.Equal(isLikely, assessment.LikelyCause is not null);
    }

    [Fact]
    public void FewCasesAndMissingValuesAreNotJudged()
    {
        KpiReading reading = Reading(0.1m, 0.15m);

        Assert.Equal(KpiStatus.TooFew, KpiCalculator.Status(Rate, Expected, reading with { Count = 4 }));
        Assert.Equal(
            KpiStatus.Alarm, KpiCalculator.Status(Rate, Expected, reading with { Count = 4 }, minCount: 4));
        Assert.Equal(KpiStatus.NoInterval, KpiCalculator.Status(Rate, Expected, reading with { Interval = null }));
        Assert.Equal(KpiStatus.NotMeasured, KpiCalculator.Status(Rate, Expected, reading with { Value = null }));
        Assert.Equal(KpiStatus.NoBenchmark, KpiCalculator.Status(Rate, null, reading));
    }

    [Property]
    public bool AWiderIntervalIsNeverMoreCertain(Fraction lower, Fraction upper, Fraction wider)
    {
        decimal low = Math.Min((decimal)lower, (decimal)upper);
        decimal high = Math.Max((decimal)lower, (decimal)upper);
        KpiStatus narrow = KpiCalculator.Status(Rate, Expected, Reading(low, high));
        KpiStatus wide = KpiCalculator.Status(
            Rate, Expected, Reading(low - (decimal)wider, high + (decimal)wider));

        return wide == narrow || wide == KpiStatus.Watch;
    }

    [Theory]
    [InlineData(0.1, 0.2, 0.3, 0.4, KpiTrendDirection.Better)]
    [InlineData(0.3, 0.4, 0.1, 0.2, KpiTrendDirection.Worse)]
    [InlineData(0.1, 0.3, 0.2, 0.4, KpiTrendDirection.Unclear)]
    public void ATrendIsClearIfIntervalsDoNotOverlap(
        double lowBefore, double highBefore, double low, double high, KpiTrendDirection expected)
    {
        KpiReading before = Reading((decimal)lowBefore, (decimal)highBefore);
        KpiReading after = Reading((decimal)low, (decimal)high);

        Assert.Equal(expected, KpiCalculator.Trend(Rate, before, after)!.Direction);
        Assert.Equal(
            Opposite(expected),
            KpiCalculator.Trend(Rate with { Better = KpiDirection.Lower }, before, after)!.Direction);
        Assert.Equal(after.Value - before.Value, KpiCalculator.Trend(Rate, before, after)!.Change);
        Assert.Null(KpiCalculator.Trend(Rate, before with { Value = null }, after));
    }

    [Fact]
    public void OtherIndicatorsAndSegmentsAreRefused()
    {
        Refusal.With(
            "reading was of \"rate\"; \"other\" is expected.",
            () => KpiCalculator.Status(Rate with { Name = "other" }, null, Reading(0m, 1m)));
        Refusal.With(
            "benchmark was of \"other\"; \"rate\" is expected.",
            () => KpiCalculator.Status(Rate, Expected with { Kpi = "other" }, Reading(0m, 1m)));
        Refusal.With(
            "minCount was 0; 1 or more is expected.",
            () => KpiCalculator.Status(Rate, Expected, Reading(0m, 1m), minCount: 0));
        Refusal.With(
            "baseline was of segment \"SMB\"; \"\" is expected.",
            () => KpiCalculator.Trend(Rate, Reading(0m, 1m) with { Segment = "SMB" }, Reading(0m, 1m)));
    }

    private static KpiTrendDirection Opposite(KpiTrendDirection direction) => direction switch
    {
        KpiTrendDirection.Better => KpiTrendDirection.Worse,
        KpiTrendDirection.Worse => KpiTrendDirection.Better,
        _ => KpiTrendDirection.Unclear,
    };

    private static KpiReading Reading(decimal lower, decimal upper) => new()
    {
        Kpi = "rate",
        AsOf = Day,
        Value = (lower + upper) / 2m,
        Count = 30,
        Interval = new KpiInterval { Lower = lower, Upper = upper, Confidence = 0.95 },
    };
}
