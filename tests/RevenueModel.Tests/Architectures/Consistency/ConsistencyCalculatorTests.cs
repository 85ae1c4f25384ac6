using RevenueModel.Architectures;
using RevenueModel.Primitives;
using RevenueModel.Segments;

namespace RevenueModel.Tests.Architectures.Consistency;

/// <summary>Laws of single rules: the retention over all segments is a mean of theirs.</summary>
public class ConsistencyCalculatorTests
{
    [Theory]
    [InlineData(1.1, 1.2, ConsistencyVerdict.Agrees)]
    [InlineData(1.08, 1.3, ConsistencyVerdict.Agrees)]
    [InlineData(1.07, 1.2, ConsistencyVerdict.Contradicts)]
    [InlineData(1.1, 1.31, ConsistencyVerdict.Contradicts)]
    public void AMeanLiesBetweenTheSegments(double low, double high, ConsistencyVerdict verdict) =>
        Assert.Equal(verdict, VerdictOf((decimal)low, (decimal)high, isSmallStated: true));

    [Theory]
    [InlineData(1.1, 1.2, ConsistencyVerdict.Agrees)]
    [InlineData(1.02, 1.2, ConsistencyVerdict.Incomplete)]
    public void ASegmentThatIsNotStatedCanLieBeyond(double low, double high, ConsistencyVerdict verdict) =>
        Assert.Equal(verdict, VerdictOf((decimal)low, (decimal)high, isSmallStated: false));

    private static ConsistencyVerdict VerdictOf(decimal low, decimal high, bool isSmallStated)
    {
        RevenueArchitecture published = PublishedArchitectures.IndustrialIot2027;
        RevenueArchitecture architecture = published with
        {
            NrrTarget = Band.Between(low, high),
            Segmentation = Segmentation.Of(published.Segmentation.Segments.Select(
                segment => segment.NrrTarget is null && isSmallStated
                    ? segment with { NrrTarget = Band.Between(1.1m, 1.12m) }
                    : segment)),
        };
        ConsistencyReport report = ConsistencyCalculator.Review(architecture);
        return report.ChecksOf(ConsistencyRule.NrrAcrossSegments)[0].Verdict;
    }
}
