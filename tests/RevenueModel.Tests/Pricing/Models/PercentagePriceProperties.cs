using FsCheck.Xunit;
using RevenueModel.Pricing;
using RevenueModel.Tests.Numerics;
using RevenueModel.Tests.Generators;
using RevenueModel.Tests.Oracles.Pricing;

namespace RevenueModel.Tests.Pricing;

[Properties(MaxTest = 500)]
public class PercentagePriceProperties
{
    [Property]
    public bool TransactionsCostWhatTheRulesSayInExactFractions(PricingTransactions given) =>
        ExactFraction.Of(RatingCalculator.Amount(given.Price, given.Amounts.AsSpan()))
            == PriceOracle.Costs(given.Price, given.Amounts).Sum();

    [Property]
    public bool ATransactionIsFreeAsAWholeOrWithinItsLimits(PricingTransactions given) => given.Amounts.All(amount =>
    {
        decimal cost = RatingCalculator.Amount(given.Price, amount);
        return cost == 0m
            || given.Price.TransactionLimits is not { } limits
            || limits.Contains(cost)
            || cost == limits.Max;
    });

    [Property]
    public bool WhereNothingIsFreeTheOrderOfTransactionsDoesNotMatter(PricingTransactions given)
    {
        PercentagePrice price = given.Price with { FreeEvents = null, FreeAmount = null };
        decimal amount = RatingCalculator.Amount(price, given.Amounts.AsSpan());
        return amount == RatingCalculator.Amount(price, [.. given.Amounts.Reverse()])
            && amount == RatingCalculator.Amount(price, [.. given.Amounts.Order()])
            && amount == given.Amounts.Sum(one => RatingCalculator.Amount(price, one));
    }

    [Property]
    public bool WhatIsFreeNeverRaisesTheBill(PricingTransactions given) =>
        RatingCalculator.Amount(given.Price, given.Amounts.AsSpan())
            <= RatingCalculator.Amount(
                given.Price with { FreeEvents = null, FreeAmount = null }, given.Amounts.AsSpan());

    [Property]
    public bool WithoutTermsForTransactionsTheirSumIsEnough(PricingTransactions given)
    {
        PercentagePrice price = given.Price with { FixedFee = 0m, FreeEvents = null, TransactionLimits = null };
        return !price.NeedsTransactions
            && RatingCalculator.Amount(price, given.Amounts.AsSpan())
                == RatingCalculator.Amount(price, given.Amounts.Sum());
    }
}
