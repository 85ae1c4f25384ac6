using RevenueModel.Billing;
using RevenueModel.Tests.Numerics;
using RevenueModel.Tests.Generators;
using static RevenueModel.Tests.Oracles.Compensation.OraclePay;
using static RevenueModel.Tests.Numerics.Fractions;

namespace RevenueModel.Tests.Oracles.Billing;

/// <summary>Where invoices and the oracle's differ, in words; nothing where they agree.</summary>
internal static class InvoiceComparison
{
    /// <summary>The differences in the first invoice of a book that has any.</summary>
    public static IEnumerable<string> Differences(InvoiceBook book)
    {
        var account = OracleAccount.Of(book.Account);
        int number = 0;
        foreach ((InvoiceReading reading, Invoice[] invoices) in book.Periods.Zip(book.ByPeriod()))
        {
            foreach ((Invoice invoice, int at) in invoices.Select((invoice, at) => (invoice, at)))
            {
                OracleInvoice expected = InvoiceOracle.Next(account, reading, at);
                number++;
                string[] differences =
                [
                    .. Differences(invoice, expected),
                    .. Same("period", invoice.Period, new BillingPeriod
                    {
                        Span = reading.Span,
                        Service = reading.Service,
                        Through = reading.Readings[at].Through,
                        IsOver = at == invoices.Length - 1,
                    }),
                    .. Same(
                        "billed through",
                        invoice.ClosingAccount.BilledThrough,
                        invoice.Period.IsOver ? reading.Service.End : invoice.OpeningAccount.BilledThrough),
                ];
                if (differences.Length > 0)
                {
                    return differences.Select(one => FormattableString.Invariant($"invoice {number}: {one}"));
                }

                account = expected.Next;
            }
        }

        return [];
    }

    public static IEnumerable<string> Differences(Invoice invoice, OracleInvoice expected)
    {
        string lines = string.Join("; ", invoice.Lines.Select(line => Text(line.Kind, line.Item, line.Amount)));
        string should = string.Join("; ", expected.Lines.Select(line => Text(line.Kind, line.Item, line.Amount)));
        if (lines != should)
        {
            return [$"lines were {lines}, {should} expected"];
        }

        ExactFraction largest = expected.Lines.Select(line => Max(line.Exact, Zero - line.Exact)).Append(One).Max();
        return
        [
            .. invoice.Lines.Zip(expected.Lines).SelectMany((both, at) =>
                Exactly($"line {at + 1}", both.First.Unrounded, both.Second.Exact, largest)),
            .. Exactly("unrounded spend", invoice.UnroundedSpend, expected.ExactSpend, largest),
            .. Same("spend", invoice.Spend, expected.Spend),
            .. Same("subtotal", invoice.Subtotal, expected.Subtotal),
            .. Same("tax", invoice.Tax, expected.Tax),
            .. Same("total", invoice.Total, expected.Total),
            .. Same("draws", string.Join(", ", invoice.Draws), string.Join(", ", expected.Draws)),
            .. Same("whether it closes", invoice.PrepaidClose is not null, expected.Close is not null),
            .. Same("expired", invoice.PrepaidClose?.Expired, expected.Close?.Expired),
            .. Same("forfeited", invoice.PrepaidClose?.Forfeited, expected.Close?.Forfeited),
            .. Same("topped up", invoice.PrepaidClose?.ToppedUp, expected.Close?.ToppedUp),
            .. Differences(invoice.ClosingAccount, expected.Next, largest),
        ];
    }

    private static IEnumerable<string> Differences(
        BillingAccount next, OracleAccount expected, ExactFraction largest) =>
    [
        .. Same("plan", next.Plan, expected.Terms.Plan),
        .. Same("credits", string.Join(", ", next.Credits), string.Join(", ", expected.Credits)),
        .. Same("spent in year", next.SpentInContractYear, expected.SpentInYear),
        .. Same("billed of the period", next.Open?.Subtotal ?? 0m, expected.Open.Taxable),
        .. Same("tax of the period", next.Open?.Tax ?? 0m, expected.Open.Tax),
        .. Same("invoices of the period", next.Open?.Invoices ?? 0, expected.Open.Invoices),
        .. Same(
            "charges that carry",
            string.Join(", ", next.Carried.Select(carried => carried.Charge)),
            string.Join(", ", expected.Carried.Where(carried => carried.Value > Zero).Select(carried => carried.Key))),
        .. next.Carried.SelectMany(carried =>
            Exactly(
                "carried of " + carried.Charge,
                carried.Quantity,
                expected.Carried.GetValueOrDefault(carried.Charge),
                largest)),
        .. Same(
            "recent usage",
            string.Join(", ", next.RecentUsage.Select(series => series.Meter + " " + Text(series.Quantities))),
            string.Join(", ", expected.Recent
                .Where(series => series.Value.Length > 0)
                .Select(series => series.Key + " " + Text(series.Value)))),
    ];

    private static string Text(InvoiceLineKind kind, string item, decimal amount) =>
        FormattableString.Invariant($"{kind} {item} {amount:0.####}");

    // Zeros at the end of a sum say nothing.
    private static string Text(IEnumerable<decimal> quantities) =>
        string.Join('/', quantities.Select(quantity => FormattableString.Invariant($"{quantity:0.############}")));

    private static IEnumerable<string> Same<T>(string name, T actual, T expected) =>
        EqualityComparer<T>.Default.Equals(actual, expected)
            ? []
            : [FormattableString.Invariant($"{name} was {actual}, {expected} expected")];

    // Quotients without end leave hairs, and hairs of units are multiplied by prices: money knows neither.
    private static IEnumerable<string> Exactly(
        string name, decimal actual, ExactFraction expected, ExactFraction largest) =>
            Agrees(actual, expected, isExact: false, largest * Exact(1_000m))
                ? []
                : [FormattableString.Invariant(
                    $"{name} was {actual}, {expected.Numerator}/{expected.Denominator} expected")];
}
