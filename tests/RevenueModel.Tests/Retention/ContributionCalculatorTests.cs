using FsCheck.Xunit;
using NodaTime;
using RevenueModel.Primitives;
using RevenueModel.Retention;
using RevenueModel.Tests.Generators;

namespace RevenueModel.Tests.Retention;

[Properties(Arbitrary = [typeof(RetentionArbitraries)], MaxTest = 200)]
public class ContributionCalculatorTests
{
    private static readonly YearMonth January = new(2027, 1);

    [Property]
    public bool ContributionsSumToNrrLessOne(RevenueBook book)
    {
        RevenueHistory history = book.History();
        RetentionOptions options = book.Options with { GroupBy = RevenueDimension.None };
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

    // Acme lapsed at the end of the window, within the grace.
    [Fact]
    public void ALapsedAccountIsHeldAsInTheCohort()
    {
        RevenueHistory history = History(("Acme", [100m, 100m, 0m]), ("Beta", [50m, 50m, 80m]));
        RetentionOptions held = new() { WindowMonths = 2, GraceMonths = 1, Lapse = LapseTreatment.Held };

        Assert.Equal(
            ["Beta: 50 to 80, +20.0 points of NRR", "Acme: 100 to 100, 0.0 points of NRR"],
            ContributionCalculator.LargestChanges(history, 2, held).Select(part => part.ToString()));
        Assert.Equal("Acme", Assert.Single(ContributionCalculator.Stalled(history, held)).Name);
        Assert.Equal(180m, RetentionCalculator.ClosedCohort(history, held)[0].Ending);
    }

    [Fact]
    public void StalledAccountsStayAndDoNotGrow()
    {
        RevenueHistory history = History(
            ("Flat", [100m, 100m]), ("Falls", [200m, 50m]), ("Leaves", [900m, 0m]), ("Grows", [300m, 301m]));

        Assert.Equal(
            ["Falls", "Flat"],
            ContributionCalculator.Stalled(history, new RetentionOptions { WindowMonths = 1 })
                .Select(account => account.Name));
        Assert.Empty(ContributionCalculator.Stalled(history)); // twelve months are more than the history has
    }

    private static RevenueHistory History(params (string Account, decimal[] Amounts)[] accounts) => RevenueHistory.Of(
        from account in accounts
        from month in Enumerable.Range(0, account.Amounts.Length)
        select new AccountMonth
        {
            Account = account.Account, Month = January.PlusMonths(month), Amount = account.Amounts[month],
        });
}
