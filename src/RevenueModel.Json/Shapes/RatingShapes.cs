using RevenueModel.Pricing;

namespace RevenueModel.Json;

/// <summary>The JSON forms of what a charge or a period is billed.</summary>
internal static class RatingShapes
{
    /// <summary>Adds the forms to a table.</summary>
    public static void AddTo(ShapeTable shapes)
    {
        shapes.Add<BilledDays>(BilledDaysForm);
        shapes.Add<BillStep>(BillStepForm);
        shapes.AddValue<PeriodBill>(PeriodBillForm);
        shapes.AddValue<RatedCharge>(RatedChargeForm);
        shapes.Add<UsageMeasure>(UsageMeasureForm);
    }

    private static Func<Values<BilledDays>, BilledDays> BilledDaysForm(RecordBuilder<BilledDays> record)
    {
        var days = record.Required("days", static x => x.Days);
        var ofDays = record.Required("ofDays", static x => x.OfDays);
        var service = record.Optional("service", static x => x.Service);
        return values => new BilledDays(values.Get(days), values.Get(ofDays), values.Get(service));
    }

    private static Func<Values<BillStep>, BillStep> BillStepForm(RecordBuilder<BillStep> record)
    {
        var kind = record.Required("kind", static x => x.Kind);
        var item = record.Required("item", static x => x.Item);
        var amount = record.Required("amount", static x => x.Amount);
        var rate = record.Optional("rate", static x => x.Rate);
        var of = record.Optional("of", static x => x.Of);
        var bound = record.Optional("bound", static x => x.Bound);
        var quantity = record.Optional("quantity", static x => x.Quantity);
        var measure = record.Optional("measure", static x => x.Measure);
        var part = record.Optional("part", static x => x.Part);
        var price = record.Optional("price", static x => x.Price);
        var capacity = record.Optional("capacity", static x => x.Capacity);
        var transactions = record.Optional("transactions", static x => x.Transactions);
        var billedDays = record.Optional("billedDays", static x => x.BilledDays);
        var contractYear = record.Optional("contractYear", static x => x.ContractYear);
        var nextPlan = record.Optional("nextPlan", static x => x.NextPlan);
        return values => new BillStep
        {
            Kind = values.Get(kind),
            Item = values.Get(item),
            Amount = values.Get(amount),
            Rate = values.Get(rate),
            Of = values.Get(of),
            Bound = values.Get(bound),
            Quantity = values.Get(quantity),
            Measure = values.Get(measure),
            Part = values.Get(part),
            Price = values.Get(price),
            Capacity = values.Get(capacity),
            Transactions = values.Get(transactions),
            BilledDays = values.Get(billedDays),
            ContractYear = values.Get(contractYear),
            NextPlan = values.Get(nextPlan),
        };
    }

    private static Func<Values<PeriodBill>, PeriodBill> PeriodBillForm(RecordBuilder<PeriodBill> record)
    {
        var baseFee = record.Optional("baseFee", static x => x.BaseFee);
        var charges = record.Optional("charges", static x => x.Charges);
        var amountDiscount = record.Optional("amountDiscount", static x => x.AmountDiscount);
        var percentDiscount = record.Optional("percentDiscount", static x => x.PercentDiscount);
        var overageSurcharge = record.Optional("overageSurcharge", static x => x.OverageSurcharge);
        var trueUp = record.Optional("trueUp", static x => x.TrueUp);
        var overCap = record.Optional("overCap", static x => x.OverCap);
        var movedUp = record.Optional("movedUp", static x => x.MovedUp);
        var nextPlanAmount = record.Optional("nextPlanAmount", static x => x.NextPlanAmount);
        var amount = record.Optional("amount", static x => x.Amount);
        var counted = record.Optional("counted", static x => x.Counted);
        return values => new PeriodBill
        {
            BaseFee = values.Get(baseFee),
            Charges = values.Get(charges),
            AmountDiscount = values.Get(amountDiscount),
            PercentDiscount = values.Get(percentDiscount),
            OverageSurcharge = values.Get(overageSurcharge),
            TrueUp = values.Get(trueUp),
            OverCap = values.Get(overCap),
            MovedUp = values.Get(movedUp),
            NextPlanAmount = values.Get(nextPlanAmount),
            Amount = values.Get(amount),
            Counted = values.Get(counted),
        };
    }

    private static Func<Values<RatedCharge>, RatedCharge> RatedChargeForm(RecordBuilder<RatedCharge> record)
    {
        var metered = record.Optional("metered", static x => x.Metered);
        var converted = record.Optional("converted", static x => x.Converted);
        var included = record.Optional("included", static x => x.Included);
        var unused = record.Optional("unused", static x => x.Unused);
        var billable = record.Optional("billable", static x => x.Billable);
        var subtotal = record.Optional("subtotal", static x => x.Subtotal);
        var usageDiscount = record.Optional("usageDiscount", static x => x.UsageDiscount);
        var amountDiscount = record.Optional("amountDiscount", static x => x.AmountDiscount);
        var percentDiscount = record.Optional("percentDiscount", static x => x.PercentDiscount);
        var toMinimum = record.Optional("toMinimum", static x => x.ToMinimum);
        var overMaximum = record.Optional("overMaximum", static x => x.OverMaximum);
        var amount = record.Optional("amount", static x => x.Amount);
        return values => new RatedCharge
        {
            Metered = values.Get(metered),
            Converted = values.Get(converted),
            Included = values.Get(included),
            Unused = values.Get(unused),
            Billable = values.Get(billable),
            Subtotal = values.Get(subtotal),
            UsageDiscount = values.Get(usageDiscount),
            AmountDiscount = values.Get(amountDiscount),
            PercentDiscount = values.Get(percentDiscount),
            ToMinimum = values.Get(toMinimum),
            OverMaximum = values.Get(overMaximum),
            Amount = values.Get(amount),
        };
    }

    private static Func<Values<UsageMeasure>, UsageMeasure> UsageMeasureForm(RecordBuilder<UsageMeasure> record)
    {
        var metered = record.Required("metered", static x => x.Metered);
        var periods = record.Optional("periods", static x => x.Periods, fallback: 1);
        var mean = record.Required("mean", static x => x.Mean);
        var conversion = record.Optional("conversion", static x => x.Conversion);
        var converted = record.Required("converted", static x => x.Converted);
        var included = record.Required("included", static x => x.Included);
        var entitled = record.Required("entitled", static x => x.Entitled);
        var carried = record.Required("carried", static x => x.Carried);
        return values => new UsageMeasure
        {
            Metered = values.Get(metered),
            Periods = values.Get(periods),
            Mean = values.Get(mean),
            Conversion = values.Get(conversion),
            Converted = values.Get(converted),
            Included = values.Get(included),
            Entitled = values.Get(entitled),
            Carried = values.Get(carried),
        };
    }
}
