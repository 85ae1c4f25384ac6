using RevenueModel.Pricing;

namespace RevenueModel.Tests.Pricing;

public class RatingCalculatorTests
{
    private static readonly TieredPrice Graduated = PriceModel.Graduated(
        PriceTier.UpTo(10m, 10m, 2m), PriceTier.UpTo(20m, 5m, 3m), PriceTier.Beyond(4.5m));

    private static readonly TieredPrice Falling = PriceModel.Volume(PriceTier.UpTo(15m, 10m), PriceTier.Beyond(5m));

    [Fact]
    public void ABreakdownSaysHowEachTierAddsToTheAmount()
    {
        PricedPart[] parts = [.. RatingCalculator.Breakdown(Graduated, 1_022.5m)];

        Assert.Equal(
            [
                "0 to 10: 10 x 10 + 2 flat = 102",
                "10 to 20: 10 x 5 + 3 flat = 53",
                "over 20: 1,002.5 x 4.5 = 4,511.25",
            ],
            parts.Select(part => part.ToString()));
        Assert.Equal(
            new PricedPart { From = 10m, To = 20m, Quantity = 10m, UnitPrice = 5m, FlatFee = 3m, Amount = 53m },
            parts[1]);
        Assert.Equal(("10 to 20", "10 x 5 + 3 flat = 53"), (parts[1].Tier, parts[1].Explanation));
        Assert.Equal(["1.5 x 0.5 = 0.75"], Words(PriceModel.PerUnit(0.5m), 1.5m));
        Assert.Equal(["1,234.5 flat = 1,234.5"], Words(PriceModel.Flat(1_234.5m), 7m));
    }

    [Fact]
    public void ABreakdownOfAVolumePriceHasTheTierOfTheQuantityAlone()
    {
        Assert.Equal(["0 to 15: 12 x 10 = 120"], Words(Falling, 12m));
        Assert.Equal(["over 15: 16 x 5 = 80"], Words(Falling, 16m));
    }

    [Fact]
    public void ABreakdownOfPackagesHasTheBegunOnes()
    {
        PackagePrice price = PriceModel.Package(10m, 100m, freeUnits: 5m);

        Assert.Equal(["5 free, 16 in 2 packages of 10 x 100 = 200"], Words(price, 21m));
        Assert.Equal(["5 free, 0 in 0 packages of 10 x 100 = 0"], Words(price, 5m));
    }

    [Fact]
    public void AtZeroABreakdownHasTheFirstFeeOrNothing()
    {
        Assert.Equal(["0 to 10: 0 x 10 + 2 flat = 2"], Words(Graduated, 0m));
        Assert.Empty(Words(Graduated.WithZeroUsage(ZeroUsage.Nothing), 0m));
    }

    [Fact]
    public void BuyingUpIsBilledAsTheStartOfACheaperTier()
    {
        TieredPrice price = Falling.WithBuyUp();

        Assert.Equal(120m, RatingCalculator.Amount(Falling, 12m));
        Assert.Equal(75m, RatingCalculator.Amount(price, 12m));
        Assert.Equal(70m, RatingCalculator.Amount(price, 7m));
        Assert.Equal(
            ["0 to 15: 12 x 10 = 120", "buying up: limited to the amount at the start of a higher tier"],
            Words(price, 12m));
        Assert.Equal(-45m, RatingCalculator.Breakdown(price, 12m)[1].Amount);
    }

    [Fact]
    public void BuyingUpLooksAtAllHigherTiers()
    {
        TieredPrice price = PriceModel.Volume(
            PriceTier.UpTo(5m, 0m, 100m), PriceTier.UpTo(
                10m, 0m, 150m), PriceTier.UpTo(15m, 10m), PriceTier.Beyond(4m)).WithBuyUp();

        // The third tier starts at 10 x 10 = 100 and the fourth at 15 x 4 = 60.
        Assert.Equal(60m, RatingCalculator.Amount(price, 0m));
        Assert.Equal(60m, RatingCalculator.Amount(price, 7m));
        Assert.Equal(60m, RatingCalculator.Amount(price, 15m));
        Assert.Equal(64m, RatingCalculator.Amount(price, 16m));
    }

    [Fact]
    public void ABreakdownStartsFromTheFeeThatZeroWouldCost()
    {
        TieredPrice price = PriceModel.Volume(PriceTier.UpTo(5m, 0m, 100m), PriceTier.Beyond(1m)).WithBuyUp();

        Assert.Equal(
            [100m, -95m], RatingCalculator.Breakdown(price, 0m).Select(part => part.Amount));
    }

    [Fact]
    public void ALowerPriceForAllUnitsMakesTheNextOnesACredit()
    {
        Assert.Equal(-70m, RatingCalculator.AmountOfNext(Falling, 15m, 1m));
        Assert.Equal(10m, RatingCalculator.AmountOfNext(Falling, 14m, 1m));
        Assert.Equal(-10m, RatingCalculator.AmountOfNext(Falling, 15m, -1m));
    }

    private static IEnumerable<string> Words(QuantityPrice price, decimal quantity) =>
        RatingCalculator.Breakdown(price, quantity).Select(part => part.ToString());
}
