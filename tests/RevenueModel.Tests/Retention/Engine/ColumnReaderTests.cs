using FsCheck.Xunit;
using NodaTime;
using RevenueModel.Retention;
using RevenueModel.Tests.Generators;
using RevenueModel.Tests.Helpers;

namespace RevenueModel.Tests.Retention;

[Properties(Arbitrary = [typeof(RetentionArbitraries)], MaxTest = 200)]
public class ColumnReaderTests
{
    private static readonly string?[] Groups = ["Enterprise", "SMB", null];

    // Sorted or not, of months or periods, 64 or 128 bits, vectors or months one by one: the same digits.
    [Property]
    public bool EveryWayOfReadingGivesTheSameAnalysis(RevenueBook book, int seed)
    {
        var draws = new SplitMix64((ulong)seed);
        Rows rows = Rows.Random(draws, accounts: 40, months: 1 + (int)(draws.Next() % 70));
        RetentionOptions options = book.Options with { WindowMonths = 1 + (int)(draws.Next() % 12) };
        RetentionAnalysis expected = rows.OfHistory(options);
        Rows shuffled = rows.Shuffled(draws);
        return rows.OfMonths(options) == expected
            && shuffled.OfMonths(options) == expected
            && rows.OfRecords(options) == expected
            && shuffled.OfRecords(options) == expected
            && rows.OfPeriods(options) == expected
            && shuffled.OfPeriods(options) == expected
            && rows.OfWide(options) == expected
            && shuffled.OfWide(options) == expected;
    }

