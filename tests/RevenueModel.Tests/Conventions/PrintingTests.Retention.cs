using NodaTime;
using RevenueModel.Primitives;
using RevenueModel.Retention;

namespace RevenueModel.Tests.Conventions;

public partial class PrintingTests
{
    private static IEnumerable<object> RetentionRecords()
    {
        SubscriptionDiscount discount = SubscriptionDiscount.OfPercent(DateSpan.Year(2027), 0.125m);
        Subscription sold = new()
        {
            Account = "Acme",
            Term = DateSpan.From(new LocalDate(2027, 1, 15)),
            Amount = 12_345.67m,
            Interval = RecurringInterval.Weeks(2),
            Product = "Edge",
            Site = "Plant 1",
            Segment = "SMB",
            Discounts = [discount],
        };
        Subscription ended = sold with
        {
            Account = "Beta", Term = DateSpan.Between(new(2027, 1, 1), new(2027, 3, 1)), Discounts = [],
        };
        RevenueHistory history = RevenueHistory.Of([sold, ended], new YearMonth(2028, 6));
        RetentionOptions options = new() { GroupBy = RevenueDimension.Segment, From = new YearMonth(2027, 2) };
        RetentionAnalysis analysis = RetentionAnalysisCalculator.Measure(history, options);
        return
        [
            sold, discount, SubscriptionDiscount.OfAmount(DateSpan.Year(2027), 1_234.5m),
            discount with { AmountOff = 0.5m }, sold.Interval, RecurringInterval.Years(3), RecurringInterval.Months(7),
            new AccountMonth { Account = "Acme", Month = new YearMonth(2027, 1), Amount = 1_234.5m, Segment = "SMB" },
            AccountMerger.Of("Acme", "Beta"), RevenueRules.Default,
            new RevenueRules { Mergers = [AccountMerger.Of("Acme", "Beta")] }, history, options,
            ReactivationRule.Always, ReactivationRule.Never, ReactivationRule.Within(3), analysis,
            .. analysis.Bridge, .. analysis.Windows, .. analysis.Triangles, analysis.Triangles[0].Cohorts[0],
            analysis.Bridge[0].Period, .. RetentionCalculator.Compare(history),
            .. ContributionCalculator.ByGroup(history), .. PublishedRetentionTargets.IndustrialIot2027,
            .. RetentionTargetCalculator.Compare(
                PublishedRetentionTargets.IndustrialIot2027, analysis.Windows.Take(1)),
        ];
    }
}
