using FsCheck.Xunit;
using NodaTime;
using RevenueModel.Kpis;
using RevenueModel.Primitives;
using RevenueModel.Retention;
using RevenueModel.Tests.Generators;
using RevenueModel.Tests.Helpers;

namespace RevenueModel.Tests.Kpis;

[Properties(Arbitrary = [typeof(Arbitraries), typeof(ScorecardBooks)])]
public class ScorecardSampleTests
{
    private const int Months = 40;

    private static readonly YearMonth First = new(2024, 6);
    private static readonly YearMonth Last = new(2027, 6);
    private static readonly string?[] Segments = ["B", null, "A"];

    private static readonly ScorecardOptions Options = new()
    {
        AsOf = new LocalDate(2027, 6, 30), GrossMargin = 0.75m,
    };

    [Property]
    public bool RevenueColumnsGiveWhatSubscriptionsGive(ScorecardBook book, bool isSorted, bool isFine)
    {
        RoundingPolicy unit = isFine ? RoundingPolicy.ToDigits(9) : RoundingPolicy.Cents;
        RevenueTable table = TableOf(book.Data.Subscriptions, unit);
        Scorecard expected = ScorecardCalculator.Measure(
            new ScorecardData { Subscriptions = book.Data.Subscriptions }, Options);

        return ScorecardCalculator.Measure(table.Sample(isSorted)) == expected;
    }

    [Property]
    public bool PartsOfRevenueColumnsMergeToTheWhole(ScorecardBook book)
    {
        RevenueTable table = TableOf(book.Data.Subscriptions, RoundingPolicy.Cents);
        ScorecardSample even = table.Part(0).Sample(isSorted: true);
        ScorecardSample odd = table.Part(1).Sample(isSorted: true);

        return ScorecardCalculator.Measure(even.Merge(odd)) == ScorecardCalculator.Measure(table.Sample(true));
    }

    [Property]
    public bool ColumnsAndRecordsMergeToOneScorecard(ScorecardBook book)
    {
        ScorecardData rest = book.Data with { Subscriptions = [] };
        RevenueTable table = TableOf(book.Data.Subscriptions, RoundingPolicy.Cents);

        return ScorecardCalculator.Measure(ScorecardSample.Of(rest, Options).Merge(table.Sample(true)))
            == ScorecardCalculator.Measure(book.Data, Options);
    }

    [Fact]
    public void AmountsBeyondSixtyFourBitsKeepTheirDigits()
    {
        decimal[] amounts = [92_233_720_368_547_758m, 92_233_720_368_547_757m, 12m];
        var table = new RevenueTable(RoundingPolicy.Cents, [0, 0, 2]);
        for (int account = 0; account < amounts.Length; account++)
        {
            table.Add(account, 24, amounts[account]);
            table.Add(account, 36, amounts[account] - 1m);
            table.Add(account, 36, amounts[account] / 2m);
        }

        Subscription[] subscriptions =
        [
            .. amounts.SelectMany((amount, account) => new[]
            {
                Yearly(account, amount, DateSpan.Between(new LocalDate(2026, 6, 1), new LocalDate(2026, 7, 1))),
                Yearly(account, amount - 1m, DateSpan.From(new LocalDate(2027, 6, 1))),
                Yearly(account, amount / 2m, DateSpan.From(new LocalDate(2027, 6, 1))),
            }),
        ];

        Assert.Equal(
            ScorecardCalculator.Measure(new ScorecardData { Subscriptions = [.. subscriptions] }, Options),
            ScorecardCalculator.Measure(table.Sample(isSorted: true)));
    }

    [Fact]
    public void WithoutTheStartOfTheWindowThereIsNoRetention()
    {
        Scorecard card = ScorecardCalculator.Measure(ScorecardSample.OfRevenue(
            new AccountMonthColumns
            {
                Accounts = [0],
                Months = [0],
                Amounts = [500],
                AccountCount = 1,
                FirstMonth = Last,
                MonthCount = 1,
            },
            Options));

        Assert.Equal(5m, card.Find(StandardKpis.Acv.Name)!.Reading.Value);
        Assert.Null(card.Find(StandardKpis.Nrr.Name)!.Reading.Value);
    }

    [Fact]
    public void RevenueThatIsNotValidIsRefused()
    {
        var table = new RevenueTable(RoundingPolicy.Cents, [0, 1, 2]);
        for (int month = 0; month < 30; month++)
        {
            table.Add(month % 3, month, 10m);
        }

        ScorecardOptions monthly = Options with { RevenueRules = new() { Measure = RecurringMeasure.Mrr } };
        Refusal.By<ArgumentException>("options", () => ScorecardSample.OfRevenue(table.Columns(true), monthly));
        Refusal.With(
            "columns ended in 2027-09; 2027-10 or later is expected.",
            () => ScorecardSample.OfRevenue(
                table.Columns(true), Options with { AsOf = new LocalDate(2027, 10, 31) }));
        Refusal.With(
            "Row 30 of columns (account 3) had account 3; 0 to 2 is expected.", () => With(3, 0, 1m).Sample(true));
        Refusal.With(
            "Row 20 of columns (account 1) had month 40; 0 to 39 is expected.", () => With(1, 40, 1m).Sample(true));
        Refusal.With(
            "Account 2 of columns has -100 minor units in 2024-08; zero or more is expected.",
            () => With(2, 2, -11m).Sample(true));
        Refusal.By<ArgumentException>("columns", () => ScorecardSample.OfRevenue(
            new AccountMonthColumns
            {
                Accounts = [],
                Months = [],
                Amounts = [],
                AccountCount = 0,
                FirstMonth = First,
                MonthCount = Months,
                GroupNames = [" "],
            },
            Options));

        RevenueTable With(int account, int month, decimal amount)
        {
            RevenueTable other = table.Copy();
            other.Add(account, month, amount);
            return other;
        }
    }

