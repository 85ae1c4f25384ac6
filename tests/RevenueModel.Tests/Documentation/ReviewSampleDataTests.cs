using NodaTime;
using RevenueModel.Architectures;
using RevenueModel.Diagnostics;
using RevenueModel.Import;
using RevenueModel.Json;
using RevenueModel.Pipeline;
using RevenueModel.Primitives;
using RevenueModel.Tests.Packages;

namespace RevenueModel.Tests.Documentation;

/// <summary>The files that the review sample reads have the findings that the page on the data describes.</summary>
public class ReviewSampleDataTests
{
    private static readonly RevenueArchitecture Architecture =
        RevenueModelJson.Read<RevenueArchitecture>(Text("review-architecture.json"));

    private static readonly ReviewData Company = RevenueModelJson.Read<ReviewData>(Text("review-company.json"));

    private static readonly SubscriptionImport Terms = ReadSubscriptions();

    private static readonly ArchitectureReview Reviewed = ArchitectureReviewCalculator.Review(
        Architecture,
        Company with { Opportunities = ReadDeals(), Subscriptions = Terms.Subscriptions },
        new ReviewOptions { Reference = PublishedArchitectures.IndustrialIot2027 });

    [Fact]
    public void EachRowOfSubscriptionsIsRead() => Assert.Empty(Terms.Refused);

    [Fact]
    public void TheArrOfTheCompanyIsThatOfItsSubscriptions() =>
        Assert.Equal(
            Company.Company!.Arr,
            Terms.Subscriptions.Where(static one => one.Term.Contains(Company.AsOf)).Sum(static one => one.Amount));

    [Fact]
    public void EachDealOfTheCompanyIsInTheExport()
    {
        var deals = ReadDeals().Select(static deal => deal.Id).ToHashSet(StringComparer.Ordinal);

        Assert.All(Company.DealTeams, team => Assert.Contains(team.DealId, deals));
        Assert.All(Company.StakeholderMaps, map => Assert.Contains(map.DealId, deals));
        Assert.All(Company.DealDiscounts, discount => Assert.Contains(discount.DealId, deals));
    }

    [Fact]
    public void TheSampleHasFiveFailuresAndThreeWarnings() => Assert.Equal(
        [
            ReviewRuleIds.SingleBuyerMotion, ReviewRuleIds.SingleConsultant, ReviewRuleIds.MissingChampion,
            ReviewRuleIds.ForecastShorterThanCycle, ReviewRuleIds.FirstDealOnly, ReviewRuleIds.RampShorterThanCycle,
            ReviewRuleIds.MissingRole, ReviewRuleIds.QuotaAboveCapacity,
        ],
        Reviewed.Findings.Where(static finding => finding.Severity > ReviewSeverity.Note)
            .Select(static finding => finding.Rule)
            .Distinct(StringComparer.Ordinal));

    // Counted in the file by a program that shares no code with the library.
    [Fact]
    public void DealsWithOneBuyerAreThoseOfTheFile()
    {
        ReviewFinding enterprise = Reviewed.FindingsOf(ReviewRuleIds.SingleBuyerMotion)[2];

        Assert.Equal("Enterprise Asset-Intensive", enterprise.Subject);
        Assert.Equal(13m, enterprise.Evidence[1].Value.Min);
        Assert.Equal(29_196_000m, decimal.Round(enterprise.Costs.Sum(static cost => cost.Base), 2));
    }

    [Fact]
    public void OverlappingCostsCountOnceAndAreLessThanArr()
    {
        Assert.Equal(4, Reviewed.Overlaps.Count);
        Assert.True(Reviewed.TotalCostPerYear!.Value.Max < Reviewed.SumOfCostsPerYear!.Value.Max);
        Assert.True(Reviewed.TotalCostPerYear.Value.Max < Company.Company!.Arr / 2m);
    }

    [Fact]
    public void TheOnlyRuleWithoutDataIsThatOnVolume() => Assert.Equal(
        ReviewRuleIds.VolumeUnwatched, Assert.Single(Reviewed.SkippedRules).Rule);

    private static string PathOf(string name) => Repository.PathOf("docs", "samples", "data", name);

    private static string Text(string name) => File.ReadAllText(PathOf(name));

    private static SubscriptionImport ReadSubscriptions()
    {
        using FileStream stream = File.OpenRead(PathOf("review-subscriptions.csv"));
        return SubscriptionImporter.Read(stream, new SubscriptionImportOptions());
    }

    private static ValueList<Opportunity> ReadDeals()
    {
        using FileStream stream = File.OpenRead(PathOf("industrial-iot-pipeline.csv"));
        return CrmImporter.Read(
            stream,
            new CrmImportOptions
            {
                Process = StandardProcesses.Salesforce,
                Stages = [StageMapping.ToStage("Verbal", "Negotiation/Review")],
                LatestDate = new LocalDate(2026, 10, 31),
            }).Opportunities;
    }
}
