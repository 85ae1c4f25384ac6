using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace RevenueModel.Statistics;

/// <summary>
/// The counter-based generator Philox4x32-10 (Salmon, Moraes, Dror and Shaw, "Parallel random numbers: as easy as 1,
/// 2, 3", SC 2011): ten rounds turn a counter of 128 bits and a key of 64 bits into a block of 128 random bits.
/// </summary>
/// <remarks>The low half of the counter is the number of the block in its trial, the high half is the trial. The
/// words of a block are in the order of the paper; two of them make a 64-bit number, the first one in the low
/// half.</remarks>
internal static class Philox
{
    public const int Rounds = 10;
    public const uint FirstMultiplier = 0xD2511F53;
    public const uint SecondMultiplier = 0xCD9E8D57;
    public const uint FirstKeyStep = 0x9E3779B9;
    public const uint SecondKeyStep = 0xBB67AE85;

    /// <summary>Gets the widest path that the processor executes directly. Vectors of 512 bits that are emulated are
    /// slower than scalar code.</summary>
    public static LaneWidth Widest =>
        Vector512.IsHardwareAccelerated && Avx512F.IsSupported ? LaneWidth.Bits512
        : Avx2.IsSupported ? LaneWidth.Bits256
        : LaneWidth.Scalar;

    /// <summary>Computes one block.</summary>
    /// <param name="key">The key.</param>
    /// <param name="trial">The trial.</param>
    /// <param name="block">The number of the block in the trial.</param>
    /// <param name="low">The first and the second word.</param>
    /// <param name="high">The third and the fourth word.</param>
    public static void Block(ulong key, ulong trial, ulong block, out ulong low, out ulong high)
    {
        uint a = (uint)block;
        uint b = (uint)(block >> 32);
        uint c = (uint)trial;
        uint d = (uint)(trial >> 32);
        uint first = (uint)key;
        uint second = (uint)(key >> 32);
        for (int round = 0; round < Rounds; round++)
        {
            ulong p = (ulong)FirstMultiplier * a;
            ulong q = (ulong)SecondMultiplier * c;
            a = (uint)(q >> 32) ^ b ^ first;
            b = (uint)q;
            c = (uint)(p >> 32) ^ d ^ second;
            d = (uint)p;
            first += FirstKeyStep;
            second += SecondKeyStep;
        }

        low = a | ((ulong)b << 32);
        high = c | ((ulong)d << 32);
    }

    /// <summary>Returns one 64-bit number.</summary>
    /// <param name="key">The key.</param>
    /// <param name="trial">The trial.</param>
    /// <param name="position">The number of the 64-bit number in the trial.</param>
    public static ulong Number(ulong key, ulong trial, ulong position)
    {
        Block(key, trial, position >> 1, out ulong low, out ulong high);
        return (position & 1) == 0 ? low : high;
    }

    /// <summary>Fills a span with the 64-bit numbers of successive positions.</summary>
    public static void Fill(ulong key, ulong trial, ulong position, Span<ulong> destination, LaneWidth width)
    {
        if ((position & 1) != 0 && !destination.IsEmpty)
        {
            destination[0] = Number(key, trial, position);
            position++;
            destination = destination[1..];
        }

        Blocks(key, trial, position >> 1, destination[..(destination.Length & ~1)], width);
        if ((destination.Length & 1) != 0)
        {
            int last = destination.Length - 1;
            destination[last] = Number(key, trial, position + (ulong)last);
        }
    }

    /// <summary>Fills a span of an even length with successive blocks, two numbers each.</summary>
    private static void Blocks(ulong key, ulong trial, ulong block, Span<ulong> destination, LaneWidth width)
    {
        int done = width switch
        {
            LaneWidth.Bits512 => Philox512.Fill(key, trial, block, destination),
            LaneWidth.Bits256 => Philox256.Fill(key, trial, block, destination),
            _ => 0,
        };
        block += (ulong)done >> 1;
        for (int i = done; i + 1 < destination.Length; i += 2)
        {
            Block(key, trial, block++, out destination[i], out destination[i + 1]);
        }
    }
}
