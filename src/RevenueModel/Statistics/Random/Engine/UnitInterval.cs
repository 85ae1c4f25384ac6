using System.Numerics;
using System.Runtime.InteropServices;

namespace RevenueModel.Statistics;

/// <summary>Maps random 64-bit numbers to numbers between 0 and 1. Each step is exact.</summary>
internal static class UnitInterval
{
    private const double HalfOpenStep = 1.0 / (1L << 53);
    private const double OpenStep = 1.0 / (1L << 52);

    // The bits of the double 1.
    private const ulong One = 0x3FF0_0000_0000_0000;

    // Numbers and doubles share the memory of the destination, and a part of this size stays in the first cache.
    private const int Part = 1_024;

    /// <summary>Returns a multiple of 2^-53 in [0, 1), from the high 53 bits.</summary>
    public static double HalfOpen(ulong number) => (long)(number >> 11) * HalfOpenStep;

    /// <summary>Returns the middle of one of 2^52 equal parts of (0, 1), from the high 52 bits.</summary>
    public static double Open(ulong number) => ((long)(number >> 12) + 0.5) * OpenStep;

    /// <summary>Fills a span with numbers in [0, 1), or in (0, 1), of successive positions.</summary>
    public static void Fill(
        ulong key, ulong trial, ulong position, Span<double> destination, bool isOpen, LaneWidth width)
    {
        while (!destination.IsEmpty)
        {
            Span<double> part = destination[..Math.Min(Part, destination.Length)];
            Span<ulong> numbers = MemoryMarshal.Cast<double, ulong>(part);
            Philox.Fill(key, trial, position, numbers, width);
            Convert(numbers, part, isOpen, width);
            position += (ulong)part.Length;
            destination = destination[part.Length..];
        }
    }

    private static void Convert(Span<ulong> numbers, Span<double> destination, bool isOpen, LaneWidth width)
    {
        int done = 0;
        if (width != LaneWidth.Scalar && Vector.IsHardwareAccelerated)
        {
            Span<Vector<ulong>> from = MemoryMarshal.Cast<ulong, Vector<ulong>>(numbers);
            Span<Vector<double>> to = MemoryMarshal.Cast<double, Vector<double>>(destination);
            // A number of 52 bits below the exponent of one is a double in [1, 2). One unit in the last place below
            // one is 2^-53, so that the subtractions are exact.
            var one = new Vector<ulong>(One);
            var belowOne = Vector.AsVectorDouble(one - Vector<ulong>.One);
            for (int i = 0; i < from.Length; i++)
            {
                var above = Vector.AsVectorDouble((from[i] >> 12) | one);
                to[i] = above - (isOpen
                    ? belowOne
                    : Vector.AsVectorDouble(one - ((from[i] >> 11) & Vector<ulong>.One)));
            }

            done = from.Length * Vector<ulong>.Count;
        }

        for (int i = done; i < destination.Length; i++)
        {
            destination[i] = isOpen ? Open(numbers[i]) : HalfOpen(numbers[i]);
        }
    }
}
