using BenchmarkDotNet.Attributes;
using RevenueModel.Benchmarks.Rivals;
using RevenueModel.Segments;

namespace RevenueModel.Benchmarks.Segments;

/// <summary>The segments of ten thousand contract values.</summary>
public class SegmentBenchmarks
{
    private readonly LinqSegments.AcvBand[] _bands = LinqSegments.Bands(DealBook.Segmentation);
    private readonly decimal[] _acvs = DealBook.Acvs(10_000);
    private readonly int[] _positions = new int[10_000];

    [GlobalSetup]
    public void Setup()
    {
        Expect.Same(Linq(), Bulk());
        Expect.Equal(_positions.Count(position => position >= 0), Scalar());
    }

    [Benchmark(Baseline = true)]
    public int[] Linq() => LinqSegments.ByAcv(_bands, _acvs);

    [Benchmark]
    public int[] Bulk()
    {
        SegmentCalculator.PositionsByAcv(DealBook.Segmentation, _acvs, _positions);
        return _positions;
    }

    /// <summary>
    /// Single calls, which also find neighbors and distances; counts the values that are in a segment.
    /// </summary>
    [Benchmark]
    public int Scalar()
    {
        int inSegment = 0;
        foreach (decimal acv in _acvs)
        {
            inSegment += SegmentCalculator.ByAcv(DealBook.Segmentation, acv).Segment is null ? 0 : 1;
        }

        return inSegment;
    }
}
