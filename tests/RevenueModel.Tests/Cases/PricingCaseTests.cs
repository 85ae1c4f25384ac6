using System.Globalization;
using System.Text.Json;
using RevenueModel.Pricing;
using RevenueModel.Primitives;
using RevenueModel.Tests.Helpers;

namespace RevenueModel.Tests.Cases;

/// <summary>
/// Worked examples of billing systems; each says its source in <c>Data/cases/pricing.json</c>, where every figure is a
/// text, so that it keeps its digits. Each point of a case is checked, and exactly.
/// </summary>
public partial class PricingCaseTests
{
    [Fact]
    [Case("P01")]
    public void FlatFeesOfGraduatedTiersAddUp() => CheckTiers("P01", tiers => PriceModel.Graduated(tiers));

    [Fact]
    [Case("P03")]
    public void GraduatedTiersMayBeFlatAlone() => CheckTiers("P03", tiers => PriceModel.Graduated(tiers));

    [Fact]
    [Case("P06")]
    public void BlocksAreRoundedUpWithinEachTier()
    {
        JsonElement example = TestData.Case("P06");
        foreach ((JsonElement given, JsonElement due) in Points(example))
        {
            PackagePrice price = Blocks(
                example.GetProperty("model").GetProperty("tierSets").GetProperty(given.Text("tiers")));

            Assert.Equal(Figure(due, "amount"), RatingCalculator.Amount(price, Figure(given, "units")));
            Assert.Equal(
                Figures(due, "perTier"),
                RatingCalculator.Breakdown(price, Figure(given, "units")).Select(part => part.Amount));
        }
    }

    [Fact]
    [Case("P09")]
    public void TheWorstMeterChoosesTheTierOfCapacity()
    {
        JsonElement example = TestData.Case("P09");
        JsonElement[] tiers = [.. example.GetProperty("model").GetProperty("tiers").EnumerateArray()];
        string[] meters = [.. tiers[0].GetProperty("max").EnumerateObject().Select(limit => limit.Name)];
        CapacityPrice price = PriceModel.Capacity(
            meters.ToValueList(),
            [.. tiers.Select(tier => CapacityTier.Of(
                Figure(tier, "price"),
                [.. meters.Select(meter => NoneWhere(-1m, Figure(tier.GetProperty("max"), meter)))]))]);

        Check(example, given => RatingCalculator.Amount(
            price, [.. meters.Select(meter => given.TryGetProperty(meter, out _) ? Figure(given, meter) : 0m)]));
    }

    // Negative usage, which the source prices as the mirror image of positive usage, is refused here: a period's usage
    // is a total, and what is taken back is a difference of two totals (AmountOfNext). So is it in Kill Bill and
    // Polar.
    [Fact]
    [Case("P10")]
    public void TheSameTiersAreReadBothWaysAndInPacks()
    {
        JsonElement example = TestData.Case("P10");
        JsonElement sets = example.GetProperty("model").GetProperty("tierSets");
        int refused = 0;
        foreach ((JsonElement given, JsonElement due) in Points(example))
        {
            decimal pack = given.TryGetProperty("billingUnits", out _) ? Figure(given, "billingUnits") : 1m;
            PriceTier[] tiers = Tiers(
                sets.GetProperty(given.TryGetProperty("tiers", out _) ? given.Text("tiers") : "abc"), pack);
            var charge = new Charge
            {
                Name = "Usage",
                Price = given.Text("mode") == "volume" ? PriceModel.Volume(tiers) : PriceModel.Graduated(tiers),
                Conversion = UnitConversion.Divide(pack, pack == 1m ? UnitRounding.None : UnitRounding.Up),
            };
            decimal units = Figure(given, "units");
            if (units < 0m)
            {
                Assert.Contains(
                    "zero or more",
                    Refusal.Any<ArgumentException>(() => BillCalculator.Rate(charge, units)).Message,
                    StringComparison.Ordinal);
                Assert.Equal(
                    Figure(due, "amount"), RatingCalculator.AmountOfNext((QuantityPrice)charge.Price, -units, units));
                refused++;
                continue;
            }

            Assert.Equal(Figure(due, "amount"), BillCalculator.Rate(charge, units).Amount);
        }

        Assert.Equal(2, refused);
    }

    [Fact]
    [Case("P16")]
    public void VolumeTiersPriceAllUnitsAndPartsOfUnits()
    {
        JsonElement example = TestData.Case("P16");
        TieredPrice price = PriceModel.Volume(Tiers(example));

        // Units of a part of a period are priced at the tier that the units of the whole lie in.
        Check(example, given => given.TryGetProperty("fullUnits", out _)
            ? RatingCalculator.AmountAtTierOf(price, Figure(given, "units"), Figure(given, "fullUnits"))
            : RatingCalculator.Amount(price, Figure(given, "units")));
    }

