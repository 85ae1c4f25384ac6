using RevenueModel.Packaging;

namespace RevenueModel.Json;

/// <summary>The JSON forms of bill comparisons, margins and renewals.</summary>
internal static class PackagingShapes
{
    /// <summary>Adds the forms to a table.</summary>
    public static void AddTo(ShapeTable shapes)
    {
        shapes.AddValue<BillShockRule>(BillShockRuleForm);
        shapes.Add<CustomerEffectivePrice>(CustomerEffectivePriceForm);
        shapes.AddValue<EffectivePrice>(EffectivePriceForm);
        shapes.Add<EffectivePriceReview>(EffectivePriceReviewForm);
        shapes.Add<BillComparison>(BillComparisonForm);
        shapes.Add<MarginReport>(MarginReportForm);
        shapes.Add<PricingRetention>(PricingRetentionForm);
        shapes.Add<UsagePoint>(UsagePointForm);
        shapes.AddValue<BillChange>(BillChangeForm);
        shapes.Add<BillShock>(BillShockForm);
        shapes.AddValue<BillShocks>(BillShocksForm);
        shapes.AddValue<BillSummary>(BillSummaryForm);
        shapes.AddValue<BillVariation>(BillVariationForm);
        shapes.Add<CostToServe>(CostToServeForm);
        shapes.Add<CustomerBillComparison>(CustomerBillComparisonForm);
        shapes.Add<CustomerMargin>(CustomerMarginForm);
        shapes.Add<EffectivePriceOptions>(EffectivePriceOptionsForm);
        shapes.AddValue<MarginFigures>(MarginFiguresForm);
        shapes.Add<MeterCost>(MeterCostForm);
        shapes.Add<PricePlanProjection>(PricePlanProjectionForm);
        shapes.Add<ProjectedBill>(ProjectedBillForm);
        shapes.Add<RenewalComparison>(RenewalComparisonForm);
        shapes.Add<RenewalOutlook>(RenewalOutlookForm);
        shapes.Add<TierMargin>(TierMarginForm);
    }

    private static Func<Values<BillShockRule>, BillShockRule> BillShockRuleForm(RecordBuilder<BillShockRule> record)
    {
        var multiple = record.Optional(
            "multiple", static x => x.Multiple, fallback: BillShockRule.PublishedMultiple);
        var reference = record.Optional("reference", static x => x.Reference);
        var window = record.Optional(
            "window", static x => x.Window, isWritten: static x => x.Window is not (null or 12));
        var minIncrease = record.Optional("minIncrease", static x => x.MinIncrease);
        return values =>
        {
            BillShockRule rule = BillShockRule.Of(values.Get(multiple), values.Get(reference));
            if (values.Get(window) is { } months)
            {
                rule = values.Get(reference) == BillReference.TrailingMean
                    ? BillShockRule.OfTrailingMean(months, values.Get(multiple))
                    : throw values.Excluded("with this reference", window);
            }

            return rule with { MinIncrease = values.Get(minIncrease) };
        };
    }

    private static Func<Values<CustomerEffectivePrice>, CustomerEffectivePrice> CustomerEffectivePriceForm(
        RecordBuilder<CustomerEffectivePrice> record)
    {
        var customer = record.Required("customer", static x => x.Customer);
        var plan = record.Required("plan", static x => x.Plan);
        var months = record.Required("months", static x => x.Months);
        var isAtPace = record.Optional("isAtPace", static x => x.IsAtPace);
        var shockBound = record.Optional("shockBound", static x => x.ShockBound);
        var recentPrice = record.Optional("recentPrice", static x => x.RecentPrice);
        var earlierPrice = record.Optional("earlierPrice", static x => x.EarlierPrice);
        var priceSlope = record.Optional("priceSlope", static x => x.PriceSlope);
        var status = record.Optional("status", static x => x.Status);
        return values => values.Get(months).IsEmpty
            ? throw values.Refused("was empty; at least one month is expected", months)
            : new CustomerEffectivePrice(
                values.Get(customer),
                values.Get(plan),
                values.Get(months),
                values.Get(isAtPace),
                values.Get(shockBound),
                isShock: false,
                values.Get(recentPrice),
                values.Get(earlierPrice),
                values.Get(priceSlope),
                new EffectivePriceOptions())
            {
                Status = values.Get(status),
            };
    }

