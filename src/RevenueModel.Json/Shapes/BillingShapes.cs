using RevenueModel.Billing;

namespace RevenueModel.Json;

/// <summary>The JSON forms of accounts, prepaid credits and plan changes.</summary>
internal static class BillingShapes
{
    /// <summary>Adds the forms to a table.</summary>
    public static void AddTo(ShapeTable shapes)
    {
        shapes.AddValue<BilledLine>(BilledLineForm);
        shapes.AddValue<BillingInterval>(BillingIntervalForm);
        shapes.Add<CarriedAllowance>(CarriedAllowanceForm);
        shapes.Add<CostCenter>(CostCenterForm);
        shapes.AddValue<SpendThresholds>(SpendThresholdsForm);
        shapes.Add<BillingAccount>(BillingAccountForm);
        shapes.Add<BillingCycle>(BillingCycleForm);
        shapes.Add<BurnDown>(BurnDownForm);
        shapes.Add<ContractEnd>(ContractEndForm);
        shapes.Add<FeeChange>(FeeChangeForm);
        shapes.Add<InvoiceRounding>(InvoiceRoundingForm);
        shapes.Add<OpenPeriod>(OpenPeriodForm);
        shapes.Add<PrepaidClose>(PrepaidCloseForm);
        shapes.Add<PrepaidCredit>(PrepaidCreditForm);
        shapes.AddValue<PrepaidDraw>(PrepaidDrawForm);
        shapes.Add<PricePlanChange>(PricePlanChangeForm);
        shapes.Add<StandingFee>(StandingFeeForm);
        shapes.AddValue<VoidedInvoice>(VoidedInvoiceForm);
    }

    private static Func<Values<BilledLine>, BilledLine> BilledLineForm(RecordBuilder<BilledLine> record)
    {
        var kind = record.Required("kind", static x => x.Kind);
        var item = record.Required("item", static x => x.Item);
        var tierStart = record.Optional("tierStart", static x => x.TierStart);
        var amount = record.Required("amount", static x => x.Amount);
        return values => new BilledLine(
            values.Get(kind), values.Get(item), values.Get(tierStart), values.Get(amount));
    }

    private static Func<Values<BillingInterval>, BillingInterval> BillingIntervalForm(
        RecordBuilder<BillingInterval> record)
    {
        var count = record.Optional("count", static x => x.Count, Forms.Whole(1, 10_000), fallback: 1);
        var unit = record.Optional("unit", static x => x.Unit);
        return values => values.Get(unit) == BillingUnit.Day
            ? BillingInterval.Days(values.Get(count))
            : BillingInterval.Months(values.Get(count));
    }

    private static Func<Values<CarriedAllowance>, CarriedAllowance> CarriedAllowanceForm(
        RecordBuilder<CarriedAllowance> record)
    {
        var charge = record.Required("charge", static x => x.Charge);
        var quantity = record.Required("quantity", static x => x.Quantity);
        return values => CarriedAllowance.Of(values.Get(charge), values.Get(quantity));
    }

    private static Func<Values<CostCenter>, CostCenter> CostCenterForm(RecordBuilder<CostCenter> record)
    {
        var name = record.Required("name", static x => x.Name);
        var weight = record.Required("weight", static x => x.Weight);
        return values => CostCenter.Of(values.Get(name), values.Get(weight));
    }

    private static Func<Values<SpendThresholds>, SpendThresholds> SpendThresholdsForm(
        RecordBuilder<SpendThresholds> record)
    {
        var amounts = record.Optional("amounts", static x => x.Amounts);
        var step = record.Optional("step", static x => x.Step);
        return values =>
        {
            SpendThresholds thresholds = SpendThresholds.At(values.Get(amounts).AsSpan());
            return values.Get(step) is { } every ? thresholds.ThenEvery(every) : thresholds;
        };
    }

