using FsCheck.Xunit;
using RevenueModel.Primitives;
using RevenueModel.Retention;
using RevenueModel.Tests.Generators;

namespace RevenueModel.Tests.Retention;

[Properties(Arbitrary = [typeof(RetentionArbitraries)], MaxTest = 200)]
public class BridgeCalculatorProperties
{
    [Property]
    public bool TheBridgeClosesAndContinues(RevenueBook book)
    {
        ValueList<ArrBridge> lines = BridgeCalculator.Bridge(
            book.History(), book.Options with { Lapse = LapseTreatment.Churned });
        return lines.All(line => line.Closing == line.Opening + line.New + line.Expansion + line.Contraction
                + line.Churn + line.Reactivation + line.LateRenewal)
            && lines.GroupBy(line => line.Group ?? "(none)").All(group => group.Zip(group.Skip(1)).All(pair =>
                pair.First.Closing == pair.Second.Opening && pair.First.ClosingCount == pair.Second.OpeningCount));
    }

    [Property]
    public bool TheClosingIsTheRevenueOfTheAccounts(RevenueBook book)
    {
        RevenueHistory history = (book with { Rules = book.Rules with { Mergers = default } }).History();
        string[] accounts = [.. book.Subscriptions.Select(one => one.Account).Distinct()];
        return BridgeCalculator.Bridge(
            history, book.Options with { GroupBy = RevenueDimension.None, Lapse = LapseTreatment.Churned })
            .All(line => line.Closing == accounts.Sum(account => history.Amount(account, line.Period.Last))
                && line.ClosingCount == accounts.Count(account => history.Amount(account, line.Period.Last) > 0m));
    }

    [Property]
    public bool MovementsHaveTheirSigns(RevenueBook book) =>
        BridgeCalculator.Bridge(book.History(), book.Options).All(line =>
            line.Opening >= 0m && line.New >= 0m && line.Expansion >= 0m && line.Contraction <= 0m
            && line.Churn <= 0m && line.Reactivation >= 0m && line.LateRenewal >= 0m && line.Closing >= 0m);

    [Property]
    public bool SegmentsSumToTheBase(RevenueBook book)
    {
        RevenueHistory history = book.History();
        ValueList<ArrBridge> all = BridgeCalculator.Bridge(
            history, book.Options with { GroupBy = RevenueDimension.None });
        ValueList<ArrBridge> parts = BridgeCalculator.Bridge(
            history, book.Options with { GroupBy = RevenueDimension.Segment });
        return all.All(line => line == parts.Where(part => part.Period == line.Period)
            .Select(part => part with { Group = null })
            .Aggregate((one, other) => one.Add(other)));
    }

    [Property]
    public bool ProductsAndSitesCloseAtTheBase(RevenueBook book, bool isBySite)
    {
        RetentionOptions options = book.Options with { Lapse = LapseTreatment.Churned };
        ValueList<ArrBridge> all = BridgeCalculator.Bridge(
            book.History(), options with { GroupBy = RevenueDimension.None });
        ValueList<ArrBridge> parts = BridgeCalculator.Bridge(book.History(), options with
        {
            GroupBy = isBySite ? RevenueDimension.Site : RevenueDimension.Product,
        });
        return all.All(line => line.Closing == parts.Where(part => part.Period == line.Period).Sum(part =>
            part.Closing));
    }

    // With summed months a quarter is the sum of its months in every movement.
    [Property]
    public bool APeriodOfSummedMonthsIsTheSumOfItsMonths(RevenueBook book)
    {
        RetentionOptions options = book.Options with
        {
            Basis = BridgeBasis.SumOfMonths, GroupBy = RevenueDimension.None,
        };
        ValueList<ArrBridge> months = BridgeCalculator.Bridge(
            book.History(), options with { Interval = ReportInterval.Month });
        return BridgeCalculator.Bridge(book.History(), options).All(line => line == BridgeCalculator.Combine(
            months.Where(month =>
                month.Period.First >= line.Period.First && month.Period.Last <= line.Period.Last),
            line.Period.Name));
    }

    // By period ends only opening, closing and their difference equal the months.
    [Property]
    public bool PeriodEndsAndSummedMonthsHaveTheSameNetMovement(RevenueBook book)
    {
        RetentionOptions options = book.Options with { GroupBy = RevenueDimension.None };
        ValueList<ArrBridge> ends = BridgeCalculator.Bridge(
            book.History(), options with { Basis = BridgeBasis.PeriodEnds });
        ValueList<ArrBridge> sums = BridgeCalculator.Bridge(
            book.History(), options with { Basis = BridgeBasis.SumOfMonths });
        return ends.Zip(sums).All(pair => pair.First.Opening == pair.Second.Opening
            && pair.First.NetNew == pair.Second.NetNew
            && pair.First.ClosingCount == pair.Second.ClosingCount
            && pair.First.Expansion <= pair.Second.Expansion + pair.Second.New + pair.Second.Reactivation
                + pair.Second.LateRenewal
            && (options.Interval != ReportInterval.Month || pair.First == pair.Second));
    }

    [Property]
    public bool TheFirstReportedMonthChangesNoLine(RevenueBook book, byte at)
    {
        RevenueHistory history = book.History();
        RetentionOptions options = book.Options with { Interval = ReportInterval.Month };
        ValueList<ArrBridge> all = BridgeCalculator.Bridge(history, options);
        var from = history.FirstMonth.PlusMonths(at % history.MonthCount);
        return BridgeCalculator.Bridge(history, options with { From = from })
            == all.Where(line => line.Period.First >= from).ToValueList();
    }

    [Property]
    public bool CuttingASubscriptionChangesNothing(RevenueBook book, int which, int day)
    {
        if (book.Subscriptions.IsEmpty)
        {
            return true;
        }

        int number = (int)((uint)which % (uint)book.Subscriptions.Count);
        Subscription whole = book.Subscriptions[number];
        int days = whole.Term.Days ?? 400;
        if (days < 2 || whole.FreePeriods.Count > 0 || whole.Discounts.Count > 0 || whole.NoticeGiven is not null)
        {
            return true; // these belong to the term
        }

        var cut = whole.Term.Start.PlusDays(1 + (int)((uint)day % (uint)(days - 1)));
        Subscription[] parts =
        [
            whole with { Term = DateSpan.Between(whole.Term.Start, cut) },
            whole with { Term = whole.Term.End is { } end ? DateSpan.Between(cut, end) : DateSpan.From(cut) },
        ];
        RevenueBook other = book with
        {
            Subscriptions = [.. book.Subscriptions.Where((_, at) => at != number), .. parts],
        };
        return RetentionAnalysisCalculator.Measure(other.History(), book.Options)
            == RetentionAnalysisCalculator.Measure(book.History(), book.Options);
    }
}
