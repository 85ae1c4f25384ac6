using System.Text.Json;
using System.Text.Json.Nodes;
using RevenueModel.Architectures;
using RevenueModel.Json;
using RevenueModel.Tests.Architecture;

namespace RevenueModel.Tests.Architectures;

/// <summary>A wrong number in a published architecture differs from the facts files.</summary>
public class PublishedFigureMutationTests
{
    // Numbers that no facts file has: the four of Big-4, and what other sections print of the consultants.
    private static readonly string[] NotInTheFiles = ["countInName", "restatements"];

    private static readonly (RevenueArchitecture Original, Func<RevenueArchitecture, object[]> Carried)[] Published =
    [
        (PublishedArchitectures.IndustrialIot2027,
            iot => [CarriedIndustrialIot.Facts(iot), CarriedIndustrialIot.Additions(iot)]),
        (PublishedArchitectures.Ipaas2027, ipaas => [CarriedIpaas.Facts(ipaas), CarriedIpaas.Additions(ipaas)]),
        (PublishedArchitectures.OtSecurity2027, ot => [CarriedOtSecurity.Facts(ot), CarriedOtSecurity.Additions(ot)]),
    ];

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    public void EachWrongNumberIsSeen(int index)
    {
        (RevenueArchitecture original, Func<RevenueArchitecture, object[]> carried) = Published[index];
        string leaves = LeavesOf(carried(original));
        var root = JsonNode.Parse(RevenueModelJson.Write(original))!;
        (int Index, JsonValue Item)[] numbers =
        [
            .. Values(root).Index().Where(value => value.Item.GetValueKind() == JsonValueKind.Number
                && !Array.Exists(
                    NotInTheFiles, part => value.Item.GetPath().Contains(part, StringComparison.Ordinal))),
        ];
        List<string> unseen = [];
        int seen = 0;
        foreach ((int at, JsonValue published) in numbers)
        {
            JsonNode changed = root.DeepClone();
            JsonValue number = Values(changed).ElementAt(at);
            number.ReplaceWith(Wrong(number.GetValue<decimal>()));
            if (Read(changed) is not { } wrong)
            {
                continue;
            }

            if (IsSeen(() => LeavesOf(carried(wrong)), leaves))
            {
                seen++;
            }
            else
            {
                unseen.Add($"{published.GetPath()} is {published}");
            }
        }

        Offenders.None(unseen);
        Assert.True(seen > numbers.Length / 2, $"{seen} of {numbers.Length} numbers");
    }

    private static decimal Wrong(decimal number) => number == decimal.Truncate(number) ? number + 1m : number * 0.99m;

    // Some wrong numbers are refused by the record.
    private static RevenueArchitecture? Read(JsonNode changed)
    {
        try
        {
            return RevenueModelJson.Read<RevenueArchitecture>(changed.ToJsonString());
        }
        catch (JsonException)
        {
            return null;
        }
    }

    // A part that is read for the files can refuse a wrong number as well.
    private static bool IsSeen(Func<string> leaves, string original)
    {
        try
        {
            return leaves() != original;
        }
        catch (Exception refused) when (refused is Xunit.Sdk.XunitException or ArgumentException
            or InvalidOperationException or IndexOutOfRangeException)
        {
            return true;
        }
    }

    private static string LeavesOf(object[] carried) => string.Join(
        '\n',
        carried.SelectMany(FactLeaves.OfCarried).Select(leaf => $"{leaf.Key} {leaf.Value}"));

    private static IEnumerable<JsonValue> Values(JsonNode? node) => node switch
    {
        JsonObject members => members.SelectMany(member => Values(member.Value)),
        JsonArray items => items.SelectMany(Values),
        JsonValue value => [value],
        _ => [],
    };
}
