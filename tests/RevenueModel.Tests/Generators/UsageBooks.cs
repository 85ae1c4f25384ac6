using FsCheck;
using FsCheck.Fluent;
using NodaTime;
using RevenueModel.Pricing;
using RevenueModel.Primitives;

namespace RevenueModel.Tests.Generators;

/// <summary>
/// Generates usage and plans with few quantities and prices, zero among them, so that ties and shocks occur. Amounts
/// have few digits, so that sums are exact in any order.
/// </summary>
public static class UsageBooks
{
    public const string Operations = "operations";
    public const string Sites = "sites";

    /// <summary>Plans of each kind, on one meter or both.</summary>
    public static readonly ValueList<PricePlan> Plans =
    [
        new PricePlan { Name = "Flat", BaseFee = 500m },
        new PricePlan { Name = "Nothing" },
        Of("Usage", PriceModel.PerUnit(0.5m)),
        Of("Fee and usage", PriceModel.PerUnit(0.25m)) with { BaseFee = 100m },
        Of("Graduated", PriceModel.Graduated(
            PriceTier.UpTo(100m, 1m), PriceTier.UpTo(1_000m, 0.5m, 10m), PriceTier.Beyond(0.1m))),
        Of("Volume", PriceModel.Volume(
            PriceTier.UpTo(100m, 1m), PriceTier.UpTo(1_000m, 0.4m), PriceTier.Beyond(0.2m))),
        Of("Steps", PriceModel.Stairstep(
            PriceTier.FlatUpTo(100m, 50m), PriceTier.FlatUpTo(500m, 150m), PriceTier.FlatBeyond(600m))),
        Of(
            "Packages",
            PriceModel.Packages(PackageTier.UpTo(200m, 50m, 20m), PackageTier.Beyond(100m, 30m)).WithFreeUnits(20m)),
        new PricePlan
        {
            Name = "Included",
            BaseFee = 80m,
            Charges =
            [
                new Charge { Name = "Sites", Meter = Sites, Price = PriceModel.PerUnit(20m) },
                new Charge
                {
                    Name = "Operations",
                    Meter = Operations,
                    Conversion = UnitConversion.Divide(10m, UnitRounding.Up),
                    Allowance = Allowance.Of(10m, Rollover.UpTo(25m)),
                    Price = PriceModel.Graduated(PriceTier.UpTo(10m, 4m), PriceTier.Beyond(2m)),
                },
            ],
        },
        Of("Committed", PriceModel.PerUnit(0.5m)) with { Commitment = Commitment.Ramped(100m, 300m) },
        Of("Committed by year", PriceModel.PerUnit(0.5m)) with
        {
            Commitment = Commitment.Of(2_000m) with { Period = CommitmentPeriod.ContractYear },
        },
        Of("Protected", PriceModel.PerUnit(0.5m)) with
        {
            BaseFee = 100m,
            Protection = new OverageProtection { Cap = BillCap.AtMultiple(4m), SmoothingPeriods = 2 },
        },
        new PricePlan
        {
            Name = "Capacity",
            Charges =
            [
                new Charge
                {
                    Name = "Platform",
                    Price = PriceModel.Capacity(
                        [Operations, Sites],
                        CapacityTier.Of(50m, 100m, 2m),
                        CapacityTier.Of(200m, 1_000m, 5m),
                        CapacityTier.Of(900m, null, null)),
                },
            ],
        },
    ];

    private static readonly Gen<decimal> Quantities = Gen.Frequency(
        (1, Gen.Constant(0m)),
        (2, Gen.Elements(100m, 101m, 500m, 1_000m)),
        (4, Gen.Choose(1, 300).Select(quantity => (decimal)quantity)),
        (1, Gen.Choose(300, 20_000).Select(quantity => quantity / 4m)));

    public static Arbitrary<UsageBook> UsageBook() => Arb.From(
        from count in Gen.Frequency((1, Gen.Constant(0)), (8, Gen.Choose(1, 6)))
        from histories in Gen.CollectToArray(Enumerable.Range(1, count), HistoryGen)
        from current in Gen.Elements<PricePlan>(Plans).ArrayOf(count)
        from proposed in Gen.Elements<PricePlan>(Plans).ArrayOf(count)
        select new UsageBook(histories.ToValueList(), current.ToValueList(), proposed.ToValueList()),
        book => book.Histories.Count <= 1
            ? []
            : [Part(book, 0..(book.Histories.Count / 2)), Part(book, (book.Histories.Count / 2)..)]);

    public static Arbitrary<PricePlan> PricePlan() => Gen.Elements<PricePlan>(Plans).ToArbitrary();

    private static UsageBook Part(UsageBook book, Range range) => new(
        ValueList.Create(book.Histories.AsSpan()[range]),
        ValueList.Create(book.Current.AsSpan()[range]),
        ValueList.Create(book.Proposed.AsSpan()[range]));

    private static PricePlan Of(string name, PriceModel price) =>
        new() { Name = name, Charges = [new Charge { Name = "Operations", Meter = Operations, Price = price }] };

    private static Gen<UsageHistory> HistoryGen(int number) =>
        from months in Gen.Choose(1, 15)
        from before in Gen.Choose(0, 14)
        from operations in Quantities.ArrayOf(months)
        from sites in Gen.Choose(0, 8).Select(count => (decimal)count).ArrayOf(months)
        let start = new YearMonth(2027, 1).PlusMonths(number)
        select UsageHistory.Of(
            FormattableString.Invariant($"Customer {number}"),
            start,
            MeterSeries.Of(Operations, operations.ToValueList()),
            MeterSeries.Of(Sites, sites.ToValueList())) with
        {
            ContractStart = start.PlusMonths(-before),
        };
}
