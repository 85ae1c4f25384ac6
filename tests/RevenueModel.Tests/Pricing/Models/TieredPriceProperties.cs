using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;
using RevenueModel.Pricing;
using RevenueModel.Tests.Generators;

namespace RevenueModel.Tests.Pricing;

[Properties(MaxTest = 500)]
public class TieredPriceProperties
{
    private const decimal Hair = 0.000001m;

    [Property]
    public bool WhereATierStartsAGraduatedPriceJumpsByItsFlatFeeAlone(TieredPrice price) =>
        !IsGraduated(price) || price.BuysUp || Enumerable.Range(1, price.Tiers.Count - 1).All(tier =>
            RatingCalculator.AmountOfNext(price, price.Tiers[tier - 1].End!.Value, Hair)
                == price.Tiers[tier].FlatFee + (Hair * price.Tiers[tier].UnitPrice));

    [Property]
    public bool TheFirstUnitsOfAPriceCostTheirPriceAndTheFeeThatZeroDidNot(TieredPrice price) =>
        price.BuysUp || price.Tiers[0].End < Hair
            || RatingCalculator.AmountOfNext(price, 0m, Hair)
                == (Hair * price.Tiers[0].UnitPrice)
                    + (price.AtZero == ZeroUsage.Nothing ? price.Tiers[0].FlatFee : 0m);

    [Property]
    public bool AGraduatedPriceNeverFalls(TieredPrice price, Fraction one, Fraction other) =>
        !IsGraduated(price) || Amount(price, Math.Min(one, other)) <= Amount(price, Math.Max(one, other));

    [Property]
    public bool ATierSplitInTwoAtTheSamePriceChangesNothing(TieredPrice price, Fraction at, Fraction part)
    {
        bool isGraduated = IsGraduated(price);
        if (price.Kind is TieredPriceKind.Flat or TieredPriceKind.PerUnit)
        {
            return true;
        }

        return Enumerable.Range(0, price.Tiers.Count).All(split =>
        {
            PriceTier tier = price.Tiers[split];
            decimal start = split == 0 ? 0m : price.Tiers[split - 1].End!.Value;
            decimal middle = decimal.Round(start + (at * ((tier.End ?? (start + 100m)) - start)), 6);
            if (middle <= start || middle >= tier.End)
            {
                return true;
            }

            // The fee of graduated tiers adds up, so that the second part has none; that of volume tiers is due in
            // either.
            decimal upperFee = isGraduated ? 0m : tier.FlatFee;
            PriceTier[] tiers =
            [
                .. price.Tiers.Take(split), PriceTier.UpTo(middle, tier.UnitPrice, tier.FlatFee),
                tier.End is { } end
                    ? PriceTier.UpTo(end, tier.UnitPrice, upperFee)
                    : PriceTier.Beyond(tier.UnitPrice, upperFee),
                .. price.Tiers.Skip(split + 1),
            ];
            TieredPrice same = WithOptionsOf(price, tiers);
            return new[] { 0m, Hair, start, start + Hair, middle, middle + Hair, Quantity(price, part) }
                .Where(quantity => !(quantity > price.UpTo))
                .All(quantity => RatingCalculator.Amount(same, quantity) == RatingCalculator.Amount(price, quantity));
        });
    }

    [Property]
    public bool BuyingUpNeverCostsMoreThanAnyLargerQuantity(TieredPrice price, Fraction one, Fraction other)
    {
        TieredPrice buying = price.WithBuyUp();
        return Amount(buying, Math.Min(one, other)) <= Amount(buying, Math.Max(one, other))
            && Amount(buying, Math.Min(one, other)) <= Amount(price, Math.Max(one, other));
    }

    [Property]
    public bool BuyingUpNeverCostsMoreThanWithout(PricingPoint point) =>
        point.Price is not TieredPrice price
            || RatingCalculator.Amount(price.WithBuyUp(), point.Quantity)
                <= RatingCalculator.Amount(point.Price, point.Quantity);

    [Property]
    public bool BuyingUpCostsWhatTheStartOfSomeTierCostsOrTheQuantityItself(PricingPoint point)
    {
        if (point.Price is not TieredPrice { Kind: TieredPriceKind.Volume, AtZero: ZeroUsage.FirstFlatFee } price)
        {
            return true;
        }

        TieredPrice plain = WithOptionsOf(price, [.. price.Tiers], buysUp: false);
        decimal amount = RatingCalculator.Amount(price.WithBuyUp(), point.Quantity);
        return amount == RatingCalculator.Amount(plain, point.Quantity)
            || price.Tiers.Skip(1).Zip(price.Tiers, (tier, below) => (Tier: tier, Start: below.End!.Value))
                .Any(at => at.Start >= point.Quantity && amount == at.Tier.FlatFee + (at.Start * at.Tier.UnitPrice));
    }

    [Property]
    public bool NothingAtZeroMattersAtZeroAlone(PricingPoint point)
    {
        if (point.Price is not TieredPrice price)
        {
            return true;
        }

        TieredPrice free = price.WithZeroUsage(ZeroUsage.Nothing);
        return RatingCalculator.Amount(free, 0m) == 0m
            && (point.Quantity == 0m
                || RatingCalculator.Amount(free, point.Quantity) == RatingCalculator.Amount(price, point.Quantity));
    }

    [Property]
    public bool PricesOfEqualTermsAreEqual(TieredPrice price)
    {
        TieredPrice same = WithOptionsOf(price, [.. price.Tiers]);
        return same == price && same.GetHashCode() == price.GetHashCode() && same.ToString() == price.ToString()
            && price
                != price.WithZeroUsage(price.AtZero == ZeroUsage.Nothing ? ZeroUsage.FirstFlatFee : ZeroUsage.Nothing)
            && price.WithBuyUp() == price == price.BuysUp;
    }

    [Property]
    public Property GeneratedQuantitiesLieOnTheEndsOfTiersOften(PricingPoint point) =>
        (point.Price.UpTo is not { } end || point.Quantity <= end).ToProperty()
            .Classify(PricingArbitraries.EndsOf(point.Price).Contains(point.Quantity), "on an end");

    private static bool IsGraduated(TieredPrice price) =>
        price.Kind is not (TieredPriceKind.Volume or TieredPriceKind.Stairstep);

    private static decimal Amount(TieredPrice price, decimal part) =>
        RatingCalculator.Amount(price, Quantity(price, part));

    private static decimal Quantity(TieredPrice price, decimal part) =>
        decimal.Round((price.UpTo ?? 3_000m) * part, 6, MidpointRounding.ToZero);

    private static TieredPrice WithOptionsOf(TieredPrice price, PriceTier[] tiers, bool? buysUp = null)
    {
        TieredPrice made = price.Kind switch
        {
            TieredPriceKind.Graduated => PriceModel.Graduated(tiers),
            TieredPriceKind.GraduatedPercentage => PriceModel.GraduatedPercentage(tiers),
            TieredPriceKind.Stairstep => PriceModel.Stairstep(tiers),
            TieredPriceKind.Volume => PriceModel.Volume(tiers),
            TieredPriceKind.Flat => PriceModel.Flat(tiers[0].FlatFee),
            _ => PriceModel.PerUnit(tiers[0].UnitPrice),
        };
        made = made.WithZeroUsage(price.AtZero);
        return buysUp ?? price.BuysUp ? made.WithBuyUp() : made;
    }
}
