using RevenueModel.Pricing;

namespace RevenueModel.Json;

/// <summary>The JSON forms of price plans.</summary>
internal static class PricingShapes
{
    /// <summary>Adds the forms to a table.</summary>
    public static void AddTo(ShapeTable shapes)
    {
        shapes.AddValue<Allowance>(AllowanceForm);
        shapes.AddValue<Rollover>(RolloverForm);
        shapes.AddValue<BillCap>(BillCapForm).Naming(("multiple", "multipleOfCommittedFee"));
        shapes.Add<Commitment>(CommitmentForm);
        shapes.AddValue<UnitConversion>(UnitConversionForm);
        shapes.Add<Charge>(ChargeForm);
        shapes.Add<OverageProtection>(OverageProtectionForm);
        shapes.Add<PackageCount>(PackageCountForm);
        shapes.Add<PricedPart>(PricedPartForm);
        shapes.Add<PricePlan>(PricePlanForm);
    }

    private static Func<Values<Allowance>, Allowance> AllowanceForm(RecordBuilder<Allowance> record)
    {
        var quantity = record.Required("quantity", static x => x.Quantity, Forms.NotNegative);
        var rollover = record.Optional("rollover", static x => x.Rollover);
        return values => Allowance.Of(values.Get(quantity), values.Get(rollover));
    }

    private static Func<Values<Rollover>, Rollover> RolloverForm(RecordBuilder<Rollover> record)
    {
        var maximum = record.Required("maximum", static x => x.Maximum, Forms.NotNegative);
        var minimum = record.Optional("minimum", static x => x.Minimum, Forms.NotNegative);
        return values => Rollover.UpTo(values.Get(maximum), values.Get(minimum));
    }

    private static Func<Values<BillCap>, BillCap> BillCapForm(RecordBuilder<BillCap> record)
    {
        var amount = record.Optional("amount", static x => x.Amount, Forms.NotNegative.OrNull());
        var multiple = record.Optional(
            "multipleOfCommittedFee",
            static x => x.MultipleOfCommittedFee,
            new DecimalShape(least: 1m).OrNull());
        return values =>
        {
            if (values.Get(amount) is { } most)
            {
                values.Refuse("beside an amount", multiple);
                return BillCap.At(most);
            }

            return values.Get(multiple) is { } times ? BillCap.AtMultiple(times) : default;
        };
    }

    private static Func<Values<Commitment>, Commitment> CommitmentForm(RecordBuilder<Commitment> record)
    {
        var amounts = record.Required(
            "amounts", static x => x.Amounts, Forms.List(Forms.NotNegative, least: 1));
        var step = record.Optional("step", static x => x.Step);
        var period = record.Optional("period", static x => x.Period);
        var trueUp = record.Optional("trueUp", static x => x.TrueUp, fallback: true);
        var multiplier = record.Optional(
            "overageMultiplier", static x => x.OverageMultiplier, Forms.Positive, fallback: 1m);
        return values =>
        {
            Commitment commitment = values.Get(step) == CommitmentStep.BillingPeriod
                ? Commitment.ByPeriod(values.Get(amounts).AsSpan())
                : Commitment.Ramped(values.Get(amounts).AsSpan());
            return commitment with
            {
                Period = values.Get(period),
                TrueUp = values.Get(trueUp),
                OverageMultiplier = values.Get(multiplier),
            };
        };
    }

    private static Func<Values<UnitConversion>, UnitConversion> UnitConversionForm(
        RecordBuilder<UnitConversion> record)
    {
        var factor = record.Optional("factor", static x => x.Factor, Forms.Positive, fallback: 1m);
        var divisor = record.Optional("divisor", static x => x.Divisor, Forms.Positive, fallback: 1m);
        var rounding = record.Optional("rounding", static x => x.Rounding);
        return values =>
        {
            if (values.Has(divisor))
            {
                values.Refuse("beside a divisor", factor);
                return UnitConversion.Divide(values.Get(divisor), values.Get(rounding));
            }

            return UnitConversion.Multiply(values.Get(factor), values.Get(rounding));
        };
    }

