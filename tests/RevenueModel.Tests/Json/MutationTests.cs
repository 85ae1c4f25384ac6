using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using RevenueModel.Billing;
using RevenueModel.Json;
using RevenueModel.Tests.Generators;

namespace RevenueModel.Tests.Json;

/// <summary>Valid files of all kinds with random edits of bytes, tokens, values and structure.</summary>
public class MutationTests
{
    /// <summary>The number of mutations: 2,000, or the value of the environment variable MUTATIONS.</summary>
    private static readonly int Count =
        int.TryParse(Environment.GetEnvironmentVariable("MUTATIONS"), CultureInfo.InvariantCulture, out int count)
            ? count
            : 2_000;

    private static readonly Type[] Types = [.. RecordTypes.All.Where(type => !type.IsAbstract)];

    // Bytes that mean something to a reader of JSON, and some that are not text.
    private static readonly byte[] Bytes =
        [.. "{}[],:\"\\/ntrue0123456789.eE+-%#\0\r\n\t "u8, 0xff, 0xc3, 0xed, 0xa0, 0x80];

    [Fact]
    public void EachMutationIsReadEqualOrRefusedByAJsonException()
    {
        int read = 0;
        int refused = 0;
        for (int seed = 0; seed < Count; seed++)
        {
            Type type = Types[seed % Types.Length];
            byte[] text = Mutated(type, seed);
            if (Read(type, text, seed))
            {
                read++;
            }
            else
            {
                refused++;
            }
        }

        Assert.True(read > Count / 20 && refused > Count / 20, $"{read} read, {refused} refused of {Count}");
    }

    [Fact]
    public void EachMutationOfInvoicesAndStatementsIsReadOrRefused()
    {
        Invoice[] invoices = [.. Enumerable.Range(0, 8).SelectMany(seed =>
            HistoryInvoices.WithAdjustments(HistoryArbitraries.Of(seed))).Where((_, i) => i % 3 == 0)];
        for (int seed = 0; seed < Count / 10; seed++)
        {
            Invoice invoice = invoices[seed % invoices.Length];
            Read(typeof(Invoice), Edited(RevenueModelJson.Write(invoice), seed), seed);
        }
    }

    private static bool Read(Type type, byte[] text, int seed)
    {
        object read;
        try
        {
            read = JsonAssert.Read(type, text);
        }
        catch (JsonException)
        {
            return false;
        }
        catch (Exception other)
        {
            throw new InvalidOperationException($"Seed {seed}, {type.Name}: {Encoding.UTF8.GetString(text)}", other);
        }

        string again = JsonAssert.Write(type, read);
        object second = JsonAssert.Read(type, again);
        Assert.True(read.Equals(second), $"Seed {seed}, {type.Name}: {again}");
        Assert.Equal(again, JsonAssert.Write(type, second));
        return true;
    }

    private static byte[] Mutated(Type type, int seed) =>
        Edited(JsonAssert.Write(type, new RecordDice(seed % 500).Create(type)), seed);

    private static byte[] Edited(string json, int seed)
    {
        var random = new Random(seed);
        if (random.Next(2) == 0)
        {
            return Encoding.UTF8.GetBytes(new JsonEdits(seed).Change(JsonNode.Parse(json))?.ToJsonString() ?? "null");
        }

        var bytes = new List<byte>(Encoding.UTF8.GetBytes(json));
        for (int edits = random.Next(1, 4); edits > 0 && bytes.Count > 0; edits--)
        {
            int at = random.Next(bytes.Count);
            int length = Math.Min(random.Next(1, 12), bytes.Count - at);
            switch (random.Next(5))
            {
                case 0:
                    bytes.RemoveRange(at, length);
                    break;
                case 1:
                    bytes.InsertRange(random.Next(bytes.Count), bytes.GetRange(at, length));
                    break;
                case 2:
                    bytes.RemoveRange(at, bytes.Count - at);
                    break;
                case 3:
                    bytes.Insert(at, Bytes[random.Next(Bytes.Length)]);
                    break;
                default:
                    bytes[at] = Bytes[random.Next(Bytes.Length)];
                    break;
            }
        }

        return [.. bytes];
    }
}
