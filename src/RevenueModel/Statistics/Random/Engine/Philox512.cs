using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace RevenueModel.Statistics;

/// <summary>Philox in vectors of 512 bits: a lane of 64 bits is a block.</summary>
/// <remarks>The multiplication reads the low half of a lane only. The high halves contain remains of products until
/// the last round, after which they are cut off.</remarks>
internal static class Philox512
{
    private const int Lanes = 8;
    private const int Groups = 4;
    private const int Step = Lanes * 2 * Groups;

    /// <summary>Fills as much of a span as whole steps fill.</summary>
    /// <returns>The number of values written.</returns>
    public static int Fill(ulong key, ulong trial, ulong block, Span<ulong> destination)
    {
        Vector512<ulong> blocks = Vector512.Create(block) + Vector512<ulong>.Indices;
        Vector512<ulong> lanes = Vector512.Create((ulong)Lanes);
        Vector512<ulong> trialLow = Vector512.Create(trial);
        Vector512<ulong> trialHigh = Vector512.Create(trial >> 32);
        ref ulong target = ref MemoryMarshal.GetReference(destination);
        int done = 0;
        for (; done + Step <= destination.Length; done += Step)
        {
            State s0 = Start(blocks, trialLow, trialHigh);
            blocks += lanes;
            State s1 = Start(blocks, trialLow, trialHigh);
            blocks += lanes;
            State s2 = Start(blocks, trialLow, trialHigh);
            blocks += lanes;
            State s3 = Start(blocks, trialLow, trialHigh);
            blocks += lanes;
            uint first = (uint)key;
            uint second = (uint)(key >> 32);
            for (int round = 0; round < Philox.Rounds; round++)
            {
                Vector512<ulong> one = Vector512.Create((ulong)first);
                Vector512<ulong> two = Vector512.Create((ulong)second);
                s0 = Round(s0, one, two);
                s1 = Round(s1, one, two);
                s2 = Round(s2, one, two);
                s3 = Round(s3, one, two);
                first += Philox.FirstKeyStep;
                second += Philox.SecondKeyStep;
            }

            Store(s0, ref target, (nuint)(done + 0));
            Store(s1, ref target, (nuint)(done + 16));
            Store(s2, ref target, (nuint)(done + 32));
            Store(s3, ref target, (nuint)(done + 48));
        }

        return done;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static State Start(Vector512<ulong> blocks, Vector512<ulong> trialLow, Vector512<ulong> trialHigh) =>
        new(blocks, Vector512.ShiftRightLogical(blocks, 32), trialLow, trialHigh);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static State Round(State s, Vector512<ulong> first, Vector512<ulong> second)
    {
        Vector512<ulong> p = Product(s.A, Philox.FirstMultiplier);
        Vector512<ulong> q = Product(s.C, Philox.SecondMultiplier);
        return new State(
            Vector512.ShiftRightLogical(q, 32) ^ (s.B ^ first),
            q,
            Vector512.ShiftRightLogical(p, 32) ^ (s.D ^ second),
            p);
    }

    // The second form needs no AVX-512, so that the tests run this path on any machine.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<ulong> Product(Vector512<ulong> value, uint factor) => Avx512F.IsSupported
        ? Avx512F.Multiply(value.AsUInt32(), Vector512.Create(factor))
        : (value & Vector512.Create((ulong)uint.MaxValue)) * factor;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Store(State s, ref ulong target, nuint at)
    {
        Vector512<ulong> mask = Vector512.Create((ulong)uint.MaxValue);
        Vector512<ulong> low = (s.A & mask) | Vector512.ShiftLeft(s.B, 32);
        Vector512<ulong> high = (s.C & mask) | Vector512.ShiftLeft(s.D, 32);
        if (Avx512F.IsSupported)
        {
            Avx512F.PermuteVar8x64x2(low, Vector512.Create(0UL, 8, 1, 9, 2, 10, 3, 11), high)
                .StoreUnsafe(ref target, at);
            Avx512F.PermuteVar8x64x2(low, Vector512.Create(4UL, 12, 5, 13, 6, 14, 7, 15), high)
                .StoreUnsafe(ref target, at + Lanes);
            return;
        }

        for (int lane = 0; lane < Lanes; lane++)
        {
            Unsafe.Add(ref target, at + (nuint)(2 * lane)) = low[lane];
            Unsafe.Add(ref target, at + (nuint)((2 * lane) + 1)) = high[lane];
        }
    }

    private readonly record struct State(
        Vector512<ulong> A, Vector512<ulong> B, Vector512<ulong> C, Vector512<ulong> D);
}
