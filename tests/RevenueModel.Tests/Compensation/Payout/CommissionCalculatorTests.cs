using RevenueModel.Compensation;
using RevenueModel.Primitives;
using RevenueModel.Tests.Helpers;

namespace RevenueModel.Tests.Compensation;

public class CommissionCalculatorTests
{
    private static readonly ComponentTerms Terms = ComponentTerms.Of(
        600_000m, 30_000m, PayoutCurve.Of(Tier.Between(0m, 1m, 1m), Tier.AtLeast(1m, 2m)));

    [Fact]
    public void ACreditThatStraddlesTheTargetIsPaidByBothRates()
    {
        // 5% up to 600,000 and 10% beyond.
        Assert.Equal(1_000m, CommissionCalculator.AmountOfNext(Terms, 100_000m, 20_000m));
        Assert.Equal(500m + 1_000m, CommissionCalculator.AmountOfNext(Terms, 590_000m, 20_000m));
        Assert.Equal(-1_500m, CommissionCalculator.AmountOfNext(Terms, 610_000m, -20_000m));
    }

    [Fact]
    public void RoundedPartsSumToTheRoundedWhole()
    {
        var terms = ComponentTerms.Of(3m, 1m, PayoutCurve.Linear);
        var pay = new decimal[3];
        decimal credited = CommissionCalculator.Amounts(terms, [1m, 1m, 1m], RoundingPolicy.Cents, pay);

        Assert.Equal([0.33m, 0.34m, 0.33m], pay);
        Assert.Equal(3m, credited);
    }

    [Fact]
    public void ATargetIsReachedExactlyWhereAttainmentHasNoDecimalExpansion()
    {
        // A third has no decimal expansion, and three of them are the target all the same.
        var terms = ComponentTerms.Of(
            0.3m, 1m, PayoutCurve.Of(Tier.Between(0m, 1m, 1m), Tier.AtLeast(1m, 2m, TierMode.RetroactiveToFirstUnit)));
        Assert.Equal(2m, CommissionCalculator.Amount(terms, 0.1m + 0.1m + 0.1m));
    }

    [Fact]
    public void TheAmountCapIsTheMostThatIsPaid()
    {
        var terms = ComponentTerms.Of(600_000m, 30_000m, PayoutCurve.Linear, amountCap: 45_000m);
        Assert.Equal(44_999m, CommissionCalculator.Amount(terms, 899_980m));
        Assert.Equal(45_000m, CommissionCalculator.Amount(terms, 2_000_000m));
        Assert.Equal("30,000 at 600,000, in proportion, at most 45,000", terms.ToString());
    }

    [Fact]
    public void TermsAreEqualByValue()
    {
        Assert.Equal(ComponentTerms.Of(1m, 2m, PayoutCurve.Linear), ComponentTerms.Of(1.0m, 2.0m, PayoutCurve.Linear));
        Assert.NotEqual(
            ComponentTerms.Of(1m, 2m, PayoutCurve.Linear),
            ComponentTerms.Of(1m, 2m, PayoutCurve.Linear, amountCap: 3m));
        Assert.NotEqual(
            ComponentTerms.Of(1m, 2m, PayoutCurve.Linear), ComponentTerms.Of(1m, 2m, PayoutCurve.Linear.WithCap(2m)));
    }

    [Fact]
    public void TermsOutsideTheirRangesAreRefused()
    {
        Refused("target", () => ComponentTerms.Of(0m, 1m, PayoutCurve.Linear));
        Refused("targetPay", () => ComponentTerms.Of(1m, -1m, PayoutCurve.Linear));
        Refused("amountCap", () => ComponentTerms.Of(1m, 1m, PayoutCurve.Linear, amountCap: -1m));
        Refused("curve", () => ComponentTerms.Of(1m, 1m, null!));
        Refused("destination", () => CommissionCalculator.Amounts(Terms, [1m], RoundingPolicy.Cents, []));

        static void Refused(string name, Func<object> refused) =>
            Assert.Equal(name, Refusal.Any<ArgumentException>(refused).ParamName);
    }
}
