using System.Runtime.CompilerServices;

namespace RevenueModel.Forecasting;

/// <summary>A 128-bit sum in two machine words, which the compiler keeps in registers.</summary>
internal struct Accumulator
{
    private ulong _lower;
    private long _upper;

    public readonly Int128 Value => new((ulong)_upper, _lower);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Add(long value)
    {
        _lower += (ulong)value;
        _upper += (value >> 63) + (_lower < (ulong)value ? 1 : 0);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void AddProduct(long amount, long weight)
    {
        long upper = Math.BigMul(amount, weight, out long lower);
        _lower += (ulong)lower;
        _upper += upper + (_lower < (ulong)lower ? 1 : 0);
    }

    public void Add(Accumulator other)
    {
        _lower += other._lower;
        _upper += other._upper + (_lower < other._lower ? 1 : 0);
    }
}
