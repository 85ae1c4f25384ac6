using System.Globalization;
using System.Text.Json;
using RevenueModel.Statistics;
using RevenueModel.Tests.Helpers;

namespace RevenueModel.Tests.Cases;

/// <summary>Known answers of random number generators; <c>Data/cases/random.json</c> names the source of
/// each.</summary>
public class RandomCaseTests
{
    [Fact]
    [Case("rng-40-philox4x32-10")]
    public void PhiloxGivesThePublishedNumbers()
    {
        JsonElement example = TestData.Case("rng-40-philox4x32-10");
        JsonElement[] vectors = [.. example.GetProperty("inputs").GetProperty("vectors").EnumerateArray()];
        string[] outputs = example.GetProperty("expect").Texts("outputs");

        Assert.Equal(outputs.Length, vectors.Length);
        foreach ((JsonElement vector, string output) in vectors.Zip(outputs))
        {
            ulong[] counter = Pairs(vector.Text("counter"));
            Philox.Block(Pairs(vector.Text("key"))[0], counter[1], counter[0], out ulong low, out ulong high);
            Assert.Equal<ulong[]>(Pairs(output), [low, high]);
        }

        Assert.Equal(
            example.GetProperty("expect").GetProperty("cpp26_10000th_default_seed_20111115").GetUInt32(),
            RandomSource.Of(20111115).Integer32(trial: 0, position: 9_999));
    }

    // Words in the order of the paper; of two words the first is the low half.
    private static ulong[] Pairs(string words)
    {
        uint[] values = [.. words.Split(' ').Select(word => uint.Parse(word, NumberStyles.HexNumber))];
        return [.. values.Chunk(2).Select(pair => pair[0] | ((ulong)pair[1] << 32))];
    }
}
