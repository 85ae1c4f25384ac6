#:property PublishAot=false
#:project ../../../src/RevenueModel/RevenueModel.csproj
// Compares the open pipeline of each segment with its remaining quota.
using RevenueModel.Pipeline;

List<Opportunity> deals =
[
    Open("1", "SMB", 240_000m), Open("2", "SMB", 180_000m), Open("3", "Mid-Market", 900_000m),
    Open("4", "Mid-Market", 1_300_000m), Open("5", "Enterprise", 2_500_000m), Open("6", "Enterprise", 1_600_000m),
];
(string Name, decimal Target, decimal RemainingQuota)[] segments =
    [("SMB", 3.6m, 100_000m), ("Mid-Market", 4.6m, 500_000m), ("Enterprise", 5.4m, 1_000_000m)];

foreach ((string name, decimal target, decimal remaining) in segments)
{
    decimal open = deals.Where(deal => deal.IsOpen && deal.Segment == name).Sum(deal => deal.Amount ?? 0m);
    CoverageComparison coverage = CoverageCalculator.Compare(target, open, remaining);
    Console.WriteLine($"{name}: {coverage.Coverage:0.0}x, target {coverage.CoverageTarget:0.0}x");
    Console.WriteLine(coverage.IsMet ? "  The target is met." : $"  {coverage.Gap:#,0} more pipeline is required.");
}

static Opportunity Open(string id, string segment, decimal amount) =>
    new() { Id = id, Stage = "Proposal", Segment = segment, Amount = amount, Timeline = DealTimeline.Open() };
