using BenchmarkDotNet.Attributes;
using RevenueModel.Benchmarks.Rivals;
using RevenueModel.Primitives;

namespace RevenueModel.Benchmarks.Primitives;

/// <summary>The split of an amount into parts that sum to it to the cent.</summary>
public class AllocationBenchmarks
{
    private const decimal Total = 1_234_567.89m;

    private decimal[] _weights = [];
    private decimal[] _parts = [];

    [Params(3, 50)]
    public int Parts { get; set; }

    [GlobalSetup]
    public void Setup()
    {
        _weights = DealBook.Acvs(Parts);
        _parts = new decimal[Parts];
        Expect.Same(Linq(), Span());
        Expect.Same(Linq(), List());
    }

    [Benchmark(Baseline = true)]
    public decimal[] Linq() => LinqAllocation.ByLargestRemainder(Total, _weights);

    [Benchmark]
    public ValueList<decimal> List() =>
        AllocationCalculator.ByLargestRemainder(Total, _weights, RoundingPolicy.Cents);

    [Benchmark]
    public decimal[] Span()
    {
        AllocationCalculator.ByLargestRemainder(Total, _weights, RoundingPolicy.Cents, _parts);
        return _parts;
    }
}
