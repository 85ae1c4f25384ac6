using BenchmarkDotNet.Attributes;
using RevenueModel.Benchmarks.Rivals;
using RevenueModel.Primitives;

namespace RevenueModel.Benchmarks.Primitives;

/// <summary>The amounts of a hundred thousand quantities under five marginal tiers.</summary>
public class TierBenchmarks
{
    private readonly TierSchedule _schedule = TierSchedule.Of(
        Tier.Between(0m, 50_000m, 0.12m),
        Tier.Between(50_000m, 250_000m, 0.10m),
        Tier.Between(250_000m, 1_000_000m, 0.085m),
        Tier.Between(1_000_000m, 5_000_000m, 0.07m),
        Tier.AtLeast(5_000_000m, 0.055m));

    private readonly decimal[] _quantities = DealBook.Acvs(100_000);
    private readonly decimal[] _amounts = new decimal[100_000];
    private LinqTiers.Tier[] _tiers = [];

    [GlobalSetup]
    public void Setup()
    {
        _tiers = LinqTiers.TiersOf(_schedule);
        Expect.Same(Linq(), Bulk());
    }

    [Benchmark(Baseline = true)]
    public decimal[] Linq() => LinqTiers.Amounts(_tiers, _quantities);

    [Benchmark]
    public decimal[] Bulk()
    {
        TierCalculator.Amounts(_schedule, _quantities, _amounts);
        return _amounts;
    }
}
