using RevenueModel.Pricing;
using RevenueModel.Primitives;

namespace RevenueModel.Json;

/// <summary>The JSON forms of price models.</summary>
internal static class PriceShapes
{
    /// <summary>Adds the forms to a table.</summary>
    public static void AddTo(ShapeTable shapes)
    {
        shapes.AddValue<PriceTier>(PriceTierForm);
        shapes.AddValue<PackageTier>(PackageTierForm);
        shapes.AddValue<CapacityTier>(CapacityTierForm);

        Case<TieredPrice>[] tiered =
        [
            TieredCase(shapes, TieredPriceKind.Graduated),
            TieredCase(shapes, TieredPriceKind.Volume),
            TieredCase(shapes, TieredPriceKind.Stairstep),
            TieredCase(shapes, TieredPriceKind.GraduatedPercentage),
            FlatCase(shapes),
            PerUnitCase(shapes),
        ];
        RecordShape<PackagePrice> package = shapes.Add<PackagePrice>(PackagePriceForm);
        RecordShape<CapacityPrice> capacity = shapes.Add<CapacityPrice>(CapacityPriceForm);
        RecordShape<PercentagePrice> percentage = shapes.Add<PercentagePrice>(PercentagePriceForm);

        Case<QuantityPrice>[] quantity =
        [
            .. tiered.Select(static one => one.As<QuantityPrice>()),
            new Case<QuantityPrice, PackagePrice>("package", package),
        ];
        shapes.Add(new UnionShape<TieredPrice>(nameof(TieredPrice), tiered));
        shapes.Add(new UnionShape<QuantityPrice>(nameof(QuantityPrice), quantity));
        shapes.Add(new UnionShape<PriceModel>(
            nameof(PriceModel),
            [
                .. quantity.Select(static one => one.As<PriceModel>()),
                new Case<PriceModel, PercentagePrice>("percentage", percentage),
                new Case<PriceModel, CapacityPrice>("capacity", capacity),
            ]));
    }

    private static Func<Values<PriceTier>, PriceTier> PriceTierForm(RecordBuilder<PriceTier> record)
    {
        var end = record.Optional("end", static x => x.End, Forms.Positive.OrNull());
        var unitPrice = record.Optional("unitPrice", static x => x.UnitPrice, Forms.Ratio);
        var flatFee = record.Optional("flatFee", static x => x.FlatFee, Forms.NotNegative);
        return values => values.Get(end) is { } last
            ? PriceTier.UpTo(last, values.Get(unitPrice), values.Get(flatFee))
            : PriceTier.Beyond(values.Get(unitPrice), values.Get(flatFee));
    }

    private static Func<Values<PackageTier>, PackageTier> PackageTierForm(RecordBuilder<PackageTier> record)
    {
        var end = record.Optional("end", static x => x.End, Forms.Positive.OrNull());
        var size = record.Required("size", static x => x.Size, Forms.Positive);
        var price = record.Required("price", static x => x.Price, Forms.NotNegative);
        var flatFee = record.Optional("flatFee", static x => x.FlatFee, Forms.NotNegative);
        return values => values.Get(end) is { } last
            ? PackageTier.UpTo(last, values.Get(size), values.Get(price), values.Get(flatFee))
            : PackageTier.Beyond(values.Get(size), values.Get(price), values.Get(flatFee));
    }

    private static Func<Values<CapacityTier>, CapacityTier> CapacityTierForm(RecordBuilder<CapacityTier> record)
    {
        var fee = record.Required("fee", static x => x.Fee, Forms.NotNegative);
        var limits = record.Optional("limits", static x => x.Limits, Forms.List(Forms.NotNegative.OrNull()));
        return values => CapacityTier.Of(values.Get(fee), values.Get(limits).AsSpan());
    }

    private static Func<Values<PackagePrice>, PackagePrice> PackagePriceForm(RecordBuilder<PackagePrice> record)
    {
        record.Kind("package");
        var tiers = record.Required("tiers", static x => x.Tiers, record.AtLeastOne<PackageTier>());
        var freeUnits = record.Optional("freeUnits", static x => x.FreeUnits, Forms.NotNegative);
        var atZero = record.Optional("atZero", static x => x.AtZero);
        return values => PackagePrice.Of(values.Get(freeUnits), values.Get(tiers).AsSpan())
            .WithZeroUsage(values.Get(atZero));
    }

