using FsCheck.Xunit;
using RevenueModel.Pricing;
using RevenueModel.Primitives;
using RevenueModel.Tests.Generators;
using RevenueModel.Tests.Oracles.Primitives;

namespace RevenueModel.Tests.Primitives;

/// <summary>
/// Equal means here: the same digits, the same decimal places, and where one refuses, the other does in the same
/// words.
/// </summary>
[Properties(Arbitrary = [typeof(BulkArbitraries)], MaxTest = 1_000)]
public class BulkTierProperties
{
    [Property]
    public bool AnAmountOfAScheduleIsTheSameInBulk(BulkCase bulk) => bulk.Quantities.AsEnumerable().All(quantity =>
        Outcome(() => TierCalculator.Amount(bulk.Schedule, quantity))
            == Outcome(() => InBulk([quantity], (quantities, amounts) =>
                TierCalculator.Amounts(bulk.Schedule, quantities, amounts))[0]));

    [Property]
    public bool AnAmountOfAPriceIsTheSameInBulk(BulkCase bulk) => bulk.Quantities.AsEnumerable().All(quantity =>
        Outcome(() => RatingCalculator.Amount(bulk.Price, quantity))
            == Outcome(() => InBulk([quantity], (quantities, amounts) =>
                RatingCalculator.Amounts(bulk.Price, quantities, amounts))[0]));

    [Property]
    public bool QuantitiesOfManyKindsTogetherAreDueWhatEachIsAlone(BulkCase bulk)
    {
        decimal[] ofSchedule = [.. bulk.Quantities.AsEnumerable().Where(quantity =>
            IsAmount(() => TierCalculator.Amount(bulk.Schedule, quantity)))];
        decimal[] ofPrice = [.. bulk.Quantities.AsEnumerable().Where(quantity =>
            IsAmount(() => RatingCalculator.Amount(bulk.Price, quantity)))];
        decimal[] amounts = InBulk(ofSchedule, (from, to) => TierCalculator.Amounts(bulk.Schedule, from, to));
        decimal[] prices = InBulk(ofPrice, (from, to) => RatingCalculator.Amounts(bulk.Price, from, to));
        return amounts.Select(Digits).SequenceEqual(
                ofSchedule.Select(quantity => Digits(TierCalculator.Amount(bulk.Schedule, quantity))))
            && prices.Select(Digits).SequenceEqual(
                ofPrice.Select(quantity => Digits(RatingCalculator.Amount(bulk.Price, quantity))));
    }

    [Property]
    public bool ADestinationMayBeTheQuantitiesThemselves(BulkCase bulk)
    {
        decimal[] quantities = [.. bulk.Quantities.AsEnumerable().Where(quantity =>
            IsAmount(() => TierCalculator.Amount(bulk.Schedule, quantity)))];
        decimal[] apart = InBulk(quantities, (from, to) => TierCalculator.Amounts(bulk.Schedule, from, to));
        TierCalculator.Amounts(bulk.Schedule, quantities, quantities);
        return quantities.SequenceEqual(apart);
    }

    [Property]
    public bool AmountsInBulkAreThoseOfTheFormulasInExactFractions(Generators.Metered metered)
    {
        decimal amount =
            InBulk([metered.Quantity], (from, to) => TierCalculator.Amounts(metered.Schedule, from, to))[0];
        return TierOracle.Agrees(amount, TierOracle.Amount(metered.Schedule, metered.Quantity));
    }

    private static decimal[] InBulk(decimal[] quantities, Action<decimal[], decimal[]> rate)
    {
        var amounts = new decimal[quantities.Length];
        rate(quantities, amounts);
        return amounts;
    }

    private static bool IsAmount(Func<decimal> amount) => char.IsDigit(Outcome(amount)[0]);

    private static string Outcome(Func<decimal> amount)
    {
        try
        {
            return Digits(amount());
        }
        catch (Exception refused) when (refused is ArgumentException or OverflowException)
        {
            // An overflow among many does not say which of them it is; any other refusal does, and names them all.
            if (refused is OverflowException || refused.InnerException is OverflowException)
            {
                return "too large";
            }

            return refused.GetType().Name
                + refused.Message.Replace("quantities", "quantity", StringComparison.Ordinal);
        }
    }

    private static string Digits(decimal amount) =>
        FormattableString.Invariant($"{FixedPoint.Mantissa(amount)} {decimal.IsNegative(amount)} {amount.Scale}");
}
