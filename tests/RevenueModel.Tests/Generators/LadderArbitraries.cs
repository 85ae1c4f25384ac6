using FsCheck;
using FsCheck.Fluent;
using RevenueModel.Packaging;
using RevenueModel.Pricing;
using RevenueModel.Primitives;

namespace RevenueModel.Tests.Generators;

/// <summary>Generates ladders, and customers to design ladders for.</summary>
public static class LadderArbitraries
{
    private static readonly Gen<PricePlan> Plans = Gen.Elements(
        Plan(PriceModel.PerUnit(0.05m)),
        Plan(PriceModel.PerUnit(1m)),
        Plan(PriceModel.Graduated(PriceTier.UpTo(100m, 0.4m), PriceTier.UpTo(1_000m, 0.2m), PriceTier.Beyond(0.07m))),
        Plan(PriceModel.Graduated(PriceTier.UpTo(50m, 0.3m), PriceTier.Beyond(0.1m))) with { BaseFee = 30m },
        Plan(PriceModel.Volume(PriceTier.UpTo(200m, 1m), PriceTier.Beyond(0.3m))),
        Plan(PriceModel.Package(100m, 7m)));

    // Levels lie across three decades, months around them.
    private static readonly Gen<decimal> Levels =
        Gen.Choose(0, 300).Select(hundredths => decimal.Round((decimal)Math.Pow(10, 1 + (hundredths / 100.0)), 1));

    private static readonly Gen<LadderFloors?> Floors =
        from price in Gen.Elements<QuantityPrice>(
            PriceModel.PerUnit(0.01m),
            PriceModel.PerUnit(0.2m),
            PriceModel.Graduated(PriceTier.UpTo(100m, 0.3m), PriceTier.Beyond(0.02m)))
        from fixedCost in Gen.Elements(0m, 0m, 2.5m)
        from margin in Gen.Elements<decimal?>(null, null, -0.5m, 0.3m, 0.8m)
        from ofTier in Gen.Elements<decimal?>(null, null, -2m, 0.1m, 0.6m)
        from multiple in Gen.Elements<decimal?>(null, null, 1m, 0.4m)
        select (LadderFloors?)new LadderFloors
        {
            Cost = new CostToServe
            {
                Meters = [new MeterCost { Meter = "calls", Cost = price }],
                FixedPerMonth = fixedCost,
            },
            MinMargin = margin,
            MinTierMargin = ofTier,
            MinFeeToCost = multiple,
        };

    private static readonly Gen<LadderConstraints> Goals =
        from least in Gen.Elements(2, 2, 3)
        from more in Gen.Choose(0, 2)
        from revenue in Gen.Elements(0m, 0.005m, 0.02m, 0.02m, 0.1m)
        from usageGrowth in Gen.Elements(1.1m, 1.5m, 2m)
        from billGrowth in Gen.Elements(1.05m, 1.5m, 2m, 2.9m)
        from tierRevenue in Gen.Elements(0.05m, 0.2m, 0.5m, 0.8m, 3m)
        from tripled in Gen.Elements(1m, 1m, 0.5m, 0.2m, 0m)
        from leastIncrease in Gen.Elements(0m, 0m, 1m, 15m)
        from loss in Gen.Elements(1m, 1m, 1m, 0.5m, 0.3m, 0.1m, 0m)
        from floors in Gen.Frequency((2, Gen.Constant<LadderFloors?>(null)), (1, Floors))
        from minimum in Gen.Elements(1, 1, 1, 1, 2, 3)
        from quantile in Gen.Elements(0m, 0.5m, 0.5m, 0.8m, 1m)
        from feeDigits in Gen.Elements(1, 2, 3, 3, 5)
        from boundaryDigits in Gen.Elements(1, 2, 3)
        from candidates in Gen.Frequency((1, Gen.Choose(1, 3)), (6, Gen.Choose(4, 9)))
        from most in Gen.Elements(3, 20, 1_000, 1_000)
        select new LadderConstraints
        {
            Tiers = Band.Between(least, least + more),
            RevenueTolerance = revenue,
            UsageGrowth = usageGrowth,
            MaxBillGrowth = billGrowth,
            TierRevenueTolerance = tierRevenue,
            MaxTripledShare = tripled,
            MinTripledIncrease = leastIncrease,
            MaxCheapestTierLoss = loss,
            Floors = floors,
            MinCustomersPerTier = minimum,
            CommitQuantile = quantile,
            FeeDigits = feeDigits,
            BoundaryDigits = boundaryDigits,
            CandidateBoundaries = candidates,
            MaxLadders = most,
        };

    public static Arbitrary<LadderCase> LadderCase() => Arb.From(
        from plan in Plans
        from goal in Goals
        from count in Gen.Choose(2, 20)
        from usages in UsageGen().ListOf(count)
        where usages.Any(usage => usage.Any(month => month > 0m))
        select CaseOf(usages, plan, goal),
        ladderCase => ladderCase.Customers.Length <= 2
            ? []
            : ladderCase.Customers.Select((_, left) => CaseOf(
                [.. ladderCase.Customers.Where((_, at) => at != left).Select(customer => customer.Usage)],
                ladderCase.Today.Plan,
                ladderCase.Goal)).Where(fewer => fewer.Customers.Any(customer =>
                    customer.Bills.Any(bill => bill > 0m))));

    public static Arbitrary<TierLadder> TierLadder() =>
        (from count in Gen.Choose(1, 6)
         from included in Gen.Choose(1, 2_000).ListOf(count - 1)
         from fees in Gen.Choose(1, 50_000).ListOf(count)
         from isFree in Gen.Elements(true, false, false, false)
         select LadderOf(included, fees, isFree)).ToArbitrary();

    internal static LadderCase CaseOf(IReadOnlyList<decimal[]> usages, PricePlan plan, LadderConstraints goal) => new(
        [.. usages.Select(
            usage => new LadderCustomer(usage, [.. usage.Select(month => BillCalculator.Amount(plan, month))]))],
        new PricePlanOfToday(plan),
        goal);

    private static PricePlan Plan(PriceModel price) =>
        new() { Name = "Today", Charges = [new Charge { Name = "calls", Price = price }] };

    private static Gen<decimal[]> UsageGen() =>
        from level in Levels
        from months in Gen.Choose(1, 5)
        from factors in Gen.Frequency(
            (1, Gen.Constant(0)), (6, Gen.Choose(60, 150)), (1, Gen.Choose(0, 500))).ListOf(months)
        select factors.Select(percent => decimal.Round(level * percent / 100m, 1)).ToArray();

    private static TierLadder LadderOf(List<int> included, List<int> fees, bool isFree)
    {
        decimal units = 0m;
        decimal fee = isFree ? -fees[0] : 0m;
        var tiers = new List<LadderTier>();
        for (int i = 0; i < fees.Count; i++)
        {
            fee += fees[i];
            units += i < included.Count ? included[i] : 0m;
            tiers.Add(
                i < included.Count ? LadderTier.UpTo(units / 10m, fee / 100m) : LadderTier.Unlimited(fee / 100m));
        }

        return RevenueModel.Packaging.TierLadder.Of("calls", [.. tiers]);
    }
}
