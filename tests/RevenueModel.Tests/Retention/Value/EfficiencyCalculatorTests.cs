using FsCheck.Xunit;
using NodaTime;
using RevenueModel.Retention;
using RevenueModel.Tests.Generators;
using RevenueModel.Tests.Helpers;

namespace RevenueModel.Tests.Retention;

public class EfficiencyCalculatorTests
{
    // The quick ratio, magic number and burn multiple of published examples are in RetentionCaseTests.
    [Fact]
    public void RatiosWithoutADenominatorAreUndefined()
    {
        Assert.Null(EfficiencyCalculator.QuickRatio(added: 28m, lost: 0m));
        Assert.Null(EfficiencyCalculator.MagicNumber(800_000m, 600_000m, priorSalesAndMarketing: 0m));
        Assert.Null(EfficiencyCalculator.BurnMultiple(3_000_000m, netNewArr: 0m));
        Assert.Null(EfficiencyCalculator.BurnMultiple(3_000_000m, netNewArr: -1m));
    }

    [Fact]
    public void TheRuleOf40AddsGrowthAndMargin()
    {
        Assert.Equal(0.45m, EfficiencyCalculator.RuleOf40(growth: 0.55m, profitMargin: -0.10m));
        Refusal.With(
            "growth was -2; a fraction of -1 or more is expected.",
            () => EfficiencyCalculator.RuleOf40(growth: -2m, profitMargin: 0m));
    }

    [Property]
    public bool TheQuickRatioOfALineIsThatOfItsAmounts(
        ushort added, ushort expansion, ushort contraction, ushort churn)
    {
        ArrBridge line = new()
        {
            Period = new BridgePeriod("July", new YearMonth(2027, 7), new YearMonth(2027, 7)),
            Opening = 200_000m,
            New = added,
            Expansion = expansion,
            Contraction = -contraction,
            Churn = -churn,
        };
        return EfficiencyCalculator.QuickRatio(line)
            == EfficiencyCalculator.QuickRatio(added + expansion, contraction + churn);
    }

    [Property]
    public bool TheBurnMultipleIsFreeOfTheUnit(Fraction burn, byte arr) =>
        EfficiencyCalculator.BurnMultiple(burn, arr) == EfficiencyCalculator.BurnMultiple(burn * 1_000m, arr * 1_000m);
}
