using NodaTime;
using RevenueModel.Expansion;
using RevenueModel.Primitives;
using RevenueModel.Retention;
using RevenueModel.Statistics;

namespace RevenueModel.Tests.Conventions;

public partial class PrintingTests
{
    private static IEnumerable<object> ValueRecords()
    {
        LifetimeValueTerms terms = new()
        {
            RevenuePerAccount = 12_345.5m,
            GrossMargin = 0.755m,
            Retention = 0.925m,
            DiscountRate = 0.085m,
            DiscountedLifetime = 6.25,
        };
        SiteLifetimeValue value = SiteValueCalculator.Project(
            SiteEstate.Of("Acme", 4, 1_040, 4.5m, 125_000.5m), 0.755m, 0.925m, years: 10, discountRate: 0.085m);
        AcquisitionMotion motion = new()
        {
            CycleMonths = 12.5m, SellingCostPerMonth = 5_000.5m, WinRate = 0.255m, MarketingCost = 1_234.5m,
        };
        AcquisitionCost cost = CacCalculator.FromMotion(motion);
        RecurringMixBenchmark mix = PublishedUnitEconomics.OtSecurityRecurringMix2027;
        ModuleRoiTerms module = new()
        {
            ModuleArr = 1_234.5m, DowntimeCost = 12_345.5m, DowntimeReduction = 0.255m, ImplementationCost = 0.5m,
        };
        CredibilityGroup[] groups =
        [
            new() { Name = "A", Observations = [new(1.5, 1_000.5), new(2.5, 2_000)] },
            new() { Name = "B", Observations = [new(3.25, 1_000), new(4.5, 1_500)] },
        ];
        CredibilityEstimate estimate = CredibilityCalculator.Estimate(groups)!;
        return
        [
            terms, .. LifetimeValueCalculator.Compare(terms),
            .. LifetimeValueCalculator.Compare(terms with { Retention = 1m }), value, value.Years[9], motion,
            cost, cost.Parts[0], new RecurringMix(1_234.5m, 0.5m), mix,
            RecurringMixCalculator.Assess(mix, new RecurringMix(1_234.5m, 234.5m)), module,
            ModuleRoiCalculator.Measure(module), PublishedUnitEconomics.IndustrialIotModuleRoi2027,
            .. PublishedUnitEconomics.OtSecurityLifetimeValues2027, groups[0], groups[0].Observations[0], estimate,
            estimate.Groups[0], RateGroup.Of("A", 1_200, 5_000),
        ];
    }

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
            .. ValueRecords(), .. LifetimeValueCalculator.ByCohort(analysis.Triangles[0], 0.755m, 12m, 0.01m, 0.925m),
            .. RetentionTargetCalculator.Compare(
                PublishedRetentionTargets.IndustrialIot2027, analysis.Windows.Take(1)),
        ];
    }
}
