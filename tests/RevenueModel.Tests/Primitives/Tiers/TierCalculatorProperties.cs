using FsCheck.Xunit;
using RevenueModel.Primitives;
using RevenueModel.Tests.Numerics;
using RevenueModel.Tests.Generators;
using RevenueModel.Tests.Oracles.Primitives;

namespace RevenueModel.Tests.Primitives;

[Properties(MaxTest = 500)]
public class TierCalculatorProperties
{
    [Property]
    public bool AmountsAreThoseOfTheFormulasInExactFractions(Metered metered) => TierOracle.Agrees(
        TierCalculator.Amount(metered.Schedule, metered.Quantity),
        TierOracle.Amount(metered.Schedule, metered.Quantity));

    [Property]
    public bool AQuantityLiesInTheTierThatItsBoundarySays(Metered metered) =>
        TierCalculator.TierOf(metered.Schedule, metered.Quantity)
            == metered.Schedule.Tiers[TierOracle.IndexOf(metered.Schedule, metered.Quantity)];

    [Property]
    public bool TheBreakdownSumsToTheAmount(Metered metered)
    {
        decimal sum = TierCalculator.Breakdown(metered.Schedule, metered.Quantity).Sum(part => part.Amount);
        return Math.Abs(sum - TierCalculator.Amount(metered.Schedule, metered.Quantity)) < 1e-14m;
    }

    [Property]
    public bool TheQuantitiesOfABreakdownSumToTheQuantity(Metered metered) =>
        TierCalculator.Breakdown(metered.Schedule, metered.Quantity).Sum(part => part.Quantity) == metered.Quantity;

    [Property]
    public bool BreakdownPartIsQuantityTimesTierRatePlusFlatAmount(Metered metered) =>
        TierCalculator.Breakdown(metered.Schedule, metered.Quantity)
            .Where(part => part.Tier.Mode != TierMode.Interpolated)
            .All(part => Math.Abs(part.Amount - FlatOf(metered, part) - (part.Quantity * part.Tier.Rate)) < 1e-14m);

    [Property]
    public bool ABreakdownNamesTiersInOrderAndEndsWithTheOneOfTheQuantity(Metered metered)
    {
        var tiers = TierCalculator.Breakdown(metered.Schedule, metered.Quantity).Select(part => part.Tier).ToArray();
        return tiers.SequenceEqual(tiers.OrderBy(tier => tier.From))
            && tiers[^1] == TierCalculator.TierOf(metered.Schedule, metered.Quantity);
    }

    [Property]
    public bool StepsTelescope(Metered metered, Fraction one, Fraction other)
    {
        decimal first = decimal.Round(metered.Quantity * Math.Min(one, other), 2, MidpointRounding.ToZero);
        decimal second = decimal.Round(metered.Quantity * Math.Max(one, other), 2, MidpointRounding.ToZero);
        decimal sum = TierCalculator.Amount(metered.Schedule, first)
            + TierCalculator.AmountOfNext(metered.Schedule, first, second - first)
            + TierCalculator.AmountOfNext(metered.Schedule, second, metered.Quantity - second);
        return Math.Abs(sum - TierCalculator.Amount(metered.Schedule, metered.Quantity)) < 1e-14m;
    }

    [Property]
    public bool WhatIsAddedAndTakenBackComesToNothing(Metered metered, Fraction part)
    {
        decimal prior = decimal.Round(metered.Quantity * part, 2, MidpointRounding.ToZero);
        decimal added = metered.Quantity - prior;
        return TierCalculator.AmountOfNext(metered.Schedule, prior, added)
            == -TierCalculator.AmountOfNext(metered.Schedule, metered.Quantity, -added);
    }

    [Property]
    public bool ManyAmountsAreThoseOfEachAlone(Metered metered, Fraction part)
    {
        decimal[] quantities =
            [metered.Quantity, decimal.Round(metered.Quantity * part, 2, MidpointRounding.ToZero), 0m];
        var amounts = new decimal[quantities.Length];
        TierCalculator.Amounts(metered.Schedule, quantities, amounts);
        return amounts.SequenceEqual(quantities.Select(quantity => TierCalculator.Amount(metered.Schedule, quantity)));
    }

    [Property]
    public bool WithinATierTheBoundaryChangesNothing(Metered metered)
    {
        TierBoundary other = metered.Schedule.Boundary == TierBoundary.ToUpperTier
            ? TierBoundary.ToLowerTier
            : TierBoundary.ToUpperTier;
        return metered.Quantity == 0m
            || metered.Schedule.Tiers.Any(tier => tier.From == metered.Quantity || tier.UpTo == metered.Quantity)
            || TierCalculator.Amount(TierSchedule.Of(other, metered.Schedule.Tiers.AsSpan()), metered.Quantity)
                == TierCalculator.Amount(metered.Schedule, metered.Quantity);
    }

    [Property]
    public bool SplittingAMarginalTierInTwoChangesNothing(Metered metered, Fraction at)
    {
        Tier[] marginal = [.. metered.Schedule.Tiers.Select(tier => tier.UpTo is { } end
            ? Tier.Between(tier.From, end, tier.Rate, flatAmount: tier.FlatAmount)
            : Tier.AtLeast(tier.From, tier.Rate, flatAmount: tier.FlatAmount))];
        Tier last = marginal[^1];
        decimal middle = decimal.Round(last.From + (at * ((last.UpTo ?? 1_000_000m) - last.From)), 3);
        if (middle <= last.From || middle >= last.UpTo)
        {
            return true;
        }

        Tier upper = last.UpTo is { } upTo ? Tier.Between(middle, upTo, last.Rate) : Tier.AtLeast(middle, last.Rate);
        Tier[] split =
            [.. marginal[..^1], Tier.Between(last.From, middle, last.Rate, flatAmount: last.FlatAmount), upper];
        return TierCalculator.Amount(TierSchedule.Of(metered.Schedule.Boundary, split), metered.Quantity)
            == TierCalculator.Amount(TierSchedule.Of(metered.Schedule.Boundary, marginal), metered.Quantity);
    }

    [Property]
    public bool NothingIsDueAtZeroSaveTheFlatAmountOfTheFirstTier(TierSchedule schedule) =>
        TierCalculator.Amount(schedule, 0m)
            == (schedule.Boundary == TierBoundary.ToUpperTier ? schedule.Tiers[0].FlatAmount : 0m);

    // At zero a price list has reached no tier.
    private static decimal FlatOf(Metered metered, TierAmount part) =>
        metered.Quantity == 0m && metered.Schedule.Boundary == TierBoundary.ToLowerTier ? 0m : part.Tier.FlatAmount;
}