    private static Func<Values<EffectivePrice>, EffectivePrice> EffectivePriceForm(
        RecordBuilder<EffectivePrice> record)
    {
        var month = record.Required("month", static x => x.Month);
        var bill = record.Required("bill", static x => x.Bill);
        var quantity = record.Required("quantity", static x => x.Quantity);
        return values => new EffectivePrice(values.Get(month), values.Get(bill), values.Get(quantity));
    }

    private static Func<Values<EffectivePriceReview>, EffectivePriceReview> EffectivePriceReviewForm(
        RecordBuilder<EffectivePriceReview> record)
    {
        var meter = record.Required("meter", static x => x.Meter);
        var options = record.Required("options", static x => x.Options);
        var customers = record.Optional("customers", static x => x.Customers);
        return values => new EffectivePriceReview(values.Get(meter), values.Get(options), values.Get(customers));
    }

    private static Func<Values<BillComparison>, BillComparison> BillComparisonForm(
        RecordBuilder<BillComparison> record)
    {
        var rule = record.Optional("rule", static x => x.Rule);
        var customers = record.Optional("customers", static x => x.Customers);
        return values => new BillComparison(values.Get(rule), values.Get(customers));
    }

    private static Func<Values<MarginReport>, MarginReport> MarginReportForm(RecordBuilder<MarginReport> record)
    {
        var floor = record.Required("floor", static x => x.Floor);
        var unitMeter = record.Required("unitMeter", static x => x.UnitMeter);
        var customers = record.Optional("customers", static x => x.Customers);
        var tiers = record.Optional("tiers", static x => x.Tiers);
        return values => new MarginReport(
            values.Get(floor), values.Get(unitMeter), values.Get(customers), values.Get(tiers));
    }

    private static Func<Values<PricingRetention>, PricingRetention> PricingRetentionForm(
        RecordBuilder<PricingRetention> record)
    {
        var name = record.Required("name", static x => x.Name, Forms.Name);
        var retention = record.Required("renewalRetention", static x => x.RenewalRetention, Forms.Share);
        var pressure = record.Optional("pricePressure", static x => x.PricePressure, Forms.ShareBand.OrNull());
        var interval = record.Optional("interval", static x => x.Interval);
        var citation = record.Optional("citation", static x => x.Citation);
        return values => PricingRetention.Of(
            values.Get(name), values.Get(retention), values.Get(pressure), values.Get(citation)) with
        {
            Interval = values.Get(interval),
        };
    }

    private static Func<Values<UsagePoint>, UsagePoint> UsagePointForm(RecordBuilder<UsagePoint> record)
    {
        var label = record.Required("label", static x => x.Label);
        var months = record.Required("months", static x => x.Months);
        var quantities = record.Required("quantities", static x => x.Quantities);
        return values => UsagePoint.Of(values.Get(label), values.Get(months), values.Get(quantities).AsSpan());
    }

    private static Func<Values<BillChange>, BillChange> BillChangeForm(RecordBuilder<BillChange> record)
    {
        var current = record.Required("current", static x => x.Current);
        var proposed = record.Required("proposed", static x => x.Proposed);
        return values => new BillChange(values.Get(current), values.Get(proposed));
    }

