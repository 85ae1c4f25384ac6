using BenchmarkDotNet.Attributes;
using RevenueModel.Statistics;

namespace RevenueModel.Benchmarks.Statistics;

/// <summary>100,000 random numbers: a source against <see cref="Random"/> with a seed, which has no bulk form for
/// numbers. Its numbers have 31 random bits, those of the source 32 or, as uniform doubles, 53.</summary>
public class RandomSourceBenchmarks
{
    private const int Seed = 7;
    private const int Count = 100_000;

    private readonly uint[] _words = new uint[Count];
    private readonly double[] _uniforms = new double[Count];

    // The two sides draw different numbers. Each has the mean of its distribution within five standard errors.
    [GlobalSetup]
    public void Setup()
    {
        foreach (Func<double[]> fill in (Func<double[]>[])[SeededDoubles, Uniforms])
        {
            Expect.Near([fill().Average()], [0.5], 0.01);
        }

        Expect.Near([SeededIntegers().Average(word => (double)word)], [int.MaxValue / 2.0], 0.01);
        Expect.Near([Integers32().Average(word => (double)word)], [uint.MaxValue / 2.0], 0.01);
    }

    [BenchmarkCategory("Integers"), Benchmark(Baseline = true)]
    public uint[] SeededIntegers()
    {
        var random = new Random(Seed);
        for (int i = 0; i < _words.Length; i++)
        {
            _words[i] = (uint)random.Next();
        }

        return _words;
    }

    [BenchmarkCategory("Integers"), Benchmark]
    public uint[] Integers32()
    {
        RandomSource.Of(Seed).Integers32(trial: 0, position: 0, _words);
        return _words;
    }

    [BenchmarkCategory("Doubles"), Benchmark(Baseline = true)]
    public double[] SeededDoubles()
    {
        var random = new Random(Seed);
        for (int i = 0; i < _uniforms.Length; i++)
        {
            _uniforms[i] = random.NextDouble();
        }

        return _uniforms;
    }

    [BenchmarkCategory("Doubles"), Benchmark]
    public double[] Uniforms()
    {
        RandomSource.Of(Seed).Trial(0).Uniforms(position: 0, _uniforms);
        return _uniforms;
    }
}
