using BenchmarkDotNet.Attributes;
using RevenueModel.Benchmarks.Rivals;
using RevenueModel.Diagnostics;
using RevenueModel.Primitives;

namespace RevenueModel.Benchmarks.Diagnostics;

/// <summary>The review of a million deals with their teams and stakeholders, against LINQ rule by rule, and against
/// reading the deals from a CSV file in memory. The library computes costs and the other rules too.</summary>
public class ArchitectureReviewBenchmarks
{
    private static readonly string[] RulesOnDeals =
    [
        ReviewRuleIds.SingleBuyerMotion, ReviewRuleIds.SingleConsultant, ReviewRuleIds.MissingChampion,
        ReviewRuleIds.NoSpecialtyPartners, ReviewRuleIds.ForecastShorterThanCycle,
    ];

    private ReviewBook? _book;

    /// <summary>Creates the deals and checks that both sides have the same findings.</summary>
    [GlobalSetup]
    public void Setup()
    {
        _book = ReviewBook.Create(DealBook.Many);
        ValueList<ReviewFinding> findings = Reviewed().Findings;
        ReviewCell[] own =
        [
            .. RulesOnDeals.SelectMany(rule => findings.Where(finding => finding.Rule == rule)).Select(ReviewCell.Of),
        ];
        Expect.Equal(
            RulesOnDeals.Length, own.Select(static cell => cell.Rule).Distinct(StringComparer.Ordinal).Count());
        Expect.Same(LinqReview.Findings(ReviewBook.Architecture, _book.Data), own);
    }

    /// <summary>Reviews with LINQ, a pass for each rule.</summary>
    /// <returns>The number of findings.</returns>
    [Benchmark(Baseline = true)]
    public int Linq() => LinqReview.Findings(ReviewBook.Architecture, _book!.Data).Length;

    /// <summary>Reviews with the library, by all rules.</summary>
    /// <returns>The number of findings.</returns>
    [Benchmark]
    public int Review() => Reviewed().Findings.Count;

    /// <summary>Reviews the deals with the library, without teams and stakeholders.</summary>
    /// <returns>The number of findings.</returns>
    [Benchmark]
    public int ReviewDealsAlone() => ArchitectureReviewCalculator
        .Review(ReviewBook.Architecture, _book!.Data with { DealTeams = [], StakeholderMaps = [] }).Findings.Count;

    /// <summary>Reads the deals from a CSV file in memory.</summary>
    /// <returns>The number of deals.</returns>
    [Benchmark]
    public int Load() => _book!.Load();

    private ArchitectureReview Reviewed() =>
        ArchitectureReviewCalculator.Review(ReviewBook.Architecture, _book!.Data);
}