    private static Func<Values<BillShock>, BillShock> BillShockForm(RecordBuilder<BillShock> record)
    {
        var customer = record.Required("customer", static x => x.Customer);
        var month = record.Required("month", static x => x.Month);
        var bill = record.Required("bill", static x => x.Bill);
        var reference = record.Required("reference", static x => x.Reference);
        var multiple = record.Required("multiple", static x => x.Multiple);
        return values => new BillShock(
            values.Get(customer),
            values.Get(month),
            values.Get(bill),
            values.Get(reference),
            values.Get(multiple));
    }

    private static Func<Values<BillShocks>, BillShocks> BillShocksForm(RecordBuilder<BillShocks> record)
    {
        var shocks = record.Required("shocks", static x => x.Shocks);
        var evaluatedCount = record.Required("evaluatedCount", static x => x.EvaluatedCount);
        var zeroReferenceCount = record.Required("zeroReferenceCount", static x => x.ZeroReferenceCount);
        return values => new BillShocks(
            values.Get(shocks),
            values.Get(evaluatedCount),
            values.Get(zeroReferenceCount));
    }

    private static Func<Values<BillSummary>, BillSummary> BillSummaryForm(RecordBuilder<BillSummary> record)
    {
        var variation = record.Required("variation", static x => x.Variation);
        var shocks = record.Required("shocks", static x => x.Shocks);
        return values => new BillSummary(values.Get(variation), values.Get(shocks));
    }

    private static Func<Values<BillVariation>, BillVariation> BillVariationForm(RecordBuilder<BillVariation> record)
    {
        var changes = record.Required("changes", static x => x.Changes);
        var changeCount = record.Required("changeCount", static x => x.ChangeCount);
        var total = record.Required("total", static x => x.Total);
        var billCount = record.Required("billCount", static x => x.BillCount);
        return values => new BillVariation(
            values.Get(changes),
            values.Get(changeCount),
            values.Get(total),
            values.Get(billCount));
    }

    private static Func<Values<CostToServe>, CostToServe> CostToServeForm(RecordBuilder<CostToServe> record)
    {
        var meters = record.Required("meters", static x => x.Meters);
        var fixedPerMonth = record.Optional("fixedPerMonth", static x => x.FixedPerMonth, Forms.NotNegative);
        return values => new CostToServe
        {
            Meters = values.Get(meters),
            FixedPerMonth = values.Get(fixedPerMonth),
        };
    }

    private static Func<Values<CustomerBillComparison>, CustomerBillComparison> CustomerBillComparisonForm(
        RecordBuilder<CustomerBillComparison> record)
    {
        var customer = record.Required("customer", static x => x.Customer);
        var currentPlan = record.Required("currentPlan", static x => x.CurrentPlan);
        var proposedPlan = record.Required("proposedPlan", static x => x.ProposedPlan);
        var current = record.Required("current", static x => x.Current);
        var proposed = record.Required("proposed", static x => x.Proposed);
        var migrationShocks = record.Required("migrationShocks", static x => x.MigrationShocks);
        return values => new CustomerBillComparison(
            values.Get(customer),
            values.Get(currentPlan),
            values.Get(proposedPlan),
            values.Get(current),
            values.Get(proposed),
            values.Get(migrationShocks));
    }

    private static Func<Values<CustomerMargin>, CustomerMargin> CustomerMarginForm(
        RecordBuilder<CustomerMargin> record)
    {
        var customer = record.Required("customer", static x => x.Customer);
        var plan = record.Required("plan", static x => x.Plan);
        var figures = record.Required("figures", static x => x.Figures);
        return values => new CustomerMargin(values.Get(customer), values.Get(plan), values.Get(figures));
    }

