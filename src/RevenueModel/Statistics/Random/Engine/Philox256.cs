using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace RevenueModel.Statistics;

/// <summary>Philox in vectors of 256 bits: a lane of 64 bits is a block.</summary>
/// <remarks>The multiplication reads the low half of a lane only. The high halves contain remains of products until
/// the last round, after which they are cut off.</remarks>
internal static class Philox256
{
    private const int Lanes = 4;
    private const int Groups = 2;
    private const int Step = Lanes * 2 * Groups;

    /// <summary>Fills as much of a span as whole steps fill.</summary>
    /// <returns>The number of values written.</returns>
    public static int Fill(ulong key, ulong trial, ulong block, Span<ulong> destination)
    {
        Vector256<ulong> blocks = Vector256.Create(block) + Vector256<ulong>.Indices;
        Vector256<ulong> lanes = Vector256.Create((ulong)Lanes);
        Vector256<ulong> trialLow = Vector256.Create(trial);
        Vector256<ulong> trialHigh = Vector256.Create(trial >> 32);
        ref ulong target = ref MemoryMarshal.GetReference(destination);
        int done = 0;
        for (; done + Step <= destination.Length; done += Step)
        {
            State s0 = Start(blocks, trialLow, trialHigh);
            blocks += lanes;
            State s1 = Start(blocks, trialLow, trialHigh);
            blocks += lanes;
            uint first = (uint)key;
            uint second = (uint)(key >> 32);
            for (int round = 0; round < Philox.Rounds; round++)
            {
                Vector256<ulong> one = Vector256.Create((ulong)first);
                Vector256<ulong> two = Vector256.Create((ulong)second);
                s0 = Round(s0, one, two);
                s1 = Round(s1, one, two);
                first += Philox.FirstKeyStep;
                second += Philox.SecondKeyStep;
            }

            Store(s0, ref target, (nuint)(done + 0));
            Store(s1, ref target, (nuint)(done + 8));
        }

        return done;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static State Start(Vector256<ulong> blocks, Vector256<ulong> trialLow, Vector256<ulong> trialHigh) =>
        new(blocks, Vector256.ShiftRightLogical(blocks, 32), trialLow, trialHigh);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static State Round(State s, Vector256<ulong> first, Vector256<ulong> second)
    {
        Vector256<ulong> p = Avx2.Multiply(s.A.AsUInt32(), Vector256.Create(Philox.FirstMultiplier));
        Vector256<ulong> q = Avx2.Multiply(s.C.AsUInt32(), Vector256.Create(Philox.SecondMultiplier));
        return new State(
            Vector256.ShiftRightLogical(q, 32) ^ (s.B ^ first),
            q,
            Vector256.ShiftRightLogical(p, 32) ^ (s.D ^ second),
            p);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Store(State s, ref ulong target, nuint at)
    {
        Vector256<ulong> mask = Vector256.Create((ulong)uint.MaxValue);
        Vector256<ulong> low = (s.A & mask) | Vector256.ShiftLeft(s.B, 32);
        Vector256<ulong> high = (s.C & mask) | Vector256.ShiftLeft(s.D, 32);
        Vector256<ulong> even = Avx2.UnpackLow(low, high);
        Vector256<ulong> odd = Avx2.UnpackHigh(low, high);
        Avx2.Permute2x128(even, odd, 0x20).StoreUnsafe(ref target, at);
        Avx2.Permute2x128(even, odd, 0x31).StoreUnsafe(ref target, at + Lanes);
    }

    private readonly record struct State(
        Vector256<ulong> A, Vector256<ulong> B, Vector256<ulong> C, Vector256<ulong> D);
}
