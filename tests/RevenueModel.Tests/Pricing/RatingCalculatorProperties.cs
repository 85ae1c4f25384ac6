using FsCheck.Xunit;
using RevenueModel.Pricing;
using RevenueModel.Tests.Numerics;
using RevenueModel.Tests.Generators;
using RevenueModel.Tests.Helpers;
using RevenueModel.Tests.Oracles.Pricing;

namespace RevenueModel.Tests.Pricing;

[Properties(MaxTest = 500)]
public class RatingCalculatorProperties
{
    [Property]
    public bool AmountsAreThoseOfTheRulesInExactFractions(PricingPoint point) =>
        ExactFraction.Of(RatingCalculator.Amount(point.Price, point.Quantity))
            == PriceOracle.Amount(point.Price, ExactFraction.Of(point.Quantity));

    [Property]
    public bool StepsAndWhatZeroCostsSumToTheWholeWhateverTheirOrderAndSize(PricingPoint point, Weights weights)
    {
        decimal[] steps = Steps(point.Quantity, weights);
        return SumOfSteps(point.Price, steps) == RatingCalculator.Amount(point.Price, point.Quantity)
            && SumOfSteps(point.Price, [.. steps.Reverse()]) == RatingCalculator.Amount(point.Price, point.Quantity);
    }

    [Property]
    public bool WhatIsTakenBackIsCreditedAsItWasBilled(PricingPoint point, Fraction part)
    {
        decimal before = decimal.Round(point.Quantity * part, 6, MidpointRounding.ToZero);
        decimal added = point.Quantity - before;
        return RatingCalculator.AmountOfNext(point.Price, before, added)
            == -RatingCalculator.AmountOfNext(point.Price, point.Quantity, -added);
    }

    [Property]
    public bool TheBreakdownSumsToTheAmount(PricingPoint point) =>
        RatingCalculator.Breakdown(point.Price, point.Quantity).Sum(part => part.Amount)
            == RatingCalculator.Amount(point.Price, point.Quantity);

    [Property]
    public bool TheQuantitiesOfABreakdownSumToWhatIsBilled(PricingPoint point)
    {
        decimal free = point.Price is PackagePrice package ? package.FreeUnits : 0m;
        return RatingCalculator.Breakdown(point.Price, point.Quantity).Sum(part => part.Quantity)
            == Math.Max(point.Quantity - free, 0m);
    }

    [Property]
    public bool APartOfAPriceOfUnitsIsItsQuantityAtItsPriceAndItsFee(TieredPrice price, Fraction part)
    {
        decimal quantity = decimal.Round((price.UpTo ?? 3_000m) * part, 6, MidpointRounding.ToZero);
        return price.BuysUp || RatingCalculator.Breakdown(price, quantity)
            .All(one => one.Amount == (one.Quantity * (one.UnitPrice ?? 0m)) + one.FlatFee);
    }

    [Property]
    public bool ManyAmountsAreThoseOfEachAloneToTheLastDigitAndPlace(
        PricingPoint point, PricingPoint other, byte places)
    {
        decimal zero = new(0, 0, 0, isNegative: false, (byte)(places % 29));
        decimal[] quantities =
        [
            .. new[]
            {
                point.Quantity, 0m, zero, point.Quantity + zero, other.Quantity, 1m, 12_345.6789m, 1e12m + 0.5m, 1e21m,
            }
                .Where(quantity => !(quantity > point.Price.UpTo)),
            point.Quantity,
        ];
        var amounts = new decimal[quantities.Length];

        RatingCalculator.Amounts(point.Price, quantities, amounts);

        return Digits.Same(
            amounts, [.. quantities.Select(quantity => RatingCalculator.Amount(point.Price, quantity))]);
    }

    [Property]
    public bool AnAmountIsNeverNegative(PricingPoint point) =>
        RatingCalculator.Amount(point.Price, point.Quantity) >= 0m;

    [Property]
    public bool AtItsOwnTierAQuantityOfAVolumePriceCostsWhatItCosts(TieredPrice price, Fraction part)
    {
        decimal quantity = decimal.Round((price.UpTo ?? 3_000m) * part, 6, MidpointRounding.ToZero);
        return price.Kind != TieredPriceKind.Volume || price.BuysUp || quantity == 0m
            || RatingCalculator.AmountAtTierOf(price, quantity, quantity) == RatingCalculator.Amount(price, quantity);
    }

    [Property]
    public bool AtTheTierOfAnotherQuantityAVolumePriceIsAStraightLine(TieredPrice price, Fraction part, Fraction of)
    {
        decimal chooses = decimal.Round((price.UpTo ?? 3_000m) * of, 6, MidpointRounding.ToZero);
        decimal quantity = decimal.Round(chooses * part, 6, MidpointRounding.ToZero);
        int tier = price.Tiers.TakeWhile(one => one.End < chooses).Count();
        return price.Kind != TieredPriceKind.Volume || price.BuysUp
            || (quantity == 0m && price.AtZero == ZeroUsage.Nothing)
            || RatingCalculator.AmountAtTierOf(price, quantity, chooses)
                == price.Tiers[tier].FlatFee + (quantity * price.Tiers[tier].UnitPrice);
    }

    private static decimal SumOfSteps(QuantityPrice price, decimal[] steps)
    {
        decimal so = 0m;
        decimal sum = RatingCalculator.Amount(price, 0m);
        foreach (decimal step in steps)
        {
            sum += RatingCalculator.AmountOfNext(price, so, step);
            so += step;
        }

        return sum;
    }

    // The last step is what is left, and may be large.
    private static decimal[] Steps(decimal quantity, Weights weights)
    {
        decimal total = weights.Values.Sum();
        decimal[] steps =
        [
            .. weights.Values.Select(weight => decimal.Round(quantity * (weight / total), 6, MidpointRounding.ToZero)),
        ];
        return [.. steps, quantity - steps.Sum()];
    }
}