    private static Func<Values<BillingAccount>, BillingAccount> BillingAccountForm(
        RecordBuilder<BillingAccount> record)
    {
        var customer = record.Required("customer", static x => x.Customer, Forms.Name);
        var plan = record.Required("plan", static x => x.Plan);
        var currency = record.Required("currency", static x => x.Currency);
        var contractStart = record.Required("contractStart", static x => x.ContractStart);
        var contractEnd = record.Optional("contractEnd", static x => x.ContractEnd);
        var cycle = record.Optional("cycle", static x => x.Cycle, fallback: BillingCycle.Monthly);
        var rounding = record.Optional("rounding", static x => x.Rounding, fallback: InvoiceRounding.Default);
        var taxRate = record.Optional("taxRate", static x => x.TaxRate, Forms.Share);
        var planChanges = record.Optional("planChanges", static x => x.PlanChanges);
        var credits = record.Optional("credits", static x => x.Credits);
        var billedThrough = record.Optional("billedThrough", static x => x.BilledThrough);
        var open = record.Optional("open", static x => x.Open);
        var carried = record.Optional("carried", static x => x.Carried);
        var recentUsage = record.Optional("recentUsage", static x => x.RecentUsage);
        var spentInContractYear = record.Optional("spentInContractYear", static x => x.SpentInContractYear);
        var standingFee = record.Optional("standingFee", static x => x.StandingFee);
        var adjustments = record.Optional("adjustments", static x => x.Adjustments);
        var voided = record.Optional("voided", static x => x.Voided);
        return values => new BillingAccount
        {
            Customer = values.Get(customer),
            Plan = values.Get(plan),
            Currency = values.Get(currency),
            ContractStart = values.Get(contractStart),
            ContractEnd = values.Get(contractEnd),
            Cycle = values.Get(cycle),
            Rounding = values.Get(rounding),
            TaxRate = values.Get(taxRate),
            PlanChanges = values.Get(planChanges),
            Credits = values.Get(credits),
            BilledThrough = values.Get(billedThrough),
            Open = values.Get(open),
            Carried = values.Get(carried),
            RecentUsage = values.Get(recentUsage),
            SpentInContractYear = values.Get(spentInContractYear),
            StandingFee = values.Get(standingFee),
            Adjustments = values.Get(adjustments),
            Voided = values.Get(voided),
        };
    }

    private static Func<Values<BillingCycle>, BillingCycle> BillingCycleForm(RecordBuilder<BillingCycle> record)
    {
        var interval = record.Optional("interval", static x => x.Interval);
        var feeInterval = record.Optional("feeInterval", static x => x.FeeInterval);
        var fee = record.Optional("fee", static x => x.Fee);
        var anchor = record.Optional("anchor", static x => x.Anchor);
        return values => new BillingCycle
        {
            Interval = values.Get(interval),
            FeeInterval = values.Get(feeInterval),
            Fee = values.Get(fee),
            Anchor = values.Get(anchor),
        };
    }

    private static Func<Values<BurnDown>, BurnDown> BurnDownForm(RecordBuilder<BurnDown> record)
    {
        var draws = record.Required("draws", static x => x.Draws);
        var credits = record.Required("credits", static x => x.Credits);
        var covered = record.Required("covered", static x => x.Covered);
        var uncovered = record.Required("uncovered", static x => x.Uncovered);
        return values => new BurnDown
        {
            Draws = values.Get(draws),
            Credits = values.Get(credits),
            Covered = values.Get(covered),
            Uncovered = values.Get(uncovered),
        };
    }

    private static Func<Values<ContractEnd>, ContractEnd> ContractEndForm(RecordBuilder<ContractEnd> record)
    {
        var on = record.Required("on", static x => x.On);
        var trueUp = record.Optional("trueUp", static x => x.TrueUp);
        var fee = record.Optional("fee", static x => x.Fee);
        return values => new ContractEnd
        {
            On = values.Get(on),
            TrueUp = values.Get(trueUp),
            Fee = values.Get(fee),
        };
    }

    private static Func<Values<FeeChange>, FeeChange> FeeChangeForm(RecordBuilder<FeeChange> record)
    {
        var currency = record.Required("currency", static x => x.Currency);
        var credit = record.Required("credit", static x => x.Credit);
        var charge = record.Required("charge", static x => x.Charge);
        var days = record.Required("days", static x => x.Days);
        var ofDays = record.Required("ofDays", static x => x.OfDays);
        return values => new FeeChange(
            values.Get(currency),
            values.Get(credit),
            values.Get(charge),
            values.Get(days),
            values.Get(ofDays));
    }

    private static Func<Values<InvoiceRounding>, InvoiceRounding> InvoiceRoundingForm(
        RecordBuilder<InvoiceRounding> record)
    {
        var level = record.Optional("level", static x => x.Level);
        var amounts = record.Optional("amounts", static x => x.Amounts);
        var tax = record.Optional("tax", static x => x.Tax);
        return values => new InvoiceRounding
        {
            Level = values.Get(level),
            Amounts = values.Get(amounts),
            Tax = values.Get(tax),
        };
    }

