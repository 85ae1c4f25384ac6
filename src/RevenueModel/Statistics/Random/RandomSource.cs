using System.Runtime.InteropServices;
using System.Text.Json.Serialization;
using Ardalis.GuardClauses;
using RevenueModel.Primitives;

namespace RevenueModel.Statistics;

/// <summary>
/// Random numbers that are addressed by trial and position, and not drawn one after another. The same
/// address gives the same number on any thread, process or machine.
/// </summary>
/// <remarks>
/// <para>Immutable; equal when the keys are equal. The default value is the source of seed 0.</para>
/// <para>The generator is Philox4x32-10 (Salmon and others 2011). The key is the seed. The counter has the trial in
/// its high 64 bits and the block of four 32-bit numbers in its low 64 bits. Trial 0 of a source with a seed below
/// 2^32 is the sequence of <c>std::philox4x32</c> of C++26.</para>
/// <para>Numbers of 32 bits and of 64 bits are views of the same bits: the 64-bit number at position 1 consists of
/// the 32-bit numbers at positions 2 and 3, low half first. Use one of the two in a source, or a derived source for
/// each.</para>
/// </remarks>
[JsonConverter(typeof(JsonCompanionRequired))]
public readonly record struct RandomSource
{
    private const ulong NameMark = 1UL << 63;
    private const int CharsPerBlock = 4;

    private RandomSource(long key) => Key = key;

    /// <summary>Gets the key of the generator: the seed, or a number that a derived source has in its place.</summary>
    public long Key { get; }

    private ulong Bits => unchecked((ulong)Key);

    /// <summary>Creates a source.</summary>
    /// <param name="seed">The seed, any number. Sources of different seeds are independent for all practical
    /// purposes.</param>
    /// <returns>The source.</returns>
    public static RandomSource Of(long seed) => new(seed);

    /// <summary>Returns a separate source for one purpose, such as the amounts or the close dates of deals, so that a
    /// further draw for one purpose does not change the numbers of another.</summary>
    /// <param name="name">The name of the purpose. Upper and lower case differ.</param>
    /// <returns>The source. The same source and name always give the same one.</returns>
    /// <exception cref="ArgumentException">The name is blank.</exception>
    /// <remarks>The key of 64 bits is computed from this key and the name with the generator itself, at counters that
    /// no trial uses. Two of 1,000,000 names share a key with a probability of 3 in 10^8.</remarks>
    public RandomSource Derive(string name)
    {
        Guard.Against.Blank(name);
        ulong key = Bits;
        ulong mark = NameMark | (uint)name.Length;
        for (int start = 0; start < name.Length; start += CharsPerBlock)
        {
            ulong block = 0;
            for (int i = start; i < Math.Min(start + CharsPerBlock, name.Length); i++)
            {
                block = (block << 16) | name[i];
            }

            Philox.Block(key, mark, block, out key, out _);
        }

        return new RandomSource(unchecked((long)key));
    }

    /// <summary>Returns the numbers of one trial.</summary>
    /// <param name="trial">The index of the trial, zero or more.</param>
    /// <returns>The numbers.</returns>
    /// <exception cref="ArgumentException">The index is negative.</exception>
    public RandomTrial Trial(long trial) => new(this, trial);

    /// <summary>Returns a random 32-bit number.</summary>
    /// <param name="trial">The index of the trial, zero or more.</param>
    /// <param name="position">The position in the trial in 32-bit numbers, zero or more.</param>
    /// <returns>The number.</returns>
    /// <exception cref="ArgumentException">The trial or the position is negative.</exception>
    /// <example><code>
    /// RandomSource source = RandomSource.Of(seed: 20111115);
    /// Console.WriteLine(source.Integer32(trial: 0, position: 9_999)); // 1955073260
    /// </code></example>
    public uint Integer32(long trial, long position)
    {
        Guard.Against.BelowZero(trial);
        Guard.Against.BelowZero(position);
        return Word((ulong)trial, (ulong)position);
    }

    /// <summary>Returns a random 64-bit number.</summary>
    /// <param name="trial">The index of the trial, zero or more.</param>
    /// <param name="position">The position in the trial in 64-bit numbers, zero or more.</param>
    /// <returns>The number.</returns>
    /// <exception cref="ArgumentException">The trial or the position is negative.</exception>
    public ulong Integer64(long trial, long position)
    {
        Guard.Against.BelowZero(trial);
        Guard.Against.BelowZero(position);
        return Philox.Number(Bits, (ulong)trial, (ulong)position);
    }

    /// <summary>Writes the 32-bit numbers of successive positions of a trial.</summary>
    /// <param name="trial">The index of the trial, zero or more.</param>
    /// <param name="position">The first position in 32-bit numbers, zero or more.</param>
    /// <param name="destination">Receives the numbers, the same as <see cref="Integer32"/> returns.</param>
    /// <exception cref="ArgumentException">The trial or the position is negative.</exception>
    public void Integers32(long trial, long position, Span<uint> destination)
    {
        Guard.Against.BelowZero(trial);
        Guard.Against.BelowZero(position);
        Fill(trial, position, destination, Philox.Widest);
    }

    /// <summary>Writes the 64-bit numbers of successive positions of a trial.</summary>
    /// <param name="trial">The index of the trial, zero or more.</param>
    /// <param name="position">The first position in 64-bit numbers, zero or more.</param>
    /// <param name="destination">Receives the numbers, the same as <see cref="Integer64"/> returns.</param>
    /// <exception cref="ArgumentException">The trial or the position is negative.</exception>
    public void Integers64(long trial, long position, Span<ulong> destination)
    {
        Guard.Against.BelowZero(trial);
        Guard.Against.BelowZero(position);
        Philox.Fill(Bits, (ulong)trial, (ulong)position, destination, Philox.Widest);
    }

    /// <summary>Returns the key.</summary>
    public override string ToString() => Invariant($"key {Key}");

    /// <summary>Writes 32-bit numbers with vectors of a given width.</summary>
    internal void Fill(long trial, long position, Span<uint> destination, LaneWidth width)
    {
        // Whole 64-bit numbers are written in place, where the first word is the low half in memory too.
        int length = destination.Length;
        int head = BitConverter.IsLittleEndian ? Math.Min((int)(position & 1), length) : length;
        int pairs = (length - head) / 2;
        Span<ulong> numbers = MemoryMarshal.Cast<uint, ulong>(destination.Slice(head, pairs * 2));
        ulong first = (ulong)position + (ulong)head;
        Philox.Fill(Bits, (ulong)trial, first >> 1, numbers, width);
        for (int i = 0; i < head; i++)
        {
            destination[i] = Word((ulong)trial, (ulong)position + (ulong)i);
        }

        for (int i = head + (pairs * 2); i < length; i++)
        {
            destination[i] = Word((ulong)trial, (ulong)position + (ulong)i);
        }
    }

    /// <summary>Writes numbers between 0 and 1 with vectors of a given width.</summary>
    internal void Fill(long trial, long position, Span<double> destination, bool isOpen, LaneWidth width) =>
        UnitInterval.Fill(Bits, (ulong)trial, (ulong)position, destination, isOpen, width);

    private uint Word(ulong trial, ulong position) =>
        (uint)(Philox.Number(Bits, trial, position >> 1) >> (int)(32 * (position & 1)));
}
