using FsCheck.Xunit;
using RevenueModel.Billing;
using RevenueModel.Pricing;
using RevenueModel.Primitives;
using RevenueModel.Tests.Numerics;
using RevenueModel.Tests.Generators;

namespace RevenueModel.Tests.Billing;

/// <summary>Properties of successive invoices: windows of usage, allowances, commitments of a year.</summary>
[Properties(MaxTest = 300)]
public class InvoiceRunProperties
{
    [Property]
    public bool ARunIsInvoiceAfterInvoice(PricingMonths given)
    {
        BillingAccount account = Account(given);
        Invoice[] run = [.. Run(account, given)];
        for (int month = 0; month < run.Length; month++)
        {
            DateSpan period = DateSpan.Of(given.History.Start.PlusMonths(month));
            Invoice next = InvoiceCalculator.Next(account, period, Usages(given)[month]);
            if (run[month] != next)
            {
                return false;
            }

            account = next.ClosingAccount;
        }

        return true;
    }

    [Property]
    public bool ARunInTwoPiecesIsTheRun(PricingMonths given)
    {
        BillingAccount account = Account(given);
        Invoice[] whole = [.. Run(account, given)];
        int cut = (whole.Length + 1) / 2;
        Invoice[] first = [.. InvoiceCalculator.Run(account, Usages(given)[..cut])];
        Invoice[] second = [.. InvoiceCalculator.Run(first[^1].ClosingAccount, Usages(given)[cut..])];
        return whole.SequenceEqual([.. first, .. second]);
    }

    [Property]
    public bool ARunSpendsExactlyWhatTheBillsOfTheHistorySay(PricingMonths given)
    {
        var bills = new decimal[given.History.Months];
        BillCalculator.MonthlyAmounts(given.Plan, given.History, bills);
        Invoice[] run = [.. Run(Account(given), given)];

        // What counts towards a year is what was billed, to the minor unit, so that the two part by as much.
        bool isOfYear = given.Plan.Commitment?.Period == CommitmentPeriod.ContractYear;
        decimal off = 0m;
        for (int month = 0; month < bills.Length; month++)
        {
            // A history says nothing of what was spent before it, so that there is no true-up, and an account says
            // zero.
            bool endsCutYear = isOfYear
                && month < 11
                && (MonthsBetween(given.History.ContractStart, given.History.Start) + month) % 12 == 11;
            decimal trueUp = endsCutYear
                ? run[month].Lines.Where(line => line.Kind == InvoiceLineKind.TrueUp).Sum(line => line.Unrounded)
                : 0m;
            if (Math.Abs(run[month].UnroundedSpend - trueUp - bills[month]) > off + (endsCutYear ? 1e-14m : 0m))
            {
                return false;
            }

            decimal perLine = Math.Max(1m, given.Plan.Commitment?.OverageMultiplier ?? 1m) * 0.005m;
            off += isOfYear ? perLine * run[month].Lines.Count : 0m;
        }

        return true;
    }

    [Property]
    public bool AYearIsBilledItsRoundedCommitmentAtTheLeast(PricingMonths given)
    {
        if (given.Plan.Commitment is not { Period: CommitmentPeriod.ContractYear, TrueUp: true } commitment)
        {
            return true;
        }

        Invoice[] run = [.. Run(Account(given), given)];
        int before = MonthsBetween(given.History.ContractStart, given.History.Start);
        return Enumerable.Range(0, run.Length)
            .Where(month => (before + month) % 12 == 11 && month >= 11)
            .All(month => run[(month - 11)..(month + 1)].Sum(invoice => invoice.Spend)
                >= Currency.Usd.Rounding.Round(commitment.AmountIn(((before + month) / 12) + 1)));
    }

    [Property]
    public bool WhatIsMissingToAYearIsBilledInItsLastMonthAlone(PricingMonths given)
    {
        int before = MonthsBetween(given.History.ContractStart, given.History.Start);
        return given.Plan.Commitment?.Period != CommitmentPeriod.ContractYear
            || Run(Account(given), given).Select((invoice, month) => (invoice, month)).All(at =>
                (before + at.month) % 12 == 11
                    ? at.invoice.ClosingAccount.SpentInContractYear == 0m
                    : at.invoice.Lines.All(line => line.Kind != InvoiceLineKind.TrueUp));
    }

    private static ValueList<Invoice> Run(BillingAccount account, PricingMonths given) =>
        InvoiceCalculator.Run(account, Usages(given));

    private static BillingAccount Account(PricingMonths given) => new()
    {
        Customer = given.History.Customer,
        Plan = given.Plan with { DayCount = DayCount.ActualActual },
        Currency = Currency.Usd,
        ContractStart = given.History.ContractStart.OnDayOfMonth(1),
        BilledThrough = given.History.Start.OnDayOfMonth(1),
    };

    private static ValueList<MeterUsage>[] Usages(PricingMonths given) => Enumerable.Range(0, given.History.Months)
        .Select(month => given.Plan.Meters
            .Select(meter => MeterUsage.Of(meter, given.History.Find(meter)!.Quantities[month]))
            .ToValueList())
        .ToArray();

    private static int MonthsBetween(NodaTime.YearMonth from, NodaTime.YearMonth to) =>
        ((to.Year - from.Year) * 12) + to.Month - from.Month;
}