    [Fact]
    public void BlocksOfManyAccountsEqualTheSortedRows()
    {
        var draws = new SplitMix64(7);
        Rows rows = Rows.Random(draws, accounts: 9_000, months: 36);
        RetentionOptions options = new() { GraceMonths = 1 };

        RetentionAnalysis expected = rows.OfMonths(options);

        Rows shuffled = rows.Shuffled(draws);
        Assert.Equal(expected, shuffled.OfMonths(options));
        Assert.Equal(expected, shuffled.OfPeriods(options));
        Assert.Equal(expected, rows.OfPeriods(options));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void VectorsEqualMonthsOneByOne(bool isHeld)
    {
        var draws = new SplitMix64(11);
        Rows rows = Rows.Random(draws, accounts: 500, months: 61);
        RetentionOptions options = new()
        {
            GraceMonths = 2,
            Lapse = isHeld ? LapseTreatment.Held : LapseTreatment.Churned,
            Reactivation = ReactivationRule.Within(6),
        };
        var plan = new RetentionPlan(options, RetentionParts.All, Rows.First, 61, "options");
        var one = new RetentionSums<long>(plan, 1);
        var other = new RetentionSums<long>(plan, 1);
        foreach (long[] row in rows.Matrix(plan.Stride))
        {
            Assert.True(RowReader.Add(one, [.. row], 0));
            long[] same = [.. row];
            if (isHeld)
            {
                Rows.Hold(same, 61, 2);
            }

            Assert.True(RowReader.AddByMonths(other, same, 0));
        }

        Assert.Equal(other.Amounts, one.Amounts);
        Assert.Equal(other.Counts, one.Counts);
        Assert.Equal(AnalysisBuilder.Build(other, [], 2), AnalysisBuilder.Build(one, [], 2));
    }

    [Theory]
    [InlineData(2, 0, 1, "Row 0 of columns (account 2) had account 2; 0 to 1 is expected.")]
    [InlineData(-1, 0, 1, "Row 0 of columns (account -1) had account -1; 0 to 1 is expected.")]
    [InlineData(1, 3, 1, "Row 0 of columns (account 1) had month 3; 0 to 2 is expected.")]
    [InlineData(1, 2, -5, "Account 1 of columns has -5 minor units in 2025-03; zero or more is expected.")]
    public void RefusesARowOutsideItsRange(int account, int month, long amount, string message)
    {
        int[] accounts = [account, 0];
        int[] months = [month, 0];
        long[] amounts = [amount, 1];

        Refusal.With(message, () => RetentionAnalysisCalculator.Measure(new AccountMonthColumns
        {
            Accounts = accounts,
            Months = months,
            Amounts = amounts,
            AccountCount = 2,
            FirstMonth = Rows.First,
            MonthCount = 3,
        }));
    }

    [Fact]
    public void RefusesAPeriodThatEndsBeforeItStarts() =>
        Refusal.With(
            "Row 0 of columns (account 0) had end 1; 2 or more is expected.",
            () => RetentionAnalysisCalculator.Measure(new RevenuePeriodColumns
            {
                Accounts = new int[1],
                Starts = new[] { 1 },
                Ends = new[] { 1 },
                Amounts = new long[1],
                AccountCount = 1,
                FirstMonth = Rows.First,
                MonthCount = 3,
            }));

    [Fact]
    public void RefusesColumnsOfDifferentLengths() =>
        Refusal.With(
            "columns.Amounts had 1 row; 2 are expected.",
            () => RetentionAnalysisCalculator.Measure(new AccountMonthColumns
            {
                Accounts = new int[2],
                Months = new int[2],
                Amounts = new long[1],
                AccountCount = 1,
                FirstMonth = Rows.First,
                MonthCount = 3,
            }));

    /// <summary>Rows of months with their groups.</summary>
    private sealed record Rows(int[] Accounts, int[] Months, long[] Amounts, int[] GroupOf, int MonthCount)
    {
        public static readonly YearMonth First = new(2025, 1);

        public static Rows Random(SplitMix64 draws, int accounts, int months)
        {
            var rows = new List<(int Account, int Month, long Amount)>();
            for (int account = 0; account < accounts; account++)
            {
                long amount = 0;
                for (int month = 0; month < months; month++)
                {
                    amount = (draws.Next() % 8) switch
                    {
                        0 => (long)(draws.Next() % 1_000_000),
                        1 => 0,
                        _ => amount,
                    };
                    if (amount > 0)
                    {
                        rows.Add((account, month, amount));
                    }
                }
            }

            rows.Add((0, 0, 1)); // the history starts in the first month
            rows.Add((0, months - 1, 0));
            return new Rows(
                [.. rows.Select(row => row.Account).Order()],
                [.. rows.OrderBy(row => row.Account).Select(row => row.Month)],
                [.. rows.OrderBy(row => row.Account).Select(row => row.Amount)],
                [.. Enumerable.Range(0, accounts).Select(_ => (int)(draws.Next() % 3))],
                months);
        }

        public static void Hold(long[] row, int months, int held)
        {
            long[] original = [.. row];
            for (int position = 1; position <= months; position++)
            {
                for (int back = 1; row[position] == 0 && back <= held && back < position; back++)
                {
                    row[position] = original[position - back];
                }
            }
        }

        public Rows Shuffled(SplitMix64 draws)
        {
            int[] order = [.. Enumerable.Range(0, Accounts.Length).OrderBy(_ => draws.Next())];
            return this with
            {
                Accounts = [.. order.Select(at => Accounts[at])],
                Months = [.. order.Select(at => Months[at])],
                Amounts = [.. order.Select(at => Amounts[at])],
            };
        }

        public IEnumerable<long[]> Matrix(int stride) =>
            from account in Enumerable.Range(0, GroupOf.Length)
            let row = new long[stride]
            let filled = Enumerable.Range(0, Accounts.Length).Where(at => Accounts[at] == account)
                .Select(at => row[Months[at] + 1] += Amounts[at]).Count()
            select row;

        public RetentionAnalysis OfHistory(RetentionOptions options) => RetentionAnalysisCalculator.Measure(
            RevenueHistory.Of(Records()), options with { GroupBy = RevenueDimension.Segment });

        public RetentionAnalysis OfRecords(RetentionOptions options) => RetentionAnalysisCalculator.Measure(
            Records(), options with { GroupBy = RevenueDimension.Segment });

        public RetentionAnalysis OfMonths(RetentionOptions options) => RetentionAnalysisCalculator.Measure(
            new AccountMonthColumns
            {
                Accounts = Accounts,
                Months = Months,
                Amounts = Amounts,
                AccountCount = GroupOf.Length,
                FirstMonth = First,
                MonthCount = MonthCount,
                GroupOfAccount = GroupOf,
                GroupNames = Groups,
            },
            options);

        public RetentionAnalysis OfPeriods(RetentionOptions options) => RetentionAnalysisCalculator.Measure(
            new RevenuePeriodColumns
            {
                Accounts = Accounts,
                Starts = Months,
                Ends = Array.ConvertAll(Months, month => month + 1),
                Amounts = Amounts,
                AccountCount = GroupOf.Length,
                FirstMonth = First,
                MonthCount = MonthCount,
                GroupOfAccount = GroupOf,
                GroupNames = Groups,
            },
            options);

        // An account without revenue for each group, so that every group has a line.
        private IEnumerable<AccountMonth> Records() => Accounts
            .Select((account, at) => new AccountMonth
            {
                Account = $"{account}",
                Month = First.PlusMonths(Months[at]),
                Amount = Amounts[at] / 100m,
                Segment = Groups[GroupOf[account]],
            })
            .Concat(Groups.Select((group, i) => new AccountMonth
            {
                Account = $"none {i}", Month = First, Amount = 0m, Segment = group,
            }));

        public RetentionAnalysis OfWide(RetentionOptions options)
        {
            var columns = new HistoryColumns
            {
                Accounts = Accounts,
                Starts = Months,
                Amounts = Amounts,
                AccountCount = GroupOf.Length,
                FirstMonth = First,
                MonthCount = MonthCount,
                Groups = GroupOf,
                GroupNames = Groups,
                Digits = 2,
            };
            var plan = new RetentionPlan(options, RetentionParts.All, First, MonthCount, "options");
            return AnalysisBuilder.Build(ColumnReader.Read<Int128>(columns, plan, "columns"), Groups, 2);
        }
    }
}