    [Fact]
    [Case("P17")]
    public void VolumeTiersMayBeFlatAloneAndFallFromOneToTheNext() =>
        CheckTiers("P17", tiers => PriceModel.Volume(tiers));

    [Fact]
    [Case("P19")]
    public void FreeUnitsComeOffBeforePackagesAreCounted()
    {
        JsonElement example = TestData.Case("P19");
        JsonElement model = example.GetProperty("model");
        PackagePrice price = PriceModel.Package(Figure(model, "packageSize"), Figure(model, "packagePrice"));

        Check(example, given =>
            RatingCalculator.Amount(price.WithFreeUnits(Figure(given, "free")), Figure(given, "units")));
    }

    [Fact]
    [Case("P24")]
    public void TheFixedFeeIsWithinTheLimitsOfATransaction()
    {
        JsonElement example = TestData.Case("P24");
        JsonElement model = example.GetProperty("model");
        decimal[] transactions = Figures(model, "transactions");
        Band<decimal> limits = Band.Between(Figure(model, "min"), Figure(model, "max"));

        // In the source, zero free events or a zero free total mean that there is no such term.
        Check(example, given => RatingCalculator.Amount(
            PriceModel.Percentage(Figure(model, "ratePct") / 100m) with
            {
                FixedFee = Figure(given, "fixed"),
                FreeEvents = (int?)NoneWhere(0m, Figure(given, "freeEvents")),
                FreeAmount = NoneWhere(0m, Figure(given, "freeTotal")),
                TransactionLimits = given.GetProperty("minmax").GetBoolean() ? limits : null,
            },
            transactions));
    }

    [Fact]
    [Case("P25")]
    public void EachPartOfAnAmountHasThePercentageOfItsTier()
    {
        JsonElement example = TestData.Case("P25");
        TieredPrice price = PriceModel.GraduatedPercentage(
            [.. example.GetProperty("model").GetProperty("tiers").EnumerateArray()
                .Select(tier => TierOf(tier, Figure(tier, "ratePct") / 100m, pack: 1m))]);

        Check(example, given => RatingCalculator.Amount(price, Figure(given, "units")));
    }

    private static void CheckTiers(string id, Func<PriceTier[], TieredPrice> price)
    {
        JsonElement example = TestData.Case(id);
        TieredPrice made = price(Tiers(example));
        Check(example, given => RatingCalculator.Amount(made, Figure(given, "units")));
    }

    private static void Check(JsonElement example, Func<JsonElement, decimal> amount, string figure = "amount") =>
        Assert.All(Points(example), point => Assert.Equal(Figure(point.Due, figure), amount(point.Given)));

    private static (JsonElement Given, JsonElement Due)[] Points(JsonElement example) =>
        [.. example.GetProperty("points").EnumerateArray().Select(point =>
            (point.GetProperty("in"), point.GetProperty("out")))];

    private static PriceTier[] Tiers(JsonElement example) =>
        Tiers(example.GetProperty("model").GetProperty("tiers"), pack: 1m);

    private static PriceTier[] Tiers(JsonElement tiers, decimal pack) =>
        [.. tiers.EnumerateArray().Select(tier => TierOf(tier, Figure(tier, "unit"), pack))];

    private static PriceTier TierOf(JsonElement tier, decimal unitPrice, decimal pack) =>
        tier.GetProperty("upTo").ValueKind == JsonValueKind.Null
            ? PriceTier.Beyond(unitPrice, Figure(tier, "flat"))
            : PriceTier.UpTo(Figure(tier, "upTo") / pack, unitPrice, Figure(tier, "flat"));

    private static PackagePrice Blocks(JsonElement tiers)
    {
        decimal end = 0m;
        return PriceModel.Packages([.. tiers.EnumerateArray().Select(tier => Figure(tier, "maxBlocks") < 0m
            ? PackageTier.Beyond(Figure(tier, "blockSize"), Figure(tier, "price"))
            : PackageTier.UpTo(
                end += Figure(tier, "maxBlocks") * Figure(tier, "blockSize"),
                Figure(tier, "blockSize"),
                Figure(tier, "price")))]);
    }

    private static decimal? NoneWhere(decimal none, decimal value) => value == none ? null : value;

    private static decimal[] Figures(JsonElement element, string name) =>
        [.. element.GetProperty(name).EnumerateArray().Select(Figure)];

    private static decimal Figure(JsonElement element, string name) => Figure(element.GetProperty(name));

    private static decimal Figure(JsonElement figure) => figure.ValueKind == JsonValueKind.String
        ? decimal.Parse(figure.GetString()!, CultureInfo.InvariantCulture)
        : figure.GetDecimal();
}