    [Theory]
    [InlineData(2, 10, DealTraits.Won, "Row 2 of columns had segment 2; -1 to 1 is expected.")]
    [InlineData(-2, 10, DealTraits.Won, "Row 2 of columns had segment -2; -1 to 1 is expected.")]
    [InlineData(0, -2, DealTraits.Lost, "Row 2 of columns had -2 cycle days; -1 to 10,000,000 is expected.")]
    [InlineData(
        0, int.MaxValue, DealTraits.Won, "Row 2 of columns had 2147483647 cycle days; -1 to 10,000,000 is expected.")]
    [InlineData(
        0,
        10,
        DealTraits.Won | DealTraits.Lost,
        "Row 2 of columns had traits Won, Lost; a set of DealTraits without a contradiction, such as Won and Lost, is "
            + "expected.")]
    [InlineData(
        0,
        10,
        (DealTraits)256,
        "Row 2 of columns had traits 256; a set of DealTraits without a contradiction, such as Won and Lost, is "
            + "expected.")]
    public void ADealOutsideItsRangeIsNamed(int segment, int days, DealTraits flags, string message) => Refusal.With(
        message,
        () => ScorecardSample.OfDeals(
            new DealColumns
            {
                Segments = [0, 1, segment],
                CycleDays = [0, 1, days],
                Traits = [DealTraits.Won, DealTraits.None, flags],
                SegmentNames = ["A", "B"],
            },
            Options));

    [Fact]
    public void LongCyclesAreCountedToTheDay()
    {
        int[] days = [0, 2_046, 2_047, 2_048, 2_049, 20_000];
        KpiReading cycle = ScorecardCalculator.Measure(ScorecardSample.OfDeals(
            new DealColumns
            {
                Segments = new int[days.Length],
                CycleDays = days,
                Traits = [.. days.Select(_ => DealTraits.Won)],
                SegmentNames = ["A"],
            },
            Options)).Find(StandardKpis.CycleLength.Name, "A")!.Reading;

        Assert.Equal(2_047.5m / (365.25m / 12m), cycle.Value);
        Assert.Equal(5, cycle.Evidence[1].Count);
    }

    private static RevenueTable TableOf(ValueList<Subscription> subscriptions, RoundingPolicy unit)
    {
        string[] names = [.. subscriptions.Select(each => each.Account).Distinct()];
        var table = new RevenueTable(
            unit,
            [
                .. names.Select(name =>
                    Array.IndexOf(Segments, subscriptions.First(each => each.Account == name).Segment)),
            ]);
        RevenueHistory history = RevenueHistory.Of(subscriptions, First.PlusMonths(Months - 1));
        for (int account = 0; account < names.Length; account++)
        {
            for (int month = 0; month < Months; month++)
            {
                decimal amount = history.Amount(names[account], First.PlusMonths(month));
                if (month % 2 == 0)
                {
                    table.Add(account, month, amount);
                }
                else
                {
                    table.Add(account, month, -7m);
                    table.Add(account, month, amount + 7m);
                }
            }
        }

        return table;
    }

    private static Subscription Yearly(int account, decimal amount, DateSpan term) => new()
    {
        Account = $"A{account}",
        Segment = account < 2 ? "B" : "A",
        Amount = amount,
        Interval = RecurringInterval.Annual,
        Term = term,
    };

    /// <summary>Rows of accounts and months, as columns of a sample.</summary>
    private sealed class RevenueTable(RoundingPolicy unit, int[] groups)
    {
        private readonly List<(int Account, int Month, long Amount)> _rows = [];

        public void Add(int account, int month, decimal amount) =>
            _rows.Add((account, month, (long)(amount * unit.MinorUnitsPerUnit)));

        public RevenueTable Copy() => Where(_ => true);

        /// <summary>Returns the rows of the accounts with an even or an odd number.</summary>
        public RevenueTable Part(int part) => Where(account => account % 2 == part);

        public ScorecardSample Sample(bool isSorted) => ScorecardSample.OfRevenue(Columns(isSorted), Options);

        public AccountMonthColumns Columns(bool isSorted)
        {
            (int Account, int Month, long Amount)[] rows =
                [.. _rows.OrderBy(row => isSorted ? row.Account : (row.Account * 7) + (row.Month * 13 % 11))];
            return new AccountMonthColumns
            {
                Accounts = Array.ConvertAll(rows, row => row.Account),
                Months = Array.ConvertAll(rows, row => row.Month),
                Amounts = Array.ConvertAll(rows, row => row.Amount),
                AccountCount = groups.Length,
                FirstMonth = First,
                MonthCount = Months,
                GroupOfAccount = groups,
                GroupNames = Segments,
                MinorUnit = unit,
            };
        }

        private RevenueTable Where(Predicate<int> has)
        {
            var part = new RevenueTable(unit, groups);
            part._rows.AddRange(_rows.Where(row => has(row.Account)));
            return part;
        }
    }
}
