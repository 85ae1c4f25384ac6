using NodaTime;
using RevenueModel.Billing;
using RevenueModel.Pricing;
using RevenueModel.Primitives;
using RevenueModel.Tests.Generators;

namespace RevenueModel.Tests.Billing;

/// <summary>Law: splitting a period or its usage into parts does not change what is billed.</summary>
public class HistoryCuttingProperties
{
    [Fact]
    public void SumsOfUsageBillTheSameAsRangesOfDays() =>
        Cut(new HistoryCut { Seed = 1, Reading = HistoryReading.Sum });

    [Fact]
    public void UsageByDaysBillsTheSameAsRangesOfDays() =>
        Cut(new HistoryCut { Seed = 1, Reading = HistoryReading.ByDay });

    [Fact]
    public void AnInterimInvoiceChangesNoTotal() => Cut(new HistoryCut { Seed = 1, Interims = 1 });

    [Fact]
    public void ManyInterimInvoicesChangeNoTotal() =>
        Cut(new HistoryCut { Seed = 2, Interims = 4, Reading = HistoryReading.ByDay });

    [Fact]
    public void CumulativeReadingsBillTheSameAsUsageByDays() =>
        Cut(new HistoryCut { Seed = 3, Interims = 2, Reading = HistoryReading.Cumulative });

    [Fact]
    public void AChangeToAnEqualPlanChangesNoTotal() => Cut(new HistoryCut { Seed = 4, ChangesToEqual = true });

    [Fact]
    public void AnEqualPlanAndInterimInvoicesChangeNoTotal() =>
        Cut(new HistoryCut { Seed = 5, ChangesToEqual = true, Interims = 2, Reading = HistoryReading.ByDay });

    [Fact]
    public void AChangeRecordedOnItsDayBillsTheSameAsAnEarlierOne() =>
        Cut(new HistoryCut { Seed = 6, IsRecordedLate = true }, IsEndKnownOrFeeShort);

    [Fact]
    public void AChangeRecordedBetweenInterimInvoicesChangesNoTotal() => Cut(
        new HistoryCut { Seed = 7, IsRecordedLate = true, Interims = 2, Reading = HistoryReading.ByDay },
        IsEndKnownOrFeeShort);

    [Fact]
    public void AChangeOfFeeDoesNotChangeCharges() => HistoryChecks.ForAll(
        history => history.Changes.IsEmpty && history.Credits.IsEmpty && history.Plan.BaseFee > 0m,
        history =>
        {
            PricePlan plan = history.Plan with { BaseFee = history.Plan.BaseFee / 2m };
            return OtherItems(history, plan, name: null);
        });

    [Fact]
    public void AChangeOfOneChargeDoesNotChangeTheOthers() => HistoryChecks.ForAll(
        history => history.Changes.IsEmpty && history.Plan.Charges.Count > 1,
        history =>
        {
            Charge changed = history.Plan.Charges[0];
            PricePlan plan = history.Plan with
            {
                Charges =
                [
                    changed with { AmountDiscount = changed.AmountDiscount + 1m },
                    .. history.Plan.Charges.Skip(1),
                ],
            };
            return OtherItems(history, plan, changed.Name);
        });

    // The amounts of the charges except one when the plan changes in the first period.
    private static IEnumerable<string> OtherItems(History history, PricePlan plan, string? name)
    {
        history = history with { Periods = 1 };
        DateSpan service = HistoryInvoices.Services(history).Single();
        LocalDate on = service.Start.PlusDays(service.Days!.Value / 2);
        if (on == service.Start)
        {
            return [];
        }

        History changed = history with { Changes = [new HistoryChange(on, plan, default)] };
        return HistoryChecks.Same("charges", Items(changed), Items(history));

        string Items(History one) => string.Join(", ", HistoryInvoices.Whole(one)
            .SelectMany(invoice => invoice.Lines)
            .Where(line => line.Kind < InvoiceLineKind.OverageSurcharge)
            .Where(line => line.Item != history.Plan.Name && line.Item != name)
            .GroupBy(line => line.Item)
            .OrderBy(lines => lines.Key, StringComparer.Ordinal)
            .Select(lines => FormattableString.Invariant($"{lines.Key} {lines.Sum(line => line.Amount):0.####}")));
    }

    // A long fee in advance is charged to the end of the contract if the end is known; otherwise a part is refunded
    // later.
    private static bool IsEndKnownOrFeeShort(History history) =>
        history.Cycle.FeeInterval is null || history.End is null;

    private static void Cut(HistoryCut cut) => Cut(cut, _ => true);

    private static void Cut(HistoryCut cut, Func<History, bool> isChecked) =>
        HistoryChecks.ForAll(isChecked, history =>
        {
            List<Invoice> whole = HistoryInvoices.Whole(history);
            List<List<Invoice>> parts = (cut with { Seed = cut.Seed + history.Seed }).Bill(history);
            List<Invoice> all = [.. parts.SelectMany(part => part)];
            return parts
                .Zip(whole)
                .SelectMany(both => Differences(both.First[^1], both.Second, all, whole))
                .Take(5);
        });

    private static IEnumerable<string> Differences(
        Invoice last, Invoice whole, List<Invoice> parts, List<Invoice> wholes)
    {
        DateSpan span = whole.Period.Span;
        string of = FormattableString.Invariant($"{span}: ");
        BillingAccount closing = whole.ClosingAccount;
        return
        [
            .. HistoryChecks.Same(of + "spend", last.Spend, whole.Spend),
            .. HistoryChecks.Same(of + "subtotal", Sum(parts, one => one.Subtotal), Sum(wholes, one => one.Subtotal)),
            .. HistoryChecks.Same(of + "tax", Sum(parts, one => one.Tax), Sum(wholes, one => one.Tax)),
            .. HistoryChecks.Same(of + "paid", Sum(parts, one => one.Paid), Sum(wholes, one => one.Paid)),
            .. HistoryChecks.Same(of + "draws", Draws(last), Draws(whole)),
            .. HistoryChecks.Same(of + "close", last.PrepaidClose, whole.PrepaidClose),
            .. HistoryChecks.Same(of + "carried", last.ClosingAccount.Carried, closing.Carried),
            .. HistoryChecks.Same(of + "credits", last.ClosingAccount.Credits, closing.Credits),
            .. HistoryChecks.Same(
                of + "spent in year", last.ClosingAccount.SpentInContractYear, closing.SpentInContractYear),
            .. HistoryChecks.Same(of + "recent usage", last.ClosingAccount.RecentUsage, closing.RecentUsage),
            .. HistoryChecks.Same(of + "standing fee", last.ClosingAccount.StandingFee, closing.StandingFee),
        ];

        decimal Sum(List<Invoice> invoices, Func<InvoiceSection, decimal> amount) => invoices
            .SelectMany(invoice => invoice.Sections)
            .Where(section => section.Period.Span == span)
            .Sum(amount);

        static string Draws(Invoice invoice) => string.Join(", ", invoice.Draws.OrderBy(draw => draw.Credit));
    }
}
