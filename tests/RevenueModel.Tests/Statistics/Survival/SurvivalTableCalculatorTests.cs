using FsCheck.Xunit;
using RevenueModel.Statistics;
using RevenueModel.Tests.Generators;
using RevenueModel.Tests.Helpers;

namespace RevenueModel.Tests.Statistics.Survival;

[Properties(Arbitrary = [typeof(SurvivalArbitraries)], MaxTest = 200)]
public class SurvivalTableCalculatorTests
{
    [Property]
    public void PartsMergeToTheWhole(SurvivalBook book, byte cut)
    {
        SurvivalTable[] parts =
        [
            .. book.Subjects.GroupBy(subject => (subject.GetHashCode() + cut) % 3)
                .Select(part => SurvivalTableCalculator.Tabulate(part)),
        ];

        Assert.Equal(book.Table, SurvivalTableCalculator.Merge(parts));
        Assert.Equal(book.Table, SurvivalTableCalculator.Merge(parts.Reverse()));
        Assert.Equal(
            CumulativeIncidenceCalculator.Measure(book.Table),
            CumulativeIncidenceCalculator.Measure(SurvivalTableCalculator.Merge(parts)));
    }

    [Property]
    public void AWeightOfTwoEqualsTwoSubjects(SurvivalBook book)
    {
        SurvivalTable doubled = SurvivalTableCalculator.Tabulate(
            book.Subjects.Select(subject => subject with { Weight = 2 * subject.Weight }));

        Assert.Equal(SurvivalTableCalculator.Tabulate(book.Subjects.Concat(book.Subjects)), doubled);
    }

    // Whole times and weights, as columns have them.
    [Property]
    public void ColumnsGiveTheTableOfRecords(SurvivalBook book, bool isLarge)
    {
        SurvivalSubject[] subjects =
        [
            .. Enumerable.Repeat(book.Subjects, isLarge ? 700 : 1).SelectMany(one => one).Select(subject =>
                subject with { Time = decimal.Floor(subject.Time), Weight = decimal.Ceiling(subject.Weight) }),
        ];

        Assert.Equal(SurvivalTableCalculator.Tabulate(subjects), Tabulate(
            [.. subjects.Select(subject => (int)subject.Time)],
            [.. subjects.Select(subject => (byte)subject.Cause)],
            [.. subjects.Select(subject => (int)subject.Entry)],
            [.. subjects.Select(subject => (long)subject.Weight)]));
    }

    [Fact]
    public void ColumnsMayLeaveOutEntriesAndWeights()
    {
        SurvivalTable table = SurvivalTableCalculator.Tabulate(
            new SurvivalColumns { Times = [3, 5, 5], Causes = [1, 0, 2] });

        Assert.Equal(3m, table.Subjects);
        Assert.Equal(2m, table.Events);
        Assert.Equal(2, table.CauseCount);
        Assert.Equal(5m, table.LastTime);
    }

    [Fact]
    public void SparseTimesAreCountedToo()
    {
        SurvivalTable table = Tabulate([2_000_000_000, 7], [1, 0], [1_999_999_999, 0], [2, 1]);

        Assert.Equal([0m, 7m, 1_999_999_999m, 2_000_000_000m], table.Rows.Select(row => row.Time));
        Assert.Equal(3m, table.Subjects);
    }

    [Fact]
    public void OtherCausesOfATableBecomeCensored()
    {
        SurvivalTable table = SurvivalTableCalculator.Tabulate(
        [
            new SurvivalSubject { Time = 4, Cause = 1 },
            new SurvivalSubject { Time = 4, Cause = 2, Weight = 3 },
        ]);

        SurvivalTable second = SurvivalTableCalculator.OfCause(table, 2);

        Assert.Equal(3m, second.Rows[^1].Events[0]);
        Assert.Equal(1m, second.Rows[^1].Censored);
    }

    [Theory]
    [InlineData(-1, 0, 1, "columns in row 1: Times was -1; a time of zero or more is expected.")]
    [InlineData(5, 5, 1, "columns in row 1: Entries was 5; zero, or above it and before 5, is expected.")]
    [InlineData(5, -2, 1, "columns in row 1: Entries was -2; zero, or above it and before 5, is expected.")]
    [InlineData(5, 0, -1, "columns in row 1: Weights was -1; zero or more is expected.")]
    public void RowsOutsideTheirRangeAreRefused(int time, int entry, long weight, string message)
    {
        Refusal.With(message, () => Tabulate([7, time], [1, 1], [0, entry], [1, weight]));
        Refusal.With(message, () => Tabulate(
            [7, time, .. Enumerable.Repeat(7, 40)],
            [1, 1, .. new byte[40]],
            [0, entry, .. new int[40]],
            [1, weight, .. new long[40]]));
    }

    [Fact]
    public void RowsAfterSparseTimesAreRefusedByRow()
    {
        int[] times = [.. Enumerable.Repeat(2_000_000_000, 2_100), -1];

        Refusal.With(
            "columns in row 2100: Times was -1; a time of zero or more is expected.",
            () => Tabulate(times, new byte[2_101], [], []));
    }

    [Fact]
    public void ColumnsThatDoNotFitAreRefused()
    {
        Refusal.With("columns had no row; at least one is expected.", () => Tabulate([], [], [], []));
        Refusal.With(
            "columns had 1 rows in Causes and 2 in Times; equal lengths are expected.",
            () => Tabulate([1, 2], [1], [], []));
        Refusal.With(
            "columns was of weight 2000000000000000000; a sum of at most 10^18 is expected.",
            () => Tabulate([1, 2], [1, 1], [], [1_000_000_000_000_000_000, 1_000_000_000_000_000_000]));
    }

    [Fact]
    public void SubjectsOutsideTheirRangeAreRefused()
    {
        Refusal.With(
            "subjects at 0: Entry was 5; a time before 5 is expected.",
            () => SurvivalTableCalculator.Tabulate([new SurvivalSubject { Time = 5, Entry = 5 }]));
        Refusal.With(
            "subjects had no subject with a weight above zero; at least one is expected.",
            () => SurvivalTableCalculator.Tabulate([new SurvivalSubject { Time = 5, Weight = 0m }]));
        Refusal.With(
            "Weight was 0.0000000001; a weight of at most nine decimal places is expected.",
            () => new SurvivalSubject { Time = 5, Weight = 0.0000000001m });
        Refusal.With(
            "Cause was 256; 0 for censored or a cause between 1 and 255 is expected.",
            () => new SurvivalSubject { Time = 5, Cause = 256 });
    }

    [Fact]
    public void TablesThatLeakSubjectsAreRefused()
    {
        SurvivalRow start = new() { Time = 0, Entered = 2 };
        Refusal.With(
            "rows was 3 events and censorings at time 4; at most the 2 at risk is expected.",
            () => SurvivalTable.Of(start, new SurvivalRow { Time = 4, Events = [1, 2] }));
        Refusal.With(
            "rows was 1 after the last time; an event or a censoring of each subject is expected.",
            () => SurvivalTable.Of(start, new SurvivalRow { Time = 4, Events = [1] }));
        Refusal.With(
            "rows was time 0 after 0; an ascending order of times is expected.",
            () => SurvivalTable.Of(start, start));
    }

    private static SurvivalTable Tabulate(int[] times, byte[] causes, int[] entries, long[] weights) =>
        SurvivalTableCalculator.Tabulate(
            new SurvivalColumns { Times = times, Causes = causes, Entries = entries, Weights = weights });
}
