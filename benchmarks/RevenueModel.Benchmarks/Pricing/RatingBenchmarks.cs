using BenchmarkDotNet.Attributes;
using RevenueModel.Benchmarks.Rivals;
using RevenueModel.Pricing;

namespace RevenueModel.Benchmarks.Pricing;

/// <summary>The prices of a million usages under five graduated tiers. Times and allocations are per usage.</summary>
public class RatingBenchmarks
{
    private const int Usages = 1_000_000;

    private readonly decimal[] _usages = UsageBook.Usages(Usages);
    private readonly decimal[] _amounts = new decimal[Usages];
    private readonly LinqTiers.Tier[] _tiers = LinqTiers.TiersOf(UsageBook.Price.Schedule);

    [GlobalSetup]
    public void Setup()
    {
        decimal[] rival = Linq();
        Expect.Same(rival, Loop());
        Expect.Same(rival, OneByOne());
        Array.Clear(_amounts);
        Expect.Same(rival, Bulk());
    }

    [Benchmark(Baseline = true, OperationsPerInvoke = Usages)]
    public decimal[] Linq() => LinqTiers.Amounts(_tiers, _usages);

    [Benchmark(OperationsPerInvoke = Usages)]
    public decimal[] Loop()
    {
        for (int i = 0; i < _usages.Length; i++)
        {
            _amounts[i] = LinqTiers.AmountByLoop(_tiers, _usages[i]);
        }

        return _amounts;
    }

    [Benchmark(OperationsPerInvoke = Usages)]
    public decimal[] OneByOne()
    {
        for (int i = 0; i < _usages.Length; i++)
        {
            _amounts[i] = RatingCalculator.Amount(UsageBook.Price, _usages[i]);
        }

        return _amounts;
    }

    [Benchmark(OperationsPerInvoke = Usages)]
    public decimal[] Bulk()
    {
        RatingCalculator.Amounts(UsageBook.Price, _usages, _amounts);
        return _amounts;
    }
}
