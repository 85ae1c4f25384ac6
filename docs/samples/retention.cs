#:property PublishAot=false
#:project ../../src/RevenueModel/RevenueModel.csproj

// Measures the retention of a small base of integration customers: the bridge by quarter, NRR by every method on the
// same data, the published figures beside the measured one, the cohort triangle, the drivers of change and the
// accounts that stalled.
//
//   dotnet run docs/samples/retention.cs

using NodaTime;
using RevenueModel.Primitives;
using RevenueModel.Retention;

const string MidMarket = "Mid-Market Cross-System";
const string Enterprise = "Enterprise Integration-CoE";
var asOf = new YearMonth(2027, 6);
Subscription[] subscriptions =
[
    Sold("Aldgate", Enterprise, "2025-11-15", "2026-11-15", 720_000m),
    Sold("Aldgate", Enterprise, "2026-11-15", "2027-11-15", 1_050_000m),
    Sold("Borea", Enterprise, "2026-01-10", "2027-01-10", 680_000m),
    Sold("Borea", Enterprise, "2027-01-10", "2028-01-10", 640_000m),
    Sold("Calder", MidMarket, "2026-02-01", "2027-02-01", 98_000m),
    Sold("Calder", MidMarket, "2027-03-20", "2028-03-20", 110_000m), // renewed seven weeks late
    Sold("Dunmore", MidMarket, "2026-03-01", "2027-03-01", 150_000m), // left
    Sold("Elbe", MidMarket, "2026-04-01", "2027-04-01", 210_000m),
    Sold("Elbe", MidMarket, "2027-04-01", "2028-04-01", 210_000m),
    Sold("Farrow", MidMarket, "2026-05-10", "2026-08-10", 120_000m),
    Sold("Farrow", MidMarket, "2027-05-01", "2028-05-01", 140_000m), // came back after nine months
    Sold("Garnet", Enterprise, "2026-09-01", "2029-09-01", 2_700_000m) with { Interval = RecurringInterval.Years(3) },
    Sold("Hollis", MidMarket, "2027-02-15", "2028-02-15", 99_000m),
];
RevenueHistory history = RevenueHistory.Of(subscriptions, asOf);
var options = new RetentionOptions { Interval = ReportInterval.Quarter, GraceMonths = 3 };

Console.WriteLine("ARR bridge by quarter");
foreach (ArrBridge line in BridgeCalculator.Bridge(history, options))
{
    Console.WriteLine($"  {line}");
}

Console.WriteLine("\nNRR and GRR of the last twelve months by every method");
foreach (RetentionFigure figure in RetentionCalculator.Compare(history, options))
{
    Console.WriteLine($"  {figure}");
}

Console.WriteLine("\nPublished figures beside the measured ones");
ValueList<RetentionTotals> bySegment = RetentionCalculator.ClosedCohort(
    history, options with { GroupBy = RevenueDimension.Segment });
foreach (RetentionTargetComparison line in RetentionTargetCalculator.Compare(
    PublishedRetentionTargets.Ipaas2027, bySegment))
{
    Console.WriteLine($"  {line}");
}

Console.WriteLine("\nCohorts by quarter: accounts that started, ARR at the end of each quarter");
foreach (Cohort cohort in CohortCalculator.Triangle(history, options)[0].Cohorts)
{
    Console.WriteLine($"  {cohort}");
}

Console.WriteLine("\nDrivers of change, in points of NRR");
foreach (RetentionContribution part in ContributionCalculator.ByGroup(
    history, options with { GroupBy = RevenueDimension.Segment }))
{
    Console.WriteLine($"  {part}");
}

foreach (RetentionContribution account in ContributionCalculator.LargestChanges(history, 3, options))
{
    Console.WriteLine($"  {account}");
}

Console.WriteLine("\nAccounts that did not grow in twelve months");
foreach (RetentionContribution account in ContributionCalculator.Stalled(history, options))
{
    Console.WriteLine($"  {account}");
}

static Subscription Sold(string account, string segment, string from, string to, decimal amount) => new()
{
    Account = account,
    Segment = segment,
    Term = DateSpan.Parse($"[{from}, {to})"),
    Amount = amount,
    Interval = RecurringInterval.Annual,
};
