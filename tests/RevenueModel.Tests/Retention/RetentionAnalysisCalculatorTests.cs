using NodaTime;
using RevenueModel.Retention;
using RevenueModel.Tests.Helpers;

namespace RevenueModel.Tests.Retention;

/// <summary>Another test class compares the ways of reading: <see cref="ColumnReaderTests"/>.</summary>
public class RetentionAnalysisCalculatorTests
{
    private static readonly YearMonth January = new(2027, 1);

    [Fact]
    public void ZeroBeforeTheFirstRevenueIsNoPartOfTheHistory()
    {
        AccountMonth[] months = [Month("A", 0, 0m), Month("A", 1, 0m), Month("A", 2, 10m), Month("A", 3, 0m)];

        RetentionAnalysis analysis = RetentionAnalysisCalculator.Measure(months);

        Assert.Equal(["2027-03", "2027-04"], analysis.Bridge.Select(line => line.Period.Name));
        Assert.Equal(analysis, RetentionAnalysisCalculator.Measure(RevenueHistory.Of(months)));
        Assert.Equal(analysis, RetentionAnalysisCalculator.Measure(
            RevenueHistory.Of(months.Take(2)).Merge(RevenueHistory.Of(months.Skip(2)))));
    }

    [Fact]
    public void APartThatIsNotComputedIsEmpty()
    {
        RetentionAnalysis analysis = RetentionAnalysisCalculator.Measure(
            [Month("A", 0, 10m), Month("A", 1, 20m)],
            new RetentionOptions { WindowMonths = 1 },
            RetentionParts.Windows);

        Assert.Empty(analysis.Bridge);
        Assert.Empty(analysis.Triangles);
        Assert.Equal(2m, Assert.Single(analysis.Windows).Nrr);
        Refusal.With(
            "parts was 64; a combination of RetentionParts is expected.",
            () => RetentionAnalysisCalculator.Measure([Month("A", 0, 10m)], parts: (RetentionParts)64));
    }

    [Fact]
    public void RefusesMoreGroupsThanAnArrayHolds()
    {
        AccountMonth[] months =
        [
            .. Enumerable.Range(0, 1_600).Select(site => Month("A", 0, 1m) with { Site = $"S{site}" }),
            Month("A", 1_199, 1m),
        ];
        RevenueHistory history = RevenueHistory.Of(months);

        Refusal.With(
            "options had 1,601 groups in 1,200 months; at most 1,483 groups of that many months are expected.",
            () => RetentionAnalysisCalculator.Measure(
                history, new RetentionOptions { GroupBy = RevenueDimension.Site }, RetentionParts.Cohorts));
    }

    [Fact]
    public void RefusesAGroupNameTwice() =>
        Refusal.With(
            "columns.GroupNames had \"SMB\" twice; each name once is expected.",
            () => RetentionAnalysisCalculator.Measure(new AccountMonthColumns
            {
                Accounts = new[] { 0 },
                Months = new[] { 0 },
                Amounts = new long[] { 1 },
                AccountCount = 1,
                FirstMonth = January,
                MonthCount = 1,
                GroupOfAccount = new[] { 0 },
                GroupNames = new[] { "SMB", "Enterprise", "SMB" },
            }));

    [Fact]
    public void RefusesMonthsAfterTheLastYear() =>
        Refusal.With(
            "columns.FirstMonth was 9999-12; a month of the ISO calendar from which 2 months end by 9999-12 is "
                + "expected.",
            () => RetentionAnalysisCalculator.Measure(Columns(new YearMonth(9999, 12), accountCount: 2, months: 2)));

    [Fact]
    public void RefusesMoreAccountsThanABlockHolds() =>
        Refusal.With(
            "columns.AccountCount was 2,147,483,647 with 1,200 months; fewer accounts are expected, or rows that are "
                + "sorted by account.",
            () => RetentionAnalysisCalculator.Measure(Columns(January, accountCount: int.MaxValue, months: 1_200)));

    private static AccountMonthColumns Columns(YearMonth first, int accountCount, int months) => new()
    {
        Accounts = new[] { 1, 0 },
        Months = new[] { 0, 0 },
        Amounts = new long[] { 1, 1 },
        AccountCount = accountCount,
        FirstMonth = first,
        MonthCount = months,
    };

    private static AccountMonth Month(string account, int month, decimal amount) =>
        new() { Account = account, Month = January.PlusMonths(month), Amount = amount };
}
