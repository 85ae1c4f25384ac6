using NodaTime;
using RevenueModel.Billing;
using RevenueModel.Pricing;
using RevenueModel.Primitives;
using RevenueModel.Tests.Generators;
using RevenueModel.Tests.Numerics;
using RevenueModel.Tests.Oracles.Pricing;
using static RevenueModel.Tests.Numerics.Fractions;
using static RevenueModel.Tests.Oracles.Compensation.OraclePay;

namespace RevenueModel.Tests.Oracles.Billing;

/// <summary>An invoice by the order of evaluation that the comments of <see cref="InvoiceCalculator"/>,
/// <see cref="InvoiceLine"/> and <see cref="PricePlan"/> state: amounts in exact fractions beside the rounded
/// ones.</summary>
internal static class InvoiceOracle
{
    /// <param name="account">The account before the invoice.</param>
    /// <param name="period">The period.</param>
    /// <param name="number">The number of the reading that is billed, counted from zero; the last one ends the
    /// period.</param>
    public static OracleInvoice Next(OracleAccount account, InvoiceReading period, int number)
    {
        BillingAccount terms = account.Terms;
        UsageReading reading = period.Readings[number];
        bool isOver = number == period.Readings.Count - 1;
        OraclePeriod evaluated = PeriodOf(account, period, reading.Usage, isOver);
        OracleBill bill = BillOracle.Bill(terms.Plan, evaluated);
        OracleColumn column = ColumnOf(terms);
        decimal counted = WriteSpend(column, terms.Plan, bill, evaluated);
        WriteTrueUps(column, terms.Plan, bill, evaluated, account.SpentInYear, counted);

        decimal spend = column.Sum;
        var purse = new CreditOracle(account.Credits);
        decimal taxable = Cover(purse, account, period, reading, spend);
        foreach (PrepaidDraw draw in purse.Draws)
        {
            column.Add(InvoiceLineKind.Prepaid, draw.Credit, Exact(-draw.Amount), -draw.Amount);
        }

        if (account.Open.Invoices > 0)
        {
            column.Add(
                InvoiceLineKind.PreviouslyBilled,
                terms.Plan.Name,
                Exact(-account.Open.Taxable),
                -account.Open.Taxable);
        }

        ExactFraction exactTax = Exact(taxable) * Exact(terms.TaxRate);
        decimal tax = OracleColumn.Rounded(
            exactTax, RoundingPolicy.ToDigits(terms.Currency.Rounding.Digits, terms.Rounding.Tax));
        if (terms.TaxRate > 0m)
        {
            column.Add(InvoiceLineKind.Tax, "tax", exactTax - Exact(account.Open.Tax), tax - account.Open.Tax);
        }

        OracleClose? close = isOver ? CreditOracle.Close(purse.Credits, period.Service.End!.Value) : null;
        return new OracleInvoice
        {
            Lines = column.Lines,
            Spend = spend,
            ExactSpend = bill.Amount,
            Subtotal = taxable - account.Open.Taxable,
            Tax = tax - account.Open.Tax,
            Total = column.Sum,
            Draws = purse.Draws,
            Close = close,
            Next = close is null
                ? account with { Open = new OracleOpenPeriod(account.Open.Invoices + 1, taxable, tax) }
                : After(account, close, bill, evaluated, reading.Usage, counted),
        };
    }

    private static OracleColumn ColumnOf(BillingAccount terms) =>
        new(RoundingPolicy.ToDigits(terms.Currency.Rounding.Digits, terms.Rounding.Amounts));

