using FsCheck.Xunit;
using RevenueModel.Primitives;
using RevenueModel.Retention;
using RevenueModel.Tests.Helpers;

namespace RevenueModel.Tests.Retention;

public class RecurringMixCalculatorTests
{
    private static readonly RecurringMixBenchmark Published = PublishedUnitEconomics.OtSecurityRecurringMix2027;

    [Theory]
    [InlineData(50, RecurringMixStatus.ServicesHeavy, false, "0.525", "0.66")]
    [InlineData(60, RecurringMixStatus.BelowHealthy, false, "0.56", "0.692")]
    [InlineData(70, RecurringMixStatus.Healthy, false, "0.595", "0.724")]
    [InlineData(80, RecurringMixStatus.Healthy, true, "0.63", "0.756")]
    [InlineData(95, RecurringMixStatus.AboveHealthy, true, "0.6825", "0.804")]
    public void TheMixHasAStatusAndImpliesAMargin(
        int recurring, RecurringMixStatus status, bool isRewarded, string low, string high)
    {
        RecurringMixAssessment assessment =
            RecurringMixCalculator.Assess(Published, new RecurringMix(recurring, 100 - recurring));

        Assert.Equal(status, assessment.Status);
        Assert.Equal(isRewarded, assessment.IsRewarded);
        Assert.Equal(Band.Between(decimal.Parse(low), decimal.Parse(high)), assessment.GrossMargin);
    }

    [Fact]
    public void WithoutRevenueNothingIsAssessed()
    {
        RecurringMixAssessment assessment = RecurringMixCalculator.Assess(Published, default);

        Assert.Null(assessment.Status);
        Assert.Null(assessment.GrossMargin);
        Assert.False(assessment.IsRewarded);
        Assert.Equal("recurring 0, services 0", assessment.ToString());
    }

    // Each part earns its margin, so that the profit of the parts is that of the whole.
    [Property]
    public bool TheMarginOfTheMixIsTheProfitOfItsParts(ushort recurring, ushort services)
    {
        var mix = new RecurringMix(recurring, services);
        return mix.Total == 0m
            || RecurringMixCalculator.Assess(Published, mix).GrossMargin is not { } margin
            || (Math.Abs((margin.Min * mix.Total) - (0.70m * recurring) - (0.35m * services)) < 1e-18m
                && Math.Abs((margin.Max!.Value * mix.Total) - (0.82m * recurring) - (0.50m * services)) < 1e-18m);
    }

    [Property]
    public bool MoreRecurringRevenueNeverLowersMarginOrStatus(ushort recurring, ushort services, ushort more)
    {
        RecurringMixAssessment before =
            RecurringMixCalculator.Assess(Published, new RecurringMix(recurring, services + 1));
        RecurringMixAssessment after =
            RecurringMixCalculator.Assess(Published, new RecurringMix(recurring + more, services + 1));
        return after.Status >= before.Status
            && after.GrossMargin!.Value.Min >= before.GrossMargin!.Value.Min
            && (after.IsRewarded || !before.IsRewarded);
    }

    [Property]
    public bool TheOrderOfRowsChangesNeitherMixNorStatus(ushort[] recurring, ushort[] services, int seed)
    {
        RecurringMix[] rows =
        [
            .. recurring.Select(cents => new RecurringMix(cents / 100m, 0m)),
            .. services.Select(cents => new RecurringMix(0m, cents / 100m)),
        ];
        RecurringMixAssessment before = RecurringMixCalculator.Assess(Published, RecurringMixCalculator.Combine(rows));
        new Random(seed).Shuffle(rows);
        RecurringMix mixed = RecurringMixCalculator.Combine(rows.AsEnumerable());
        return mixed == before.Mix
            && mixed.Recurring == recurring.Sum(cents => cents / 100m)
            && RecurringMixCalculator.Assess(Published, mixed).Status == before.Status;
    }

    [Fact]
    public void FiguresOutsideTheirRangeAreRefused()
    {
        var large = new RecurringMix(decimal.MaxValue, 0m);
        Refusal.By<ArgumentException>("mixes", () => RecurringMixCalculator.Combine([large, large]));
        Refusal.By<ArgumentException>("mixes", () => RecurringMixCalculator.Combine([large, new(0m, 1m)]));
        Refusal.With("services was -1; zero or more is expected.", () => new RecurringMix(1m, -1m));
        Refusal.By<ArgumentException>("services", () => new RecurringMix(decimal.MaxValue, 1m));
        Refusal.By<ArgumentOutOfRangeException>("recurringShare", () => Published.GrossMargin(80m));
    }
}
