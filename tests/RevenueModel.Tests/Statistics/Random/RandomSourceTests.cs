using System.Numerics;
using FsCheck.Xunit;
using RevenueModel.Statistics;
using RevenueModel.Tests.Helpers;

namespace RevenueModel.Tests.Statistics;

public class RandomSourceTests
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
        return RandomSource.Of(seed).Integer32(trial, position) == words[position % 4]
            && RandomSource.Of(seed).Integer64(trial, position)
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
        var source = RandomSource.Of(-42);
        foreach (int length in (int[])[0, 1, 2, 3, 4, 5, 31, 32, 33, 63, 64, 65, 127, 128, 129, 1_000, 2_500])
        {
            RandomTrial draws = source.Trial(trial);
            uint[] expected = [.. Enumerable.Range(0, length).Select(i => source.Integer32(trial, position + i))];
            double[] uniforms = [.. Enumerable.Range(0, length).Select(i => draws.Uniform(position + i))];
            double[] open = [.. Enumerable.Range(0, length).Select(i => draws.OpenUniform(position + i))];
            foreach (LaneWidth width in Widths.Where(IsSupported))
            {
                var words = new uint[length];
                source.Fill(trial, position, words, width);
                Assert.Equal(expected, words);

                var numbers = new double[length];
                source.Fill(trial, position, numbers, isOpen: false, width);
                Assert.Equal(uniforms, numbers);
                source.Fill(trial, position, numbers, isOpen: true, width);
                Assert.Equal(open, numbers);
            }
        }
    }

    [Fact]
    public void BulkAndScalarNumbersAreTheSame()
    {
        var source = RandomSource.Of(3);
        var words = new uint[501];
        var numbers = new ulong[501];
        source.Integers32(9, 2, words);
        source.Integers64(9, 1, numbers);
        for (int i = 0; i < words.Length; i++)
        {
            Assert.Equal(source.Integer32(9, 2 + i), words[i]);
            Assert.Equal(source.Integer64(9, 1 + i), numbers[i]);
            Assert.Equal(
                numbers[i], source.Integer32(9, 2 * (1 + i)) | ((ulong)source.Integer32(9, (2 * (1 + i)) + 1) << 32));
        }
    }

    [Property]
    public bool PartsAreTheWhole(long seed, byte trial, byte position, byte cut)
    {
        var source = RandomSource.Of(seed);
        var whole = new uint[300];
        var parts = new uint[300];
        source.Integers32(trial, position, whole);
        source.Integers32(trial, position, parts.AsSpan(0, cut));
        source.Integers32(trial, position + cut, parts.AsSpan(cut));
        return whole.SequenceEqual(parts);
    }

    [Fact]
    public void DerivedSourcesAreStableAndDiffer()
    {
        var source = RandomSource.Of(1);
        RandomSource[] sources =
        [
            source, RandomSource.Of(2), .. ((string[])["a", "A", "b", "ab", "ba", "amount", "amount ", "closedate"])
                .SelectMany(name => (RandomSource[])
                [
                    source.Derive(name), source.Derive(name).Derive("a"), RandomSource.Of(2).Derive(name),
                ]),
        ];

        Assert.Equal(sources.Length, sources.Select(one => one.Integer64(0, 0)).Distinct().Count());
        Assert.Equal(source.Derive("amount"), RandomSource.Of(1).Derive("amount"));

        // A change of these keys would change every stored simulation.
        Assert.Equal(Pinned("amount"), source.Derive("amount").Key);
        Assert.Equal(Pinned("closes"), source.Derive("closes").Key);

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
        var source = RandomSource.Of(1);
        Refusal.With("trial was -1; zero or more is expected.", () => source.Integer32(-1, 0));
        Refusal.With("position was -1; zero or more is expected.", () => source.Integer64(0, -1));
        Refusal.With("trial was -1; zero or more is expected.", () => source.Integers32(-1, 0, new uint[1]));
        Refusal.With("position was -1; zero or more is expected.", () => source.Integers64(0, -1, new ulong[1]));
        Refusal.By<ArgumentException>("name", () => source.Derive(" "));
    }

    // Chi-square of the counts of bytes, with 255 degrees of freedom: within six deviations.
    [Fact]
    public void BytesAreEquallyLikely()
    {
        var words = new uint[1 << 16];
        RandomSource.Of(5).Derive("bytes").Integers32(0, 0, words);
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