    // Spend is covered between the days on which the usable credits change: what the period has spent before such a
    // day is known without the usage from it on.
    private static decimal Cover(
        CreditOracle purse, OracleAccount account, InvoiceReading period, UsageReading reading, decimal spend)
    {
        decimal uncovered = 0m;
        decimal before = 0m;
        LocalDate start = period.Service.Start;
        foreach (LocalDate day in CreditOracle.Changes(account.Credits, start, reading.Through))
        {
            OraclePeriod soFar = PeriodOf(
                account, period, reading.Usage.Where(one => !(one.Days?.Start >= day)), isOver: false);
            OracleColumn column = ColumnOf(account.Terms);
            WriteSpend(column, account.Terms.Plan, BillOracle.Bill(account.Terms.Plan, soFar), soFar);
            uncovered += purse.Cover(column.Sum - before, start);
            before = column.Sum;
            start = day;
        }

        return uncovered + purse.Cover(spend - before, start);
    }

    // Base fee, charges, discounts, surcharge, cap, moving up. Returns what counts towards the commitment of the year.
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
            InvoiceLineKind.OverageSurcharge,
            plan.Name,
            Zero - bill.OverageSurcharge,
            discounted - bill.PercentDiscount,
            0m);
        if (CapOf(plan, period) is { } cap)
        {
            column.AtMost(InvoiceLineKind.OverCap, plan.Name, bill.OverCap, column.Rounded(cap));
        }

        if (bill.MostByNext is { } most)
        {
            column.AtMost(InvoiceLineKind.MovedUp, plan.Name, bill.MovedUp, column.Rounded(most));
        }

        return Math.Min(spent, column.Sum);
    }

    private static void WriteTrueUps(
        OracleColumn column,
        PricePlan plan,
        OracleBill bill,
        OraclePeriod period,
        decimal spentInYear,
        decimal counted)
    {
        if (!period.IsOver || plan.Commitment is not { TrueUp: true } commitment)
        {
            return;
        }

        ExactFraction committed = BillOracle.CommittedIn(commitment, period);
        if (commitment.Period == CommitmentPeriod.BillingPeriod)
        {
            decimal least = column.Rounded(committed * (period.FloorShare ?? period.Share));
            column.AtLeast(InvoiceLineKind.TrueUp, plan.Name, bill.TrueUp, least);
        }
        else if (period.IsLastOfYear)
        {
            decimal missing = column.Rounded(committed * period.YearShare) - spentInYear - counted;
            if (missing > 0m || bill.TrueUp > Zero)
            {
                column.Add(InvoiceLineKind.TrueUp, plan.Name, bill.TrueUp, Math.Max(missing, 0m));
            }
        }
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
            InvoiceLineKind.PercentDiscount,
            charge.Name,
            rated.PercentDiscount,
            afterUnits - rated.AmountDiscount,
            before);
        if (charge.Limits is { } limits)
        {
            column.AtLeast(
                InvoiceLineKind.Minimum,
                charge.Name,
                rated.ToMinimum,
                before + (period.IsOver ? column.Rounded(Exact(limits.Min) * period.Share) : 0m));
            if (limits.Max is { } most)
            {
                column.AtMost(
                    InvoiceLineKind.Maximum,
                    charge.Name,
                    rated.OverMaximum,
                    before + column.Rounded(Exact(most) * period.Share));
            }
        }
    }

    private static ExactFraction? CapOf(PricePlan plan, OraclePeriod period)
    {
        BillCap cap = plan.Protection?.Cap ?? default;
        ExactFraction committedFee = plan.Commitment is { Period: CommitmentPeriod.BillingPeriod } commitment
            ? Max(Exact(plan.BaseFee), BillOracle.CommittedIn(commitment, period))
            : Exact(plan.BaseFee);
        ExactFraction? ofWhole = cap.Amount is { } amount ? Exact(amount)
            : cap.MultipleOfCommittedFee is { } multiple ? Exact(multiple) * committedFee
            : null;
        return ofWhole * period.Share;
    }

    private static OraclePeriod PeriodOf(
        OracleAccount account, InvoiceReading period, IEnumerable<MeterUsage> usage, bool isOver)
    {
        BillingAccount terms = account.Terms;
        MeterUsage[] read = [.. usage];
        int years = 0;
        while (terms.ContractStart.PlusYears(years + 1) <= period.Service.Start)
        {
            years++;
        }

        LocalDate end = period.Span.End!.Value;
        DateSpan year = DateSpan.Between(
            terms.ContractStart.PlusYears(years), terms.ContractStart.PlusYears(years + 1));
        ContractEnd? ended = terms.ContractEnd is { } one && one.On <= end ? one : null;
        DateSpan toEnd = DateSpan.Between(period.Service.Start, end);
        return new OraclePeriod
        {
            Share = ShareOf(terms, period.Span, period.Service),
            FeeShare = ended?.Fee == EarlyEndFee.InFull ? ShareOf(terms, period.Span, toEnd) : null,
            FloorShare = ended is null || ended.On == end ? null : ended.TrueUp switch
            {
                EarlyEndTrueUp.None => Zero,
                EarlyEndTrueUp.InFull => ShareOf(terms, period.Span, toEnd),
                _ => null,
            },
            YearShare = ended is null || ended.On >= year.End ? One : ended.TrueUp switch
            {
                EarlyEndTrueUp.None => Zero,
                EarlyEndTrueUp.InFull => One,
                _ => Part(year, DateSpan.Between(year.Start, ended.On), DayCount.ActualActual),
            },
            ContractYear = years + 1,
            ContractPeriod = NumberOf(terms, period.Span),
            SpentInYear = Exact(account.SpentInYear),
            IsOver = isOver,
            IsLastOfYear = year.End <= end || ended is not null,
            Carried = account.Carried,
            Usage = terms.Plan.Meters.ToDictionary(
                meter => meter,
                meter => Smoothed(account, meter, Find(read, meter)),
                StringComparer.OrdinalIgnoreCase),
            Transactions = read.Where(one => !one.Transactions.IsEmpty)
                .GroupBy(one => one.Meter, StringComparer.OrdinalIgnoreCase)
                .ToDictionary(
                    meter => meter.Key,
                    meter => meter.SelectMany(one => one.Transactions).ToArray(),
                    StringComparer.OrdinalIgnoreCase),
        };
    }

    private static ExactFraction ShareOf(BillingAccount terms, DateSpan span, DateSpan days) =>
        days == span ? One : Part(span, days, terms.Plan.DayCount);

    // The number of periods from the one in which the contract starts.
    private static int NumberOf(BillingAccount terms, DateSpan span)
    {
        LocalDate anchor = terms.Cycle.Anchor ?? terms.ContractStart;
        int[] ends = [.. Enumerable.Range(-100, 200).Where(
            period => EndOf(period) > terms.ContractStart && EndOf(period) <= span.End)];
        return ends.Length;

        LocalDate EndOf(int period) => anchor.PlusMonths((period + 1) * terms.Cycle.Interval.Count);
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
        IEnumerable<MeterUsage> usage,
        decimal counted)
    {
        PricePlan plan = account.Terms.Plan;
        MeterUsage[] read = [.. usage];
        return account with
        {
            Open = new OracleOpenPeriod(0, 0m, 0m),
            Credits = close.Credits,
            Carried = plan.Charges.Zip(bill.Charges).ToDictionary(
                both => both.First.Name,
                both => ChargeOracle.Carried(both.First, both.Second.Unused),
                StringComparer.OrdinalIgnoreCase),
            Recent = plan.Meters.ToDictionary(
                meter => meter,
                meter => Window(account, meter, Find(read, meter), WindowOf(account) - 1).ToArray(),
                StringComparer.OrdinalIgnoreCase),
            SpentInYear = period.IsLastOfYear ? 0m : account.SpentInYear + counted,
        };
    }

    private static IEnumerable<decimal> Window(OracleAccount account, string meter, decimal quantity, int length) =>
        account.Recent.GetValueOrDefault(meter, []).Append(quantity).TakeLast(length);

    private static int WindowOf(OracleAccount account) => account.Terms.Plan.Protection?.SmoothingPeriods ?? 1;

    private static decimal Find(MeterUsage[] usage, string meter) => usage
        .Where(one => string.Equals(one.Meter, meter, StringComparison.OrdinalIgnoreCase))
        .Sum(one => one.Quantity);
}
