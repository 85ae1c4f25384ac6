using System.Numerics;
using FsCheck.Xunit;
using RevenueModel.Statistics;
using RevenueModel.Tests.Helpers;

namespace RevenueModel.Tests.Statistics;

public class RandomStreamTests
{
    private static readonly LaneWidth[] Widths = [LaneWidth.Scalar, LaneWidth.Bits256, LaneWidth.Bits512];

    // The words of a block by the definition of the paper, in whole numbers of any size.
    private static uint[] Block(long key, long trial, BigInteger block)
    {
        BigInteger word = BigInteger.One << 32;
        BigInteger counter = block + ((BigInteger)trial << 64);
        BigInteger[] c = [.. Enumerable.Range(0, 4).Select(i => (counter >> (32 * i)) % word)];
        BigInteger[] k = [(ulong)key % word, (BigInteger)(ulong)key / word];
        for (int round = 0; round < 10; round++)
        {
            BigInteger one = c[0] * 0xD2511F53;
            BigInteger two = c[2] * 0xCD9E8D57;
            c = [(two / word) ^ c[1] ^ k[0], two % word, (one / word) ^ c[3] ^ k[1], one % word];
            k = [(k[0] + 0x9E3779B9) % word, (k[1] + 0xBB67AE85) % word];
        }

        return [.. c.Select(part => (uint)part)];
    }

    [Property]
    public bool EachNumberIsThatOfTheDefinition(long seed, long trialSeed, long positionSeed)
    {
        long trial = trialSeed & long.MaxValue;
        long position = positionSeed & long.MaxValue;
        uint[] words = Block(seed, trial, position / 4);
        uint[] pairWords = Block(seed, trial, position / 2);
        int half = (int)(position % 2) * 2;
        return RandomStream.Of(seed).UInt32(trial, position) == words[position % 4]
            && RandomStream.Of(seed).UInt64(trial, position)
                == (pairWords[half] | ((ulong)pairWords[half + 1] << 32));
    }

    // Also where the block number passes 32 bits and where lanes of a vector straddle that border.
    [Theory]
    [InlineData(0, 0)]
    [InlineData(7, 1)]
    [InlineData(1L << 40, 3)]
    [InlineData(5, (1L << 34) - 37)]
    [InlineData(long.MaxValue, (1L << 40) + 2)]
    public void EveryWidthGivesTheSameBits(long trial, long position)
    {
        var stream = RandomStream.Of(-42);
        foreach (int length in (int[])[0, 1, 2, 3, 4, 5, 31, 32, 33, 63, 64, 65, 127, 128, 129, 1_000, 2_500])
        {
            uint[] expected = [.. Enumerable.Range(0, length).Select(i => stream.UInt32(trial, position + i))];
            double[] uniforms = [.. Enumerable.Range(0, length).Select(i => stream.Trial(trial).Uniform(position + i))];
            double[] open = [.. Enumerable.Range(0, length).Select(i => stream.Trial(trial).OpenUniform(position + i))];
            foreach (LaneWidth width in Widths.Where(IsSupported))
            {
                var words = new uint[length];
                stream.Fill(trial, position, words, width);
                Assert.Equal(expected, words);

                var numbers = new double[length];
                stream.Fill(trial, position, numbers, isOpen: false, width);
                Assert.Equal(uniforms, numbers);
                stream.Fill(trial, position, numbers, isOpen: true, width);
                Assert.Equal(open, numbers);
            }
        }
    }

    [Fact]
    public void BulkAndScalarNumbersAreTheSame()
    {
        var stream = RandomStream.Of(3);
        var words = new uint[501];
        var numbers = new ulong[501];
        stream.UInt32s(9, 2, words);
        stream.UInt64s(9, 1, numbers);
        for (int i = 0; i < words.Length; i++)
        {
            Assert.Equal(stream.UInt32(9, 2 + i), words[i]);
            Assert.Equal(stream.UInt64(9, 1 + i), numbers[i]);
            Assert.Equal(
                numbers[i], stream.UInt32(9, 2 * (1 + i)) | ((ulong)stream.UInt32(9, (2 * (1 + i)) + 1) << 32));
        }
    }

    [Property]
    public bool PartsAreTheWhole(long seed, byte trial, byte position, byte cut)
    {
        var stream = RandomStream.Of(seed);
        var whole = new uint[300];
        var parts = new uint[300];
        stream.UInt32s(trial, position, whole);
        stream.UInt32s(trial, position, parts.AsSpan(0, cut));
        stream.UInt32s(trial, position + cut, parts.AsSpan(cut));
        return whole.SequenceEqual(parts);
    }

    [Fact]
    public void SubstreamsAreStableAndDiffer()
    {
        var stream = RandomStream.Of(1);
        RandomStream[] streams =
        [
            stream, RandomStream.Of(2), .. ((string[])["a", "A", "b", "ab", "ba", "amount", "amount ", "closedate"])
                .SelectMany(name => (RandomStream[])
                    [stream.Substream(name), stream.Substream(name).Substream("a"), RandomStream.Of(2).Substream(name)]),
        ];

        Assert.Equal(streams.Length, streams.Select(one => one.UInt64(0, 0)).Distinct().Count());
        Assert.Equal(stream.Substream("amount"), RandomStream.Of(1).Substream("amount"));

        // A change of these keys would change every stored simulation.
        Assert.Equal(Pinned("amount"), stream.Substream("amount").Key);
        Assert.Equal(Pinned("closes"), stream.Substream("closes").Key);

        // Two blocks by the definition: the key, the length with the highest bit, four characters.
        static long Pinned(string name)
        {
            long key = 1;
            foreach (char[] part in name.Chunk(4))
            {
                BigInteger block = part.Aggregate(BigInteger.Zero, (sum, letter) => (sum << 16) + letter);
                uint[] words = Block(key, unchecked((long)((1UL << 63) | (uint)name.Length)) & long.MaxValue, block
                    + (BigInteger.One << 127));
                key = unchecked((long)(words[0] | ((ulong)words[1] << 32)));
            }

            return key;
        }
    }

    [Fact]
    public void NegativeAddressesAreRefused()
    {
        var stream = RandomStream.Of(1);
        Refusal.With("trial was -1; zero or more is expected.", () => stream.UInt32(-1, 0));
        Refusal.With("position was -1; zero or more is expected.", () => stream.UInt64(0, -1));
        Refusal.With("trial was -1; zero or more is expected.", () => stream.UInt32s(-1, 0, new uint[1]));
        Refusal.With("position was -1; zero or more is expected.", () => stream.UInt64s(0, -1, new ulong[1]));
        Refusal.By<ArgumentException>("name", () => stream.Substream(" "));
    }

    // Chi-square of the counts of bytes, with 255 degrees of freedom: within six deviations.
    [Fact]
    public void BytesAreEquallyLikely()
    {
        var words = new uint[1 << 16];
        RandomStream.Of(5).Substream("bytes").UInt32s(0, 0, words);
        var counts = new int[256];
        foreach (byte value in System.Runtime.InteropServices.MemoryMarshal.AsBytes<uint>(words))
        {
            counts[value]++;
        }

        double expected = words.Length * 4 / 256.0;
        double chiSquare = counts.Sum(count => (count - expected) * (count - expected) / expected);
        Assert.InRange(chiSquare, 255 - (6 * Math.Sqrt(510)), 255 + (6 * Math.Sqrt(510)));
    }

    private static bool IsSupported(LaneWidth width) =>
        width != LaneWidth.Bits256 || System.Runtime.Intrinsics.X86.Avx2.IsSupported;
}
