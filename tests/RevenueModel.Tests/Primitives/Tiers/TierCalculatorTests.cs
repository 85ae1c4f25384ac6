using RevenueModel.Primitives;
using RevenueModel.Tests.Helpers;

namespace RevenueModel.Tests.Primitives;

public class TierCalculatorTests
{
    [Theory]
    [InlineData(TierMode.Marginal, 150_000)]
    [InlineData(TierMode.RetroactiveToFirstUnit, 262_500)]
    [InlineData(TierMode.RetroactiveOnOverage, 172_500)]
    public void OneScheduleGivesThreeAnswersAt175PercentOfQuota(TierMode mode, decimal expected) =>
        Assert.Equal(expected, TierCalculator.Amount(Accelerators(mode), 175_000m));

    [Theory]
    [InlineData(TierBoundary.ToUpperTier, 1_500)]
    [InlineData(TierBoundary.ToLowerTier, 1_000)]
    public void QuantityOnABoundaryHasTheRetroactiveRateOfItsTier(TierBoundary boundary, decimal expected)
    {
        TierSchedule schedule = TierSchedule.Of(
            boundary,
            Tier.Between(0m, 1_000m, 1m, TierMode.RetroactiveToFirstUnit),
            Tier.AtLeast(1_000m, 1.5m, TierMode.RetroactiveToFirstUnit));

        Assert.Equal(expected, TierCalculator.Amount(schedule, 1_000m));
        Assert.Equal(999.99m, TierCalculator.Amount(schedule, 999.99m));
        Assert.Equal(1_500.015m, TierCalculator.Amount(schedule, 1_000.01m));
    }

    [Theory]
    [InlineData(TierBoundary.ToUpperTier, 150)]
    [InlineData(TierBoundary.ToLowerTier, 100)]
    public void AFlatAmountIsDueOnceATierIsReached(TierBoundary boundary, decimal expected)
    {
        TierSchedule schedule = TierSchedule.Of(
            boundary, Tier.Between(0m, 100m, 1m), Tier.AtLeast(100m, 2m, flatAmount: 50m));

        Assert.Equal(expected, TierCalculator.Amount(schedule, 100m));
        Assert.Equal(152m, TierCalculator.Amount(schedule, 101m));
    }

    [Fact]
    public void TheFlatAmountOfARetroactiveTierTakesThePlaceOfThoseBelow()
    {
        TierSchedule firstUnit = TierSchedule.Of(
            Tier.Between(0m, 10m, 1m, flatAmount: 5m),
            Tier.AtLeast(10m, 2m, TierMode.RetroactiveToFirstUnit, flatAmount: 7m));
        TierSchedule overage = TierSchedule.Of(
            Tier.Between(0m, 10m, 1m, flatAmount: 5m),
            Tier.Between(10m, 20m, 2m, TierMode.RetroactiveOnOverage, flatAmount: 7m),
            Tier.AtLeast(20m, 3m, TierMode.RetroactiveOnOverage, flatAmount: 11m));

        Assert.Equal(7m + (12m * 2m), TierCalculator.Amount(firstUnit, 12m));
        Assert.Equal(5m + 10m + 7m + (2m * 2m), TierCalculator.Amount(overage, 12m));
        Assert.Equal(5m + 10m + 11m + (15m * 3m), TierCalculator.Amount(overage, 25m));
    }

    [Fact]
    public void AnOverageStartsWhereItsRunOfTiersDoes()
    {
        TierSchedule schedule = TierSchedule.Of(
            Tier.Between(0m, 10m, 1m, TierMode.RetroactiveOnOverage),
            Tier.Between(10m, 20m, 1m),
            Tier.Between(20m, 30m, 2m, TierMode.RetroactiveOnOverage),
            Tier.AtLeast(30m, 3m, TierMode.RetroactiveOnOverage));

        Assert.Equal(20m + (5m * 2m), TierCalculator.Amount(schedule, 25m));
        Assert.Equal(20m + (15m * 3m), TierCalculator.Amount(schedule, 35m));
    }

    [Fact]
    public void AnInterpolatedAmountRisesInAStraightLine()
    {
        TierSchedule schedule = TierSchedule.Of(
            Tier.Between(0m, 50m, 1m),
            Tier.Interpolated(50m, 80m, 200m),
            Tier.Interpolated(80m, 90m, 100m),
            Tier.AtLeast(90m, 0m));

        Assert.Equal(50m, TierCalculator.Amount(schedule, 50m));
        Assert.Equal(100m, TierCalculator.Amount(schedule, 60m));
        Assert.Equal(200m, TierCalculator.Amount(schedule, 80m));
        Assert.Equal(150m, TierCalculator.Amount(schedule, 85m));
        Assert.Equal(100m, TierCalculator.Amount(schedule, 1_000m));
    }

    [Fact]
    public void AnInterpolatedAmountIsDividedOnceLast()
    {
        // 100 / 30 has no decimal expansion; 12 x 100 / 30 has.
        TierSchedule schedule = TierSchedule.Of(Tier.Interpolated(0m, 30m, 100m));
        Assert.Equal(40m, TierCalculator.Amount(schedule, 12m));
    }

