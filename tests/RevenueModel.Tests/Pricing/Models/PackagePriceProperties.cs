using FsCheck.Xunit;
using RevenueModel.Pricing;
using RevenueModel.Tests.Generators;

namespace RevenueModel.Tests.Pricing;

[Properties(MaxTest = 500)]
public class PackagePriceProperties
{
    [Property]
    public bool AFurtherUnitNeverLowersTheBill(PackagePrice price, Fraction part, Fraction further)
    {
        decimal quantity = Quantity(price, part);
        decimal more = quantity + decimal.Round(further * 10m, 6);
        return more > price.UpTo || RatingCalculator.Amount(price, quantity) <= RatingCalculator.Amount(price, more);
    }

    [Property]
    public bool WithinAPackageUnitsCostNothingFurther(PackagePrice price)
    {
        PackageTier first = price.Tiers[0];
        decimal whole = price.FreeUnits + first.Size;
        return whole > price.FreeUnits + first.End
            || (RatingCalculator.Amount(price, whole) == first.FlatFee + first.Price
                && RatingCalculator.Amount(price, price.FreeUnits + (first.Size / 2m)) == first.FlatFee + first.Price);
    }

    [Property]
    public bool UpToTheFreeUnitsTheBillIsThatOfZero(PackagePrice price, Fraction part) =>
        RatingCalculator.Amount(price, price.FreeUnits * part) == RatingCalculator.Amount(price, 0m)
            && RatingCalculator.Amount(price, 0m)
                == (price.AtZero == ZeroUsage.FirstFlatFee ? price.Tiers[0].FlatFee : 0m);

    [Property]
    public bool FreeUnitsMoveThePriceAlong(PackagePrice price, Fraction part)
    {
        PackagePrice without = price.WithFreeUnits(0m);
        decimal quantity = Quantity(without, part);
        return RatingCalculator.Amount(price, quantity + price.FreeUnits)
            == RatingCalculator.Amount(without, quantity);
    }

    [Property]
    public bool PackagesOfOneUnitPriceWholeUnitsAsGraduatedTiersDo(TieredPrice graduated, Fraction part)
    {
        if (graduated.Kind != TieredPriceKind.Graduated || graduated.Tiers.Any(tier => tier.End % 1m > 0m))
        {
            return true;
        }

        PackagePrice price = PriceModel.Packages([.. graduated.Tiers.Select(tier => tier.End is { } end
            ? PackageTier.UpTo(end, 1m, tier.UnitPrice, tier.FlatFee)
            : PackageTier.Beyond(1m, tier.UnitPrice, tier.FlatFee))]);
        decimal quantity = decimal.Truncate((price.UpTo ?? 3_000m) * part);
        return RatingCalculator.Amount(price.WithZeroUsage(graduated.AtZero), quantity)
            == RatingCalculator.Amount(graduated, quantity);
    }

    private static decimal Quantity(PackagePrice price, decimal part) =>
        decimal.Round((price.UpTo ?? 3_000m) * part, 6, MidpointRounding.ToZero);
}
