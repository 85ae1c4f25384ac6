using RevenueModel.Billing;
using RevenueModel.Tests.Generators;
using RevenueModel.Tests.Numerics;
using static RevenueModel.Tests.Numerics.Fractions;
using static RevenueModel.Tests.Oracles.Compensation.OraclePay;

namespace RevenueModel.Tests.Oracles.Billing;

/// <summary>
/// Lists the differences between the invoices of a history and the bills of the oracle; empty if they agree.
/// </summary>
internal static class HistoryComparison
{
    public static IReadOnlyList<string> Differences(History history)
    {
        List<HistoryBill> expected = HistoryOracle.Bills(history);
        List<Invoice> invoices = HistoryInvoices.Whole(history);
        foreach ((HistoryBill bill, Invoice invoice) in expected.Zip(invoices))
        {
            string[] differences = [.. Differences(history, bill, invoice, invoices)];
            if (differences.Length > 0)
            {
                return [.. differences.Select(one => FormattableString.Invariant($"{bill.Span}: {one}"))];
            }
        }

        return expected.Count == invoices.Count ? [] : ["another number of periods"];
    }

    private static IEnumerable<string> Differences(
        History history, HistoryBill bill, Invoice invoice, List<Invoice> invoices)
    {
        InvoiceSection[] sections =
            [.. invoices.SelectMany(one => one.Sections.AsEnumerable()).Where(one => one.Period.Span == bill.Span)];

        // The library rounds the net amount of a charge after each deduction from the whole bill; the oracle rounds
        // once.
        int periods = invoices.IndexOf(invoice) + 1;
        decimal limited = history.Credits.Any(credit => !credit.Charges.IsEmpty)
            ? history.Currency.Rounding.FromMinorUnits(3 * periods)
            : 0m;
        return [.. OfSpend(bill, invoice), .. OfCredits(history, bill, invoice, sections, limited)];
    }

    private static IEnumerable<string> OfSpend(HistoryBill bill, Invoice invoice)
    {
        BillingAccount next = invoice.ClosingAccount;
        return
        [
            .. Same("spend", invoice.Spend, bill.Spend),
            .. Nearly("unrounded spend", invoice.UnroundedSpend, bill.ExactSpend),
            .. next.Carried.Select(carried => carried.Charge).Union(bill.Carried.Keys).SelectMany(charge => Nearly(
                "carried of " + charge,
                next.Carried.SingleOrDefault(carried => carried.Charge == charge)?.Quantity ?? 0m,
                bill.Carried.GetValueOrDefault(charge))),
            .. Nearly("spent in year", next.SpentInContractYear, bill.SpentInYear),
        ];
    }

    private static IEnumerable<string> OfCredits(
        History history, HistoryBill bill, Invoice invoice, InvoiceSection[] sections, decimal limited)
    {
        return
        [
            .. Within("subtotal", sections.Sum(section => section.Subtotal), bill.Subtotal, limited),
            .. Within("tax", sections.Sum(section => section.Tax), bill.Tax, limited),
            .. Within("paid", sections.Sum(section => section.Paid), bill.Paid, limited),
            .. history.Credits.SelectMany(credit => Within(
                "drawn from " + credit.Id,
                invoice.Draws.Where(draw => draw.Credit == credit.Id).Sum(draw => draw.Amount),
                bill.Draws.GetValueOrDefault(credit.Id),
                limited)),
            .. Within("expired", invoice.PrepaidClose!.Expired, bill.Close.Expired, limited),
            .. Within("forfeited", invoice.PrepaidClose.Forfeited, bill.Close.Forfeited, limited),
            .. Within("topped up", invoice.PrepaidClose.ToppedUp, bill.Close.ToppedUp, limited),
            .. Same(
                "credits",
                string.Join(", ", invoice.ClosingAccount.Credits.Select(credit => credit.Id)),
                string.Join(", ", bill.Close.Credits.Select(credit => credit.Id))),
        ];
    }

    private static IEnumerable<string> Same<T>(string name, T actual, T expected) =>
        EqualityComparer<T>.Default.Equals(actual, expected)
            ? []
            : [FormattableString.Invariant($"{name} was {actual}, {expected} expected")];

    private static IEnumerable<string> Within(string name, decimal actual, decimal expected, decimal tolerance) =>
        Math.Abs(actual - expected) <= tolerance ? [] : Same(name, actual, expected);

    private static IEnumerable<string> Nearly(string name, decimal actual, ExactFraction expected) =>
        Agrees(actual, expected, isExact: false, Exact(1_000_000m))
            ? []
            : Same(name, (double)actual, (double)expected.Numerator / (double)expected.Denominator);
}