    private static Func<Values<EffectivePriceOptions>, EffectivePriceOptions> EffectivePriceOptionsForm(
        RecordBuilder<EffectivePriceOptions> record)
    {
        var shockRule = record.Optional("shockRule", static x => x.ShockRule);
        var nearShockShare = record.Optional(
            "nearShockShare", static x => x.NearShockShare, Forms.Share, fallback: 0.8m);
        var recentMonths = record.Optional("recentMonths", static x => x.RecentMonths, Forms.Count, fallback: 3);
        var minPriceRise = record.Optional(
            "minPriceRise", static x => x.MinPriceRise, Forms.NotNegative, fallback: 0.2m);
        var usageThrough = record.Optional("usageThrough", static x => x.UsageThrough);
        return values => new EffectivePriceOptions
        {
            ShockRule = values.Get(shockRule),
            NearShockShare = values.Get(nearShockShare),
            RecentMonths = values.Get(recentMonths),
            MinPriceRise = values.Get(minPriceRise),
            UsageThrough = values.Get(usageThrough),
        };
    }

    private static Func<Values<MarginFigures>, MarginFigures> MarginFiguresForm(RecordBuilder<MarginFigures> record)
    {
        var months = record.Required("months", static x => x.Months);
        var quantity = record.Required("quantity", static x => x.Quantity);
        var revenue = record.Required("revenue", static x => x.Revenue);
        var cost = record.Required("cost", static x => x.Cost);
        return values => new MarginFigures(
            values.Get(months),
            values.Get(quantity),
            values.Get(revenue),
            values.Get(cost));
    }

    private static Func<Values<MeterCost>, MeterCost> MeterCostForm(RecordBuilder<MeterCost> record)
    {
        var meter = record.Required("meter", static x => x.Meter, Forms.Name);
        var cost = record.Required("cost", static x => x.Cost);
        return values => new MeterCost
        {
            Meter = values.Get(meter),
            Cost = values.Get(cost),
        };
    }

    private static Func<Values<PricePlanProjection>, PricePlanProjection> PricePlanProjectionForm(
        RecordBuilder<PricePlanProjection> record)
    {
        var plan = record.Required("plan", static x => x.Plan);
        var unitMeter = record.Required("unitMeter", static x => x.UnitMeter);
        var bills = record.Required("bills", static x => x.Bills);
        return values => new PricePlanProjection(values.Get(plan), values.Get(unitMeter), values.Get(bills));
    }

    private static Func<Values<ProjectedBill>, ProjectedBill> ProjectedBillForm(RecordBuilder<ProjectedBill> record)
    {
        var point = record.Required("point", static x => x.Point);
        var total = record.Required("total", static x => x.Total);
        var quantity = record.Required("quantity", static x => x.Quantity);
        var growth = record.Optional("growth", static x => x.Growth);
        var isShock = record.Required("isShock", static x => x.IsShock);
        return values => new ProjectedBill(
            values.Get(point),
            values.Get(total),
            values.Get(quantity),
            values.Get(growth),
            values.Get(isShock));
    }

    private static Func<Values<RenewalComparison>, RenewalComparison> RenewalComparisonForm(
        RecordBuilder<RenewalComparison> record)
    {
        var first = record.Required("first", static x => x.First);
        var second = record.Required("second", static x => x.Second);
        return values => new RenewalComparison(values.Get(first), values.Get(second));
    }

    private static Func<Values<RenewalOutlook>, RenewalOutlook> RenewalOutlookForm(
        RecordBuilder<RenewalOutlook> record)
    {
        var upForRenewal = record.Required("upForRenewal", static x => x.UpForRenewal);
        var retention = record.Required("retention", static x => x.Retention);
        return values => new RenewalOutlook(values.Get(upForRenewal), values.Get(retention));
    }

    private static Func<Values<TierMargin>, TierMargin> TierMarginForm(RecordBuilder<TierMargin> record)
    {
        var plan = record.Required("plan", static x => x.Plan);
        var charge = record.Optional("charge", static x => x.Charge);
        var tier = record.Optional("tier", static x => x.Tier);
        var terms = record.Optional("terms", static x => x.Terms);
        var figures = record.Required("figures", static x => x.Figures);
        return values => new TierMargin(
            values.Get(plan),
            values.Get(charge),
            values.Get(tier),
            values.Get(terms),
            values.Get(figures));
    }
}
