
namespace RevenueModel.Benchmarks;

/// <summary>Pseudorandom numbers that are the same on every machine: splitmix64.</summary>
internal struct Draws
{
    private ulong _state;

    public Draws(ulong seed) => _state = seed;

    public int Below(int end) => (int)Math.BigMul(Next(), (ulong)end, out _);

    public bool OneIn(int count) => Below(count) == 0;

    public double Fraction() => (Next() >> 11) * (1.0 / (1UL << 53));

    private ulong Next()
    {
        ulong bits = _state += 0x9E3779B97F4A7C15;
        bits = (bits ^ (bits >> 30)) * 0xBF58476D1CE4E5B9;
        bits = (bits ^ (bits >> 27)) * 0x94D049BB133111EB;
        return bits ^ (bits >> 31);
    }
}
