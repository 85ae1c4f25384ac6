
namespace RevenueModel.Tests.Helpers;

/// <summary>Vigna's 64-bit generator, so that a simulation has the same numbers on every run.</summary>
public sealed class SplitMix64(ulong seed)
{
    private ulong _state = seed;

    public ulong Next()
    {
        _state += 0x9E3779B97F4A7C15UL;
        ulong z = _state;
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9UL;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EBUL;
        return z ^ (z >> 31);
    }

    /// <summary>A number in (0, 1).</summary>
    public double NextOpen() => ((Next() >> 11) + 0.5) / (1UL << 53);

    /// <summary>A standard normal number by the Box-Muller transform.</summary>
    public double NextNormal() => Math.Sqrt(-2 * Math.Log(NextOpen())) * Math.Cos(2 * Math.PI * NextOpen());
}