    private static Func<Values<Charge>, Charge> ChargeForm(RecordBuilder<Charge> record)
    {
        var name = record.Required("name", static x => x.Name, Forms.Name);
        var meter = record.Optional<string>(
            "meter", static x => x.Meter, Forms.Name, isWritten: static x => x.Meter != x.Name);
        var price = record.Required("price", static x => x.Price);
        var conversion = record.Optional("conversion", static x => x.Conversion);
        var allowance = record.Optional("allowance", static x => x.Allowance);
        var usageDiscount = record.Optional("usageDiscount", static x => x.UsageDiscount, Forms.NotNegative);
        var amountDiscount = record.Optional("amountDiscount", static x => x.AmountDiscount, Forms.NotNegative);
        var percentDiscount = record.Optional("percentDiscount", static x => x.PercentDiscount, Forms.Share);
        var limits = record.Optional("limits", static x => x.Limits, Forms.AmountBand.OrNull());
        return values =>
        {
            var read = new Charge
            {
                Name = values.Get(name),
                Price = values.Get(price),
                Conversion = values.Get(conversion),
                Allowance = values.Get(allowance),
                UsageDiscount = values.Get(usageDiscount),
                AmountDiscount = values.Get(amountDiscount),
                PercentDiscount = values.Get(percentDiscount),
                Limits = values.Get(limits),
            };
            return values.Has(meter) ? read with { Meter = values.Get(meter) } : read;
        };
    }

    private static Func<Values<OverageProtection>, OverageProtection> OverageProtectionForm(
        RecordBuilder<OverageProtection> record)
    {
        var cap = record.Optional("cap", static x => x.Cap);
        var smoothingPeriods = record.Optional(
            "smoothingPeriods", static x => x.SmoothingPeriods, Forms.Count, fallback: 1);
        var moveUpTo = record.Optional("moveUpTo", static x => x.MoveUpTo);
        return values => new OverageProtection
        {
            Cap = values.Get(cap),
            SmoothingPeriods = values.Get(smoothingPeriods),
            MoveUpTo = values.Get(moveUpTo),
        };
    }

    private static Func<Values<PackageCount>, PackageCount> PackageCountForm(RecordBuilder<PackageCount> record)
    {
        var count = record.Required("count", static x => x.Count);
        var size = record.Required("size", static x => x.Size);
        var freeUnits = record.Required("freeUnits", static x => x.FreeUnits);
        return values => new PackageCount(values.Get(count), values.Get(size), values.Get(freeUnits));
    }

    private static Func<Values<PricedPart>, PricedPart> PricedPartForm(RecordBuilder<PricedPart> record)
    {
        var kind = record.Optional("kind", static x => x.Kind);
        var @from = record.Optional("from", static x => x.From);
        var to = record.Optional("to", static x => x.To);
        var quantity = record.Optional("quantity", static x => x.Quantity);
        var unitPrice = record.Optional("unitPrice", static x => x.UnitPrice);
        var flatFee = record.Optional("flatFee", static x => x.FlatFee);
        var packages = record.Optional("packages", static x => x.Packages);
        var amount = record.Optional("amount", static x => x.Amount);
        return values => new PricedPart
        {
            Kind = values.Get(kind),
            From = values.Get(@from),
            To = values.Get(to),
            Quantity = values.Get(quantity),
            UnitPrice = values.Get(unitPrice),
            FlatFee = values.Get(flatFee),
            Packages = values.Get(packages),
            Amount = values.Get(amount),
        };
    }

    private static Func<Values<PricePlan>, PricePlan> PricePlanForm(RecordBuilder<PricePlan> record)
    {
        var name = record.Required("name", static x => x.Name, Forms.Name);
        var baseFee = record.Optional("baseFee", static x => x.BaseFee, Forms.NotNegative);
        var charges = record.Optional("charges", static x => x.Charges);
        var amountDiscount = record.Optional("amountDiscount", static x => x.AmountDiscount, Forms.NotNegative);
        var percentDiscount = record.Optional("percentDiscount", static x => x.PercentDiscount, Forms.Share);
        var commitment = record.Optional("commitment", static x => x.Commitment);
        var protection = record.Optional("protection", static x => x.Protection);
        var dayCount = record.Optional("dayCount", static x => x.DayCount, Forms.FixedYear);
        return values => new PricePlan
        {
            Name = values.Get(name),
            BaseFee = values.Get(baseFee),
            Charges = values.Get(charges),
            AmountDiscount = values.Get(amountDiscount),
            PercentDiscount = values.Get(percentDiscount),
            Commitment = values.Get(commitment),
            Protection = values.Get(protection),
            DayCount = values.Get(dayCount),
        };
    }
}
