using RevenueModel.Architectures;
using RevenueModel.Diagnostics;
using RevenueModel.Tests.Helpers;
using Xunit.Abstractions;

namespace RevenueModel.Tests.Diagnostics;

public class ArchitectureReviewTests(ITestOutputHelper output)
{
    [Fact]
    public void ASoundCompanyHasNoFindingAndNoSkippedRule()
    {
        ArchitectureReview review = SoundCompany.Review();
        output.WriteLine(review.ToText());

        Assert.Empty(review.Findings);
        Assert.Empty(review.SkippedRules);
        Assert.Equal(ReviewRules.All.Select(rule => rule.Id), review.EvaluatedRules);
        Assert.Null(review.TotalCostPerYear);
    }

    [Fact]
    public void Print()
    {
        foreach (var a in new[] { PublishedArchitectures.IndustrialIot2027, PublishedArchitectures.Ipaas2027 })
        {
            output.WriteLine(ArchitectureReviewCalculator.Review(a, new ReviewData { AsOf = new(2027, 1, 1) }).ToText());
        }
    }
}
