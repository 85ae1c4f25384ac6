using RevenueModel.Billing;
using RevenueModel.Tests.Generators;

namespace RevenueModel.Tests.Billing;

/// <summary>Late facts end where early facts do.</summary>
public class HistoryLateProperties
{
    [Fact]
    public void LateUsageEndsWhereEarlyUsageDoes() => EndsWhereEarlyDoes(HistoryLateFacts.OfUsage);

    [Fact]
    public void ALateChangeOfPlanEndsWhereAnEarlyOneDoes() => EndsWhereEarlyDoes(HistoryLateFacts.OfChange);

    [Fact]
    public void ALateCreditEndsWhereAnEarlyOneDoes() => EndsWhereEarlyDoes(HistoryLateFacts.OfCredit);

    [Fact]
    public void SeveralLateFactsEndWhereEarlyOnesDo() => EndsWhereEarlyDoes((history, dice) =>
    {
        history = HistoryLateFacts.OfUsage(history, dice);
        history = HistoryLateFacts.OfChange(history, dice);
        history = HistoryLateFacts.OfCredit(history, dice);
        return HistoryLateFacts.OfUsage(history, dice);
    });

    [Fact]
    public void LinesOfInvoicesAndAdjustmentsSumToTheirTotals() => HistoryChecks.ForAll(history => HistoryInvoices
        .WithAdjustments(HistoryLateFacts.OfUsage(history, new HistoryDice(history.Seed)))
        .SelectMany(invoice => HistoryChecks.Same(
            invoice.Kind + " lines",
            decimal.Round(invoice.Lines.Sum(line => line.Amount), 12), // lines may be exact
            decimal.Round(invoice.Total, 12))));

    private static void EndsWhereEarlyDoes(Func<History, HistoryDice, History> late) => HistoryChecks.ForAll(history =>
    {
        History made = history.Late.IsEmpty ? late(history, new HistoryDice(history.Seed)) : history;
        List<Invoice> adjusted = HistoryInvoices.WithAdjustments(made);
        List<Invoice> early = HistoryInvoices.Early(made);
        BillingAccount closing = adjusted[^1].ClosingAccount;
        BillingAccount expected = early[^1].ClosingAccount;
        return
        [
            .. HistoryChecks.Same("billed", Ended(adjusted, closing), Ended(early, expected)),
            .. HistoryChecks.Same("plan", closing.Plan, expected.Plan),
            .. HistoryChecks.Same("credits", closing.Credits, expected.Credits),
            .. HistoryChecks.Same("carried", closing.Carried, expected.Carried),
            .. HistoryChecks.Same("spent in year", closing.SpentInContractYear, expected.SpentInContractYear),
            .. HistoryChecks.Same("recent usage", closing.RecentUsage, expected.RecentUsage),
            .. HistoryChecks.Same("standing fee", closing.StandingFee, expected.StandingFee),
            .. HistoryChecks.Same(
                "account", closing with { Open = null, Adjustments = 0 }, expected with { Open = null }),
        ];
    });

    // What is billed of periods that have ended. A fee in advance of the next one is corrected by its own invoice.
    private static string Ended(List<Invoice> invoices, BillingAccount closing)
    {
        decimal subtotal = invoices.Sum(one => one.Subtotal) - (closing.Open?.Subtotal ?? 0m);
        decimal tax = invoices.Sum(one => one.Tax) - (closing.Open?.Tax ?? 0m);
        decimal paid = invoices.Sum(one => one.Subtotal + one.Tax - one.Total)
            - (closing.Open?.Payments.Sum(payment => payment.Value) ?? 0m);
        return FormattableString.Invariant($"{subtotal:0.####} without tax, {tax:0.####} of tax, {paid:0.####} paid");
    }
}
