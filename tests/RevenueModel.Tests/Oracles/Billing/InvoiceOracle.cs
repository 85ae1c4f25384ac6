using RevenueModel.Billing;
using RevenueModel.Pricing;
using RevenueModel.Tests.Numerics;
using RevenueModel.Tests.Oracles.Pricing;
using static RevenueModel.Tests.Oracles.Compensation.OraclePay;

namespace RevenueModel.Tests.Oracles.Billing;

/// <summary>An invoice by the order of evaluation that the comments of <see cref="InvoiceCalculator"/>,
/// <see cref="InvoiceLine"/> and <see cref="PricePlan"/> state: amounts in exact fractions beside the rounded
/// ones.</summary>
internal static class InvoiceOracle
{
    /// <param name="account">The account as of the start of the period.</param>
    /// <param name="period">The period.</param>
    /// <param name="usage">What was used of it so far.</param>
    /// <param name="billed">What each earlier invoice of the period billed without tax.</param>
    public static OracleInvoice Next(
        OracleAccount account,
        BillingPeriod period,
        IEnumerable<MeterUsage> usage,
        params decimal[] billed)
    {
        BillingAccount terms = account.Terms;
        MeterUsage[] read = [.. usage];
        OraclePeriod evaluated = PeriodOf(account, period, read);
        OracleBill bill = BillOracle.Bill(terms.Plan, evaluated);
        var column = new OracleColumn(terms.Currency);
        decimal spent = WriteSpend(column, terms.Plan, bill, evaluated);
        decimal counted = Math.Min(spent, column.Sum);
        if (terms.Plan.Commitment is { Period: CommitmentPeriod.ContractYear, TrueUp: true } commitment
            && evaluated is { IsOver: true, IsLastOfYear: true })
        {
            decimal committed = column.Rounded(Exact(commitment.AmountIn(evaluated.ContractYear)));
            column.AtLeast(
                InvoiceLineKind.TrueUp, terms.Plan.Name, bill.TrueUp, committed - account.SpentInYear - counted + column.Sum);
        }

        decimal spend = column.Sum;
        List<PrepaidCredit> credits = [.. account.Credits];
        IReadOnlyList<PrepaidDraw> draws = CreditOracle.Burn(credits, spend, period.Service);
        foreach (PrepaidDraw draw in draws)
        {
            column.Price(InvoiceLineKind.Prepaid, draw.Credit, Exact(-draw.Amount));
        }

        if (billed.Length > 0)
        {
            column.Price(InvoiceLineKind.PreviouslyBilled, terms.Plan.Name, Exact(-billed.Sum()));
        }

        decimal subtotal = column.Sum;
        if (terms.TaxRate > 0m)
        {
            column.Price(InvoiceLineKind.Tax, "tax", Exact(subtotal) * Exact(terms.TaxRate));
        }

        OracleClose? close = period.IsOver ? CreditOracle.Close(credits, period.Span.End!.Value) : null;
        return new OracleInvoice
        {
            Lines = column.Lines,
            Spend = spend,
            ExactSpend = bill.Amount,
            Subtotal = subtotal,
            Total = column.Sum,
            Draws = draws,
            Close = close,
            Next = close is null ? account : After(account, close, bill, evaluated, read, counted),
        };
    }

    // Base fee, charges, discounts, surcharge, minimum, maximum. Gives what was spent before the surcharge.
    private static decimal WriteSpend(OracleColumn column, PricePlan plan, OracleBill bill, OraclePeriod period)
    {
        if (plan.BaseFee > 0m)
        {
            column.Price(InvoiceLineKind.BaseFee, plan.Name, bill.BaseFee);
        }

        foreach ((Charge charge, OracleCharge rated) in plan.Charges.Zip(bill.Charges))
        {
            WriteCharge(column, charge, rated, period);
        }

        ExactFraction gross = bill.BaseFee + bill.Charges.Sum(charge => charge.Amount);
        ExactFraction discounted = gross - bill.AmountDiscount;
        column.TakeOff(InvoiceLineKind.AmountDiscount, plan.Name, bill.AmountDiscount, gross, 0m);
        column.TakeOff(InvoiceLineKind.PercentDiscount, plan.Name, bill.PercentDiscount, discounted, 0m);
        decimal spent = column.Sum;
        column.TakeOff(
            InvoiceLineKind.OverageSurcharge, plan.Name, Zero - bill.OverageSurcharge, discounted - bill.PercentDiscount, 0m);

        if (plan.Commitment is { Period: CommitmentPeriod.BillingPeriod, TrueUp: true } commitment && period.IsOver)
        {
            ExactFraction least = Exact(commitment.AmountIn(period.ContractYear)) * period.Share;
            column.AtLeast(InvoiceLineKind.TrueUp, plan.Name, bill.TrueUp, column.Rounded(least));
        }

        if (CapOf(plan, period) is { } cap)
        {
            column.AtMost(InvoiceLineKind.OverCap, plan.Name, bill.OverCap, column.Rounded(cap));
        }

        if (bill.MostByNext is { } most)
        {
            column.AtMost(InvoiceLineKind.MovedUp, plan.Name, bill.MovedUp, column.Rounded(most));
        }

        return spent;
    }