    private static Func<Values<CapacityPrice>, CapacityPrice> CapacityPriceForm(RecordBuilder<CapacityPrice> record)
    {
        record.Kind("capacity");
        var meters = record.Required("meters", static x => x.Meters, Forms.List(Forms.Name, least: 1));
        var tiers = record.Required("tiers", static x => x.Tiers, record.AtLeastOne<CapacityTier>());
        return values => CapacityPrice.Of(values.Get(meters).AsSpan(), values.Get(tiers).AsSpan());
    }

    private static Func<Values<PercentagePrice>, PercentagePrice> PercentagePriceForm(
        RecordBuilder<PercentagePrice> record)
    {
        record.Kind("percentage");
        var rate = record.Required("rate", static x => x.Rate, Forms.Share);
        var fixedFee = record.Optional("fixedFee", static x => x.FixedFee, Forms.NotNegative);
        var freeEvents = record.Optional("freeEvents", static x => x.FreeEvents, Forms.CountOrZero.OrNull());
        var freeAmount = record.Optional("freeAmount", static x => x.FreeAmount, Forms.NotNegative.OrNull());
        var transactionLimits = record.Optional(
            "transactionLimits", static x => x.TransactionLimits, Forms.AmountBand.OrNull());
        return values => new PercentagePrice
        {
            Rate = values.Get(rate),
            FixedFee = values.Get(fixedFee),
            FreeEvents = values.Get(freeEvents),
            FreeAmount = values.Get(freeAmount),
            TransactionLimits = values.Get(transactionLimits),
        };
    }

    private static Case<TieredPrice> TieredCase(ShapeTable shapes, TieredPriceKind kind) => CaseOf(
        kind,
        new RecordShape<TieredPrice>(shapes, "Price." + EnumNames.Of(kind), record =>
        {
            record.Kind(EnumNames.Of(kind));
            var tiers = record.Required("tiers", static x => x.Tiers, record.AtLeastOne<PriceTier>());
            var atZero = record.Optional("atZero", static x => x.AtZero);
            var buysUp = record.Optional("buysUp", static x => x.BuysUp);
            return values => Create(kind, values.Get(tiers), values.Get(atZero), values.Get(buysUp));
        }));

    private static Case<TieredPrice> FlatCase(ShapeTable shapes) => CaseOf(
        TieredPriceKind.Flat,
        new RecordShape<TieredPrice>(shapes, "Price.flat", static record =>
        {
            record.Kind("flat");
            var fee = record.Required("fee", static x => x.Tiers[0].FlatFee, Forms.NotNegative);
            var atZero = record.Optional("atZero", static x => x.AtZero);
            var buysUp = record.Optional("buysUp", static x => x.BuysUp);
            return values => Create(
                TieredPriceKind.Flat,
                [PriceTier.FlatBeyond(values.Get(fee))],
                values.Get(atZero),
                values.Get(buysUp));
        }));

    private static Case<TieredPrice> PerUnitCase(ShapeTable shapes) => CaseOf(
        TieredPriceKind.PerUnit,
        new RecordShape<TieredPrice>(shapes, "Price.perUnit", static record =>
        {
            record.Kind("perUnit");
            var unitPrice = record.Required("unitPrice", static x => x.Tiers[0].UnitPrice, Forms.NotNegative);
            var atZero = record.Optional("atZero", static x => x.AtZero);
            var buysUp = record.Optional("buysUp", static x => x.BuysUp);
            return values => Create(
                TieredPriceKind.PerUnit,
                [PriceTier.Beyond(values.Get(unitPrice))],
                values.Get(atZero),
                values.Get(buysUp));
        }));

    private static Case<TieredPrice> CaseOf(TieredPriceKind kind, RecordShape<TieredPrice> shape) =>
        new Case<TieredPrice, TieredPrice>(EnumNames.Of(kind), shape, price => price.Kind == kind);

    private static TieredPrice Create(
        TieredPriceKind kind, ValueList<PriceTier> tiers, ZeroUsage atZero, bool buysUp)
    {
        TieredPrice price = TieredPrice.Of(kind, atZero, tiers.AsSpan());
        return buysUp ? price.WithBuyUp() : price;
    }
}
