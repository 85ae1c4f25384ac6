using FsCheck;
using FsCheck.Fluent;
using NodaTime;
using RevenueModel.Primitives;
using RevenueModel.Retention;

namespace RevenueModel.Tests.Generators;

/// <summary>
/// Generates histories of subscriptions: accounts that start, expand, lapse, renew late, pause and return, with terms
/// of any interval that start and end on any day.
/// </summary>
public static class RetentionArbitraries
{
    private static readonly LocalDate First = new(2025, 1, 1);
    private static readonly Gen<bool> Coin = Gen.Elements(false, true);

    private static readonly Gen<RecurringInterval> Intervals = Gen.Elements(
        RecurringInterval.Monthly,
        RecurringInterval.Monthly,
        RecurringInterval.Weekly,
        RecurringInterval.Quarterly,
        RecurringInterval.Annual,
        RecurringInterval.Years(3),
        RecurringInterval.Months(7),
        RecurringInterval.Weeks(2));

    private static readonly Gen<decimal> Amounts = Gen.Frequency(
        (3, Gen.Choose(1, 20).Select(hundreds => hundreds * 100m)),
        (3, Gen.Choose(1, 1_000_000).Select(cents => cents / 100m)),
        (1, Gen.Choose(1, 1_000_000).Select(parts => parts / 100_000m)),
        (1, Gen.Constant(0m)));

    // The first account becomes a part of the second one, which may become a part of the third one.
    private static readonly Gen<ValueList<AccountMerger>> Mergers = Gen.Frequency(
        (3, Gen.Constant<ValueList<AccountMerger>>(default)),
        (1, Gen.Constant<ValueList<AccountMerger>>([AccountMerger.Of("A00000", "A00001")])),
        (1, Gen.Constant<ValueList<AccountMerger>>(
            [AccountMerger.Of("A00001", "A00002"), AccountMerger.Of("A00000", "A00001")])));

    public static Arbitrary<RevenueBook> RevenueBook() => Arb.From(
        from accounts in Gen.Choose(0, 8)
        from lists in Account().ListOf(accounts)
        from months in Gen.Choose(6, 40)
        from rules in RulesGen()
        from options in OptionsGen()
        let named = Named(lists)
        select new RevenueBook(
            rules.FreePeriods == FreePeriodTreatment.Spread ? WithoutOpenFreePeriods(named) : named,
            new YearMonth(2025, 1).PlusMonths(months),
            rules,
            options),
        book => Enumerable.Range(0, book.Subscriptions.Count)
            .Select(i => book with { Subscriptions = [.. book.Subscriptions.Where((_, at) => at != i)] }));

    /// <summary>The subscriptions of many accounts.</summary>
    public static ValueList<Subscription> Many(int accounts) => Named(Account().Sample(accounts));

    public static Gen<RetentionOptions> OptionsGen() =>
        from interval in Gen.Elements(Enum.GetValues<ReportInterval>())
        from month in Gen.Choose(1, 12)
        from basis in Gen.Elements(Enum.GetValues<BridgeBasis>())
        from dimension in Gen.Elements(Enum.GetValues<RevenueDimension>())
        from reactivation in Gen.Elements(
            ReactivationRule.Always, ReactivationRule.Never, ReactivationRule.Within(2), ReactivationRule.Within(5))
        from grace in Gen.Choose(0, 3)
        from lapse in Gen.Elements(Enum.GetValues<LapseTreatment>())
        from window in Gen.Elements(1, 3, 12)
        select new RetentionOptions
        {
            Interval = interval,
            Calendar = FiscalCalendar.StartingIn(month),
            Basis = basis,
            GroupBy = dimension,
            Reactivation = reactivation,
            GraceMonths = grace,
            Lapse = lapse,
            WindowMonths = window,
        };

    private static Gen<RevenueRules> RulesGen() =>
        from measure in Gen.Elements(Enum.GetValues<RecurringMeasure>())
        from discounts in Gen.Elements(Enum.GetValues<DiscountTreatment>())
        from free in Gen.Elements(Enum.GetValues<FreePeriodTreatment>())
        from pauses in Gen.Elements(Enum.GetValues<PauseTreatment>())
        from churn in Gen.Elements(Enum.GetValues<ChurnDate>())
        from mergers in Mergers
        select new RevenueRules
        {
            Measure = measure,
            Discounts = discounts,
            FreePeriods = free,
            Pauses = pauses,
            ChurnDate = churn,
            Mergers = mergers,
        };

    private static Gen<List<Subscription>> Account() =>
        from count in Gen.Choose(1, 5)
        from segment in Gen.Elements("SMB", "Mid-Market", "Enterprise", null)
        from terms in Subscription().ListOf(count)
        from chain in Coin
        select (chain ? Chained(terms) : terms).Select(term => term with { Segment = segment }).ToList();

    private static Gen<Subscription> Subscription() =>
        from start in Gen.Choose(0, 1_000)
        from days in Gen.Frequency((1, Gen.Choose(1, 40)), (4, Gen.Choose(30, 500)), (1, Gen.Constant(0)))
        from amount in Amounts
        from interval in Intervals
        from product in Gen.Elements<string?>(null, "Edge", "Cloud")
        from site in Gen.Elements<string?>(null, null, "Plant 1")
        from extra in Gen.Choose(0, 9)
        from offset in Gen.Choose(0, 300)
        from length in Gen.Choose(1, 200)
        let day = First.PlusDays(start)
        let inner = DateSpan.Between(day.PlusDays(offset), day.PlusDays(offset + length))
        let term = days == 0 ? DateSpan.From(day) : DateSpan.Between(day, day.PlusDays(days))
        select new Subscription
        {
            Account = "?",
            Term = term,
            Amount = amount,
            Interval = interval,
            Product = product,
            Site = site,
            Discounts = extra switch
            {
                0 => [SubscriptionDiscount.OfPercent(inner, 0.25m)],
                1 => [SubscriptionDiscount.OfPercent(term, 0.5m), SubscriptionDiscount.OfAmount(inner, amount / 4m)],
                _ => [],
            },
            Pauses = extra == 2 ? [inner] : [],
            FreePeriods = extra == 3 ? [DateSpan.Between(day, day.PlusDays(length))] : [],
            NoticeGiven = extra is 4 or 5 ? day.PlusDays(offset) : null,
        };

    // Each term starts when the one before ends, so that an account changes its amount or renews.
    private static List<Subscription> Chained(List<Subscription> terms)
    {
        for (int i = 1; i < terms.Count; i++)
        {
            if (terms[i - 1].Term.End is not { } end)
            {
                return terms[..i];
            }

            LocalDate start = end.PlusDays(i % 3 == 0 ? 45 : 0);
            int days = terms[i].Term.Days ?? 90;
            terms[i] = terms[i] with
            {
                Term = DateSpan.Between(start, start.PlusDays(days)),
                Discounts = default,
                Pauses = default,
                FreePeriods = default,
                NoticeGiven = null,
            };
        }

        return terms;
    }

    // A free period is spread over a term with an end only.
    private static ValueList<Subscription> WithoutOpenFreePeriods(ValueList<Subscription> subscriptions) =>
        subscriptions
            .Select(one => one.Term.End is null ? one with { FreePeriods = default } : one)
            .ToValueList();

    private static ValueList<Subscription> Named(IEnumerable<List<Subscription>> accounts) =>
        accounts.SelectMany((terms, i) => terms.Select(term => term with { Account = $"A{i:00000}" })).ToValueList();
}
