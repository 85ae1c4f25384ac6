using FsCheck.Xunit;
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
}
