using RevenueModel.Billing;
using RevenueModel.Tests.Generators;
using RevenueModel.Tests.Oracles.Billing;

namespace RevenueModel.Tests.Billing;

/// <summary>Law: each balance is changed only by the lines that are defined for it.</summary>
public class HistoryBalanceProperties
{
    [Fact]
    public void CreditsOpenedAreDrawnExpiredForfeitedOrClosed() => EachInvoice((history, invoice) =>
    {
        PrepaidClose close = invoice.PrepaidClose!;
        decimal opened = invoice.OpeningAccount.Credits.Sum(credit => credit.Balance) + close.ToppedUp;
        decimal left = invoice.ClosingAccount.Credits.Sum(credit => credit.Balance) + close.Expired + close.Forfeited;
        return HistoryChecks.Same("opened and topped up", opened, left + invoice.Draws.Sum(draw => draw.Amount));
    });

    [Fact]
    public void CreditsAreDrawnInWholeMinorUnitsFromTheirBalance() => EachInvoice((history, invoice) =>
        invoice.Draws.SelectMany(draw =>
        {
            decimal opened = invoice.OpeningAccount.Credits.Single(credit => credit.Id == draw.Credit).Balance;
            bool isWhole = history.Currency.Rounding.TryToMinorUnits(draw.Amount, out _);
            bool isOfBalance = draw.Amount > 0m && draw.Amount <= opened && draw.BalanceAfter == opened - draw.Amount;
            return HistoryChecks.Same(draw.ToString(), isWhole && isOfBalance, true);
        }));

    [Fact]
    public void CreditsCoverNoMoreThanTheSpend() => EachInvoice((history, invoice) =>
    {
        if (new HistoryCalendar(history).HasLongFee)
        {
            return []; // a refund of a fee is not drawn again
        }

        decimal drawn = invoice.Draws.Sum(draw => draw.Amount);
        decimal due = invoice.Spend + (invoice.OpeningAccount.TaxRate * invoice.Spend);
        bool hasAfterTax = invoice.OpeningAccount.Credits.Any(credit => credit.Use == PrepaidUse.AfterTax);
        decimal most = Math.Max(0m, hasAfterTax ? decimal.Ceiling(due) : invoice.Spend);
        return drawn > most ? [FormattableString.Invariant($"{invoice.Period}: {drawn} drawn of {most}")] : [];
    });

    [Fact]
    public void ACreditIsNotDrawnInAPeriodWithoutUsableDays() => EachInvoice((_, invoice) =>
        invoice.Draws.SelectMany(draw =>
        {
            PrepaidCredit credit = invoice.OpeningAccount.Credits.Single(one => one.Id == draw.Credit);
            return HistoryChecks.Same(draw.ToString(), credit.Usable.Overlaps(invoice.Period.Service), true);
        }));

    [Fact]
    public void CreditsDoNotChangeSpendOrAllowances() => Independent(
        history => history with { Credits = [] }, hasSameCredits: false);

    [Fact]
    public void TaxDoesNotChangeSpendAllowancesOrCreditsBeforeTax() => Independent(
        history => history with { TaxRate = history.TaxRate == 0m ? 0.2m : 0m }, hasSameCredits: true);

    [Fact]
    public void ACommitmentDoesNotChangeAllowances() => HistoryChecks.ForAll(
        history => history.Changes.IsEmpty && history.Plan.Commitment is not null,
        history => Compare(
            HistoryInvoices.Whole(history),
            HistoryInvoices.Whole(history with { Plan = history.Plan with { Commitment = null, Protection = null } }),
            invoice => invoice.ClosingAccount.Carried.ToString(),
            history.Plan.Protection is { SmoothingPeriods: > 1 }));

    [Fact]
    public void SpendOfTheYearDoesNotChangeAllowancesOrFees() => HistoryChecks.ForAll(history => Compare(
        HistoryInvoices.Whole(history),
        HistoryInvoices.Whole(history with { SpentInYear = history.SpentInYear + 100m }),
        invoice => invoice.ClosingAccount.Carried + ", " + invoice.ClosingAccount.StandingFee,
        isSkipped: false));

    private static void EachInvoice(Func<History, Invoice, IEnumerable<string>> differences) => HistoryChecks.ForAll(
        history => history.Credits.Count > 0,
        history => HistoryInvoices.Whole(history).SelectMany(invoice => differences(history, invoice)).Take(5));

    private static void Independent(Func<History, History> change, bool hasSameCredits) => HistoryChecks.ForAll(
        history => history.Credits.All(credit => credit.Use == PrepaidUse.BeforeTax),
        history => Compare(
            HistoryInvoices.Whole(history),
            HistoryInvoices.Whole(change(history)),
            invoice => FormattableString.Invariant(
                $"{invoice.Spend}, {invoice.UnroundedSpend}, {invoice.ClosingAccount.Carried}, ")
                + FormattableString.Invariant($"{invoice.ClosingAccount.SpentInContractYear}, ")
                + (hasSameCredits ? invoice.ClosingAccount.Credits.ToString() + invoice.Draws : ""),
            isSkipped: false));

    private static IEnumerable<string> Compare(
        List<Invoice> invoices, List<Invoice> others, Func<Invoice, string> text, bool isSkipped) => isSkipped
            ? []
            : invoices.Zip(others).SelectMany(both =>
                HistoryChecks.Same(both.First.Period.Span.ToString(), text(both.First), text(both.Second))).Take(5);
}
