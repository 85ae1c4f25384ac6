using FsCheck;
using FsCheck.Fluent;
using RevenueModel.Primitives;
using RevenueModel.Tests.Numerics;

namespace RevenueModel.Tests.Generators;

/// <summary>Generates parts of periods.</summary>
public static class PricingPartArbitraries
{
    public static Arbitrary<PricingPart> PricingPart() =>
        (from usage in PricingPlanArbitraries.PricingUsage().Generator
         from transactions in Gen.CollectToArray(usage.Plan.Meters, Transactions)
         from carried in Gen.CollectToArray(
             usage.Plan.Charges,
             charge => charge.Allowance == default ? Gen.Constant(0m) : PricingArbitraries.Amounts)
         from ofDays in Gen.Elements(1, 4, 30, 31, 365)
         from days in Gen.Choose(1, ofDays)
         from year in Gen.Choose(1, 4)
         from number in Gen.Choose(1, 5)
         from spent in PricingArbitraries.Amounts
         from isOver in PricingArbitraries.Coin
         from isLast in PricingArbitraries.Coin
         select new PricingPart
         {
             Plan = usage.Plan,
             Quantities = usage.Quantities
                 .Select((quantity, meter) => transactions[meter].Length > 0
                     ? transactions[meter].Sum()
                     : PricingPlanArbitraries.Within(
                         usage.Plan, usage.Plan.Meters[meter], quantity, (decimal)days / ofDays))
                 .ToValueList(),
             Transactions = transactions.Select(amounts => amounts.ToValueList()).ToValueList(),
             Carried = carried.ToValueList(),
             Days = days,
             OfDays = ofDays,
             ContractYear = year,
             ContractPeriod = number,
             SpentInYear = spent * 5m,
             IsOver = isOver,
             IsLastOfYear = isLast,
         }).ToArbitrary();

    private static Gen<decimal[]> Transactions(string meter) =>
        Gen.Choose(0, meter == PricingPlanArbitraries.Payments ? 8 : 0)
            .SelectMany(count => PricingArbitraries.Amounts.ArrayOf(count));
}