    [Fact]
    public void ABreakdownShowsTheTiersThatAdd()
    {
        ValueList<TierAmount> marginal = TierCalculator.Breakdown(Accelerators(TierMode.Marginal), 130_000m);
        ValueList<TierAmount> firstUnit =
            TierCalculator.Breakdown(Accelerators(TierMode.RetroactiveToFirstUnit), 130_000m);
        ValueList<TierAmount> overage = TierCalculator.Breakdown(
            Accelerators(TierMode.RetroactiveOnOverage), 130_000m);

        Assert.Equal(["100,000 x 0.6 = 60,000", "25,000 x 0.9 = 22,500", "5,000 x 1.2 = 6,000"], Words(marginal));
        Assert.Equal(["130,000 x 1.2 = 156,000"], Words(firstUnit));
        Assert.Equal(["100,000 x 0.6 = 60,000", "30,000 x 1.2 = 36,000"], Words(overage));

        static IEnumerable<string> Words(ValueList<TierAmount> parts) => parts.Select(part => part.ToString());
    }

    [Fact]
    public void ABreakdownShowsFlatAmountsAndStraightLines()
    {
        TierSchedule schedule = TierSchedule.Of(
            Tier.Between(0m, 10m, 2m, flatAmount: 5m), Tier.Interpolated(10m, 20m, 125m));

        Assert.Equal(
            ["10 x 2 + 5 = 25", "4 between 10 and 20 = 40"],
            TierCalculator.Breakdown(schedule, 14m).Select(part => part.ToString()));
    }

    [Theory]
    [InlineData(TierBoundary.ToUpperTier, "below 100")]
    [InlineData(TierBoundary.ToLowerTier, "up to 100")]
    public void AQuantityAboveTheLastTierIsRefused(TierBoundary boundary, string allowed)
    {
        TierSchedule schedule = TierSchedule.Of(boundary, Tier.Between(0m, 100m, 1m));
        Action<decimal>[] operations =
        [
            quantity => TierCalculator.Amount(schedule, quantity),
            quantity => TierCalculator.TierOf(schedule, quantity),
            quantity => TierCalculator.Breakdown(schedule, quantity),
            quantity => TierCalculator.Amounts(schedule, [quantity], new decimal[1]),
            quantity => TierCalculator.AmountOfNext(schedule, 50m, quantity - 50m),
        ];

        Assert.All(operations, operation =>
        {
            var refused = Refusal.By<ArgumentOutOfRangeException>(() => operation(100.01m));
            Assert.Contains(" was 100.01; a quantity " + allowed, refused.Message, StringComparison.Ordinal);
        });
        if (boundary == TierBoundary.ToLowerTier)
        {
            Assert.Equal(100m, TierCalculator.Amount(schedule, 100m));
        }
        else
        {
            Assert.All(operations, operation => Refusal.By<ArgumentOutOfRangeException>(() => operation(100m)));
        }
    }

    [Fact]
    public void ANegativeQuantityIsRefused()
    {
        TierSchedule schedule = Accelerators(TierMode.Marginal);
        Assert.Contains(
            "quantity was -0.01; zero or more",
            Refusal.By<ArgumentOutOfRangeException>(() => TierCalculator.Amount(schedule, -0.01m)).Message,
            StringComparison.Ordinal);
        Refusal.By<ArgumentOutOfRangeException>(() => TierCalculator.TierOf(schedule, -1m));
        Refusal.By<ArgumentOutOfRangeException>(() => TierCalculator.Breakdown(schedule, -1m));
        Refusal.By<ArgumentOutOfRangeException>(() => TierCalculator.AmountOfNext(schedule, 10m, -10.01m));
    }

    [Fact]
    public void ADestinationOfAnotherLengthIsRefused() => Refusal.By<ArgumentException>(
        () => TierCalculator.Amounts(Accelerators(TierMode.Marginal), [1m, 2m], new decimal[3]));

    [Fact]
    public void AnAmountThatFitsNoDecimalIsRefused()
    {
        var schedule = TierSchedule.Of(Tier.AtLeast(0m, 2m));
        const string message =
            "The amount for 79228162514264337593543950335 is too large: the result exceeds 7.9 × 10^28, the "
                + "range of a decimal; smaller figures are expected.";
        Refusal.With(message, () => TierCalculator.Amount(schedule, decimal.MaxValue));
        Refusal.With(message, () => TierCalculator.Amounts(schedule, [1m, decimal.MaxValue], new decimal[2]));
        Refusal.With(message, () => TierCalculator.AmountOfNext(schedule, 0m, decimal.MaxValue));
    }

    [Fact]
    public void NoMoreIsTakenBackThanWasCounted() => Refusal.With(
        "added was -6; -5 or more, which takes back all that was counted before, is expected.",
        () => TierCalculator.AmountOfNext(TierSchedule.Of(Tier.AtLeast(0m, 2m)), 5m, -6m));

    private static TierSchedule Accelerators(TierMode mode) => TierSchedule.Of(
        Tier.Between(0m, 100_000m, 0.6m),
        Tier.Between(100_000m, 125_000m, 0.9m, mode),
        Tier.Between(125_000m, 150_000m, 1.2m, mode),
        Tier.AtLeast(150_000m, 1.5m, mode));
}
