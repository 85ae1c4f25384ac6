using FsCheck.Xunit;
using RevenueModel.Primitives;
using RevenueModel.Retention;
using RevenueModel.Tests.Generators;

namespace RevenueModel.Tests.Retention;

[Properties(Arbitrary = [typeof(RetentionArbitraries)], MaxTest = 200)]
public class RetentionCalculatorProperties
{
    [Property]
    public bool GrrIsAtMostOneAndAtMostNrr(RevenueBook book) =>
        RetentionCalculator.Trend(book.History(), book.Options).All(totals =>
            totals.Grr is null || (totals.Grr <= Math.Min(1m, totals.Nrr!.Value) && totals.Grr >= 0m));

    [Property]
    public bool NrrOfAUnionLiesBetweenItsParts(RevenueBook book)
    {
        RetentionTotals[] parts =
        [
            .. RetentionCalculator.ClosedCohort(
                book.History(), book.Options with { GroupBy = RevenueDimension.Segment })
                .Where(totals => totals.OpeningCount > 0),
        ];
        if (parts.Length == 0)
        {
            return true;
        }

        RetentionTotals all = parts.Aggregate((one, other) => one.Add(other));
        return all.Nrr >= parts.Min(part => part.Nrr) - 1e-20m && all.Nrr <= parts.Max(part => part.Nrr) + 1e-20m;
    }

    [Property]
    public bool ContributionsSumToNrrLessOne(RevenueBook book)
    {
        RevenueHistory history = book.History();
        RetentionOptions options = book.Options with { GroupBy = RevenueDimension.None, GraceMonths = 0 };
        ValueList<RetentionTotals> cohort = RetentionCalculator.ClosedCohort(history, options);
        if (cohort.IsEmpty)
        {
            return true;
        }

        RetentionTotals all = cohort[0];

        decimal segments = ContributionCalculator.ByGroup(
            history, options with { GroupBy = RevenueDimension.Segment }).Sum(part => part.Change);
        decimal accounts = ContributionCalculator.LargestAccounts(history, int.MaxValue, options)
            .Sum(part => part.Change);
        return segments == all.Ending - all.Opening && accounts == segments;
    }

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
}
