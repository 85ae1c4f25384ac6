using FsCheck.Xunit;
using NodaTime;
using RevenueModel.Primitives;
using RevenueModel.Retention;
using RevenueModel.Tests.Generators;

namespace RevenueModel.Tests.Retention;

[Properties(Arbitrary = [typeof(RetentionArbitraries)], MaxTest = 200)]
public class CohortCalculatorTests
{
    [Property]
    public bool ACohortStartsInTheFirstMonthOfItsAccounts(RevenueBook book)
    {
        CohortTriangle triangle = CohortCalculator.Triangle(
            book.History(), book.Options with { GroupBy = RevenueDimension.None, Interval = ReportInterval.Month })[0];
        return triangle.Cohorts.All(cohort => cohort.StartedCount == cohort.Logos[0])
            && triangle.Cohorts.Select(cohort => cohort.AgeCount).SequenceEqual(
                Enumerable.Range(1, triangle.Cohorts.Count).Reverse());
    }

    [Property]
    public bool TheTriangleSumsToTheBase(RevenueBook book)
    {
        RetentionOptions options = book.Options with { GroupBy = RevenueDimension.None };
        RetentionAnalysis analysis = RetentionAnalysisCalculator.Measure(book.History(), options);
        ValueList<Cohort> cohorts = analysis.Triangles[0].Cohorts;
        return Enumerable.Range(0, cohorts.Count).All(at =>
            Enumerable.Range(0, at + 1).Sum(start => cohorts[start].Amounts[at - start])
                == analysis.Bridge[at].Closing);
    }

    [Fact]
    public void AQuarterThatTheHistoryCutsHasNoCohort()
    {
        AccountMonth[] months =
        [
            new() { Account = "A", Month = new YearMonth(2027, 2), Amount = 100m },
            new() { Account = "A", Month = new YearMonth(2027, 3), Amount = 120m },
            new() { Account = "B", Month = new YearMonth(2027, 4), Amount = 50m },
        ];

        Cohort only = Assert.Single(CohortCalculator.Triangle(
            RevenueHistory.Of(months), new RetentionOptions { Interval = ReportInterval.Quarter })[0].Cohorts);

        Assert.Equal("2027-Q1: 1 account, 120", only.ToString());
    }
}