    private static void WriteCharge(OracleColumn column, Charge charge, OracleCharge rated, OraclePeriod period)
    {
        decimal before = column.Sum;
        foreach (ExactFraction line in UsageOracle.Lines(charge.Price, rated))
        {
            column.Price(InvoiceLineKind.Usage, charge.Name, line);
        }

        ExactFraction afterUnits = rated.Subtotal - rated.UsageDiscount;
        column.TakeOff(InvoiceLineKind.UsageDiscount, charge.Name, rated.UsageDiscount, rated.Subtotal, before);
        column.TakeOff(InvoiceLineKind.AmountDiscount, charge.Name, rated.AmountDiscount, afterUnits, before);
        column.TakeOff(
            InvoiceLineKind.PercentDiscount, charge.Name, rated.PercentDiscount, afterUnits - rated.AmountDiscount, before);
        if (charge.Limits is { } limits)
        {
            column.AtLeast(
                InvoiceLineKind.Minimum, charge.Name, rated.ToMinimum, before + column.Rounded(Exact(limits.Min) * period.Share));
            if (limits.Max is { } most)
            {
                column.AtMost(
                    InvoiceLineKind.Maximum, charge.Name, rated.OverMaximum, before + column.Rounded(Exact(most) * period.Share));
            }
        }
    }

    private static ExactFraction? CapOf(PricePlan plan, OraclePeriod period)
    {
        BillCap cap = plan.Protection?.Cap ?? default;
        decimal committedFee = plan.Commitment is { Period: CommitmentPeriod.BillingPeriod } commitment
            ? Math.Max(plan.BaseFee, commitment.AmountIn(period.ContractYear))
            : plan.BaseFee;
        ExactFraction? ofWhole = cap.Amount is { } amount ? Exact(amount)
            : cap.MultipleOfCommittedFee is { } multiple ? Exact(multiple) * Exact(committedFee)
            : null;
        return ofWhole * period.Share;
    }

    private static OraclePeriod PeriodOf(OracleAccount account, BillingPeriod period, MeterUsage[] usage)
    {
        BillingAccount terms = account.Terms;
        int years = 0;
        while (terms.ContractStart.PlusYears(years + 1) <= period.Service.Start)
        {
            years++;
        }

        return new OraclePeriod
        {
            Share = period.Service == period.Span ? One : Part(period.Span, period.Service, terms.Plan.DayCount),
            ContractYear = years + 1,
            SpentInYear = Exact(account.SpentInYear),
            IsOver = period.IsOver,
            IsLastOfYear = terms.ContractStart.PlusYears(years + 1) <= period.Span.End,
            Carried = account.Carried,
            Usage = terms.Plan.Meters.ToDictionary(
                meter => meter, meter => Smoothed(account, meter, Find(usage, meter)), StringComparer.OrdinalIgnoreCase),
            Transactions = usage.Where(one => !one.Transactions.IsEmpty).ToDictionary(
                one => one.Meter, one => one.Transactions.ToArray(), StringComparer.OrdinalIgnoreCase),
        };
    }

    private static ExactFraction Smoothed(OracleAccount account, string meter, decimal quantity)
    {
        decimal[] window = [.. Window(account, meter, quantity, WindowOf(account))];
        return window.Sum(Exact) / Exact(window.Length);
    }

    private static OracleAccount After(
        OracleAccount account,
        OracleClose close,
        OracleBill bill,
        OraclePeriod period,
        MeterUsage[] usage,
        decimal counted)
    {
        PricePlan plan = account.Terms.Plan;
        bool isOfYear = plan.Commitment?.Period == CommitmentPeriod.ContractYear;
        return account with
        {
            Credits = close.Credits,
            Carried = plan.Charges.Zip(bill.Charges).ToDictionary(
                both => both.First.Name,
                both => ChargeOracle.Carried(both.First, both.Second.Unused),
                StringComparer.OrdinalIgnoreCase),
            Recent = plan.Meters.ToDictionary(
                meter => meter,
                meter => Window(account, meter, Find(usage, meter), WindowOf(account) - 1).ToArray(),
                StringComparer.OrdinalIgnoreCase),
            SpentInYear = !isOfYear || period.IsLastOfYear ? 0m : account.SpentInYear + counted,
        };
    }

    private static IEnumerable<decimal> Window(OracleAccount account, string meter, decimal quantity, int length) =>
        account.Recent.GetValueOrDefault(meter, []).Append(quantity).TakeLast(length);

    private static int WindowOf(OracleAccount account) => account.Terms.Plan.Protection?.SmoothingPeriods ?? 1;

    private static decimal Find(MeterUsage[] usage, string meter) => usage
        .SingleOrDefault(one => string.Equals(one.Meter, meter, StringComparison.OrdinalIgnoreCase))?.Quantity ?? 0m;
}