    private static Func<Values<OpenPeriod>, OpenPeriod> OpenPeriodForm(RecordBuilder<OpenPeriod> record)
    {
        var period = record.Required("period", static x => x.Period);
        var through = record.Required("through", static x => x.Through);
        var usage = record.Optional("usage", static x => x.Usage);
        var subtotal = record.Optional("subtotal", static x => x.Subtotal);
        var billed = record.Optional("billed", static x => x.Billed);
        var tax = record.Optional("tax", static x => x.Tax);
        var payments = record.Optional("payments", static x => x.Payments);
        var invoices = record.Optional("invoices", static x => x.Invoices);
        var voided = record.Optional("voided", static x => x.Voided);
        return values => new OpenPeriod
        {
            Period = values.Get(period),
            Through = values.Get(through),
            Usage = values.Get(usage),
            Subtotal = values.Get(subtotal),
            Billed = values.Get(billed),
            Tax = values.Get(tax),
            Payments = values.Get(payments),
            Invoices = values.Get(invoices),
            Voided = values.Get(voided),
        };
    }

    private static Func<Values<PrepaidClose>, PrepaidClose> PrepaidCloseForm(RecordBuilder<PrepaidClose> record)
    {
        var credits = record.Required("credits", static x => x.Credits);
        var expired = record.Required("expired", static x => x.Expired);
        var forfeited = record.Required("forfeited", static x => x.Forfeited);
        var toppedUp = record.Required("toppedUp", static x => x.ToppedUp);
        var overageCovered = record.Required("overageCovered", static x => x.OverageCovered);
        var overage = record.Required("overage", static x => x.Overage);
        return values => new PrepaidClose
        {
            Credits = values.Get(credits),
            Expired = values.Get(expired),
            Forfeited = values.Get(forfeited),
            ToppedUp = values.Get(toppedUp),
            OverageCovered = values.Get(overageCovered),
            Overage = values.Get(overage),
        };
    }

    private static Func<Values<PrepaidCredit>, PrepaidCredit> PrepaidCreditForm(RecordBuilder<PrepaidCredit> record)
    {
        var id = record.Required("id", static x => x.Id, Forms.Name);
        var balance = record.Required("balance", static x => x.Balance, Forms.NotNegative);
        var priority = record.Optional("priority", static x => x.Priority);
        var usable = record.Optional("usable", static x => x.Usable);
        var rollover = record.Optional("rollover", static x => x.Rollover);
        var charges = record.Optional("charges", static x => x.Charges);
        var use = record.Optional("use", static x => x.Use);
        return values => new PrepaidCredit
        {
            Id = values.Get(id),
            Balance = values.Get(balance),
            Priority = values.Get(priority),
            Usable = values.Get(usable),
            Rollover = values.Get(rollover),
            Charges = values.Get(charges),
            Use = values.Get(use),
        };
    }

    private static Func<Values<PrepaidDraw>, PrepaidDraw> PrepaidDrawForm(RecordBuilder<PrepaidDraw> record)
    {
        var credit = record.Required("credit", static x => x.Credit);
        var amount = record.Required("amount", static x => x.Amount);
        var balanceAfter = record.Required("balanceAfter", static x => x.BalanceAfter);
        return values => new PrepaidDraw(values.Get(credit), values.Get(amount), values.Get(balanceAfter));
    }

    private static Func<Values<PricePlanChange>, PricePlanChange> PricePlanChangeForm(
        RecordBuilder<PricePlanChange> record)
    {
        var on = record.Required("on", static x => x.On);
        var plan = record.Required("plan", static x => x.Plan);
        var convention = record.Optional("convention", static x => x.Convention);
        return values => new PricePlanChange
        {
            On = values.Get(on),
            Plan = values.Get(plan),
            Convention = values.Get(convention),
        };
    }

    private static Func<Values<StandingFee>, StandingFee> StandingFeeForm(RecordBuilder<StandingFee> record)
    {
        var period = record.Required("period", static x => x.Period);
        var days = record.Required("days", static x => x.Days);
        var plan = record.Required("plan", static x => x.Plan);
        var amount = record.Required("amount", static x => x.Amount, Forms.NotNegative);
        return values => new StandingFee
        {
            Period = values.Get(period),
            Days = values.Get(days),
            Plan = values.Get(plan),
            Amount = values.Get(amount),
        };
    }

    private static Func<Values<VoidedInvoice>, VoidedInvoice> VoidedInvoiceForm(RecordBuilder<VoidedInvoice> record)
    {
        var period = record.Required("period", static x => x.Period);
        var number = record.Required("number", static x => x.Number);
        var isBilledAgain = record.Required("isBilledAgain", static x => x.IsBilledAgain);
        return values => new VoidedInvoice(values.Get(period), values.Get(number), values.Get(isBilledAgain));
    }
}
