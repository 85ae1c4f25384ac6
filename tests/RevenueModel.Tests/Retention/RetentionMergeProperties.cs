using FsCheck.Xunit;
using NodaTime;
using RevenueModel.Primitives;
using RevenueModel.Retention;
using RevenueModel.Tests.Generators;

namespace RevenueModel.Tests.Retention;

[Properties(Arbitrary = [typeof(RetentionArbitraries)], MaxTest = 200)]
public class RetentionMergeProperties
{
    // Any split of the subscriptions, also within an account, and any order of merging.
    [Property]
    public bool HistoriesMergeInAnyGrouping(RevenueBook book, int seed)
    {
        RevenueRules rules = book.Rules with { SegmentConflict = SegmentConflict.Latest };
        RevenueHistory[] parts = [.. Enumerable.Range(0, 3).Select(part => RevenueHistory.Of(
            book.Subscriptions.Where((_, at) => (uint)HashCode.Combine(at, seed) % 3 == part), book.AsOf, rules))];
        string[] texts =
        [
            Text(RevenueHistory.Of(book.Subscriptions, book.AsOf, rules), book),
            Text(parts[0].Merge(parts[1]).Merge(parts[2]), book),
            Text(parts[2].Merge(parts[0].Merge(parts[1])), book),
            Text(parts[1].Merge(parts[2]).Merge(parts[0]), book),
        ];
        return texts.Distinct().Count() == 1;
    }

    [Property]
    public bool HistoriesSplitByTimeMerge(RevenueBook book, byte at)
    {
        RevenueHistory whole = (book with { Rules = book.Rules with { Mergers = default } }).History();
        string[] accounts = [.. book.Subscriptions.Select(one => one.Account).Distinct()];
        AccountMonth[] months =
        [
            .. from account in accounts
               from month in Enumerable.Range(0, whole.MonthCount).Select(n => whole.FirstMonth.PlusMonths(n))
               where whole.Amount(account, month) > 0m
               select new AccountMonth
               {
                   Account = account, Month = month, Amount = whole.Amount(account, month),
               },
        ];
        YearMonth cut = whole.FirstMonth.PlusMonths(at % whole.MonthCount);
        RevenueHistory early = RevenueHistory.Of(months.Where(one => one.Month < cut));
        RevenueHistory late = RevenueHistory.Of(months.Where(one => one.Month >= cut), whole.LastMonth);
        if (months.Length == 0 || months.All(one => one.Month >= cut) || months.All(one => one.Month < cut))
        {
            return true;
        }

        RetentionOptions options = book.Options with { GroupBy = RevenueDimension.None };
        return RetentionAnalysisCalculator.Measure(early.Merge(late), options)
                == RetentionAnalysisCalculator.Measure(whole, options)
            && RetentionAnalysisCalculator.Measure(late.Merge(early), options)
                == RetentionAnalysisCalculator.Measure(whole, options);
    }

    [Property]
    public bool AnalysesOfDifferentAccountsMergeInAnyGrouping(RevenueBook book)
    {
        YearMonth first = new(2025, 1);
        RetentionAnalysis[] parts = [.. Enumerable.Range(0, 3).Select(part => RetentionAnalysisCalculator.Measure(
            WithMarker(book, first, one => Number(one) % 3 == part), book.Options))];
        RetentionAnalysis whole = RetentionAnalysisCalculator.Measure(
            WithMarker(book, first, _ => true, markers: 3), book.Options);
        return Text(parts[0].Merge(parts[1]).Merge(parts[2])) == Text(whole)
            && Text(parts[2].Merge(parts[0].Merge(parts[1]))) == Text(whole)
            && Text(parts[1].Merge(parts[2].Merge(parts[0]))) == Text(whole);
    }

    private static int Number(Subscription one) => int.Parse(
        one.Account[1..], System.Globalization.CultureInfo.InvariantCulture);

    // An account in the first month gives each part the same months.
    private static RevenueHistory WithMarker(
        RevenueBook book, YearMonth first, Func<Subscription, bool> isIn, int markers = 1) => RevenueHistory.Of(
        [
            .. book.Subscriptions.Where(isIn),
            .. Enumerable.Range(0, markers).Select(i => new Subscription
            {
                Account = $"marker {i} of {isIn.GetHashCode()}",
                Term = DateSpan.From(first.OnDayOfMonth(1)),
                Amount = 1m,
            }),
        ],
        book.AsOf,
        book.Rules with { Mergers = default });

    private static string Text(RevenueHistory history, RevenueBook book) =>
        Text(RetentionAnalysisCalculator.Measure(history, book.Options));

    // The digits and the decimal places of every figure.
    private static string Text(RetentionAnalysis analysis) => string.Join(
        '\n',
        analysis.Bridge.Select(line => FormattableString.Invariant(
                $"{line} {line.Opening} {line.New} {line.Expansion} {line.Contraction} {line.Churn}"))
            .Concat(analysis.Windows.Select(line => FormattableString.Invariant(
                $"{line} {line.Opening} {line.Ending} {line.GrossEnding} {line.RetainedCount} {line.ExpandedCount}")))
            .Concat(analysis.Triangles.SelectMany(triangle => triangle.Cohorts).Select(cohort =>
                FormattableString.Invariant($"{cohort} {cohort.Amounts} {cohort.Logos}"))));
}
