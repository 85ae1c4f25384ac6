using FsCheck;
using FsCheck.Fluent;
using RevenueModel.Tests.Import;

namespace RevenueModel.Tests.Generators;

/// <summary>The rows of a file under a sound header, some of them mangled.</summary>
public sealed record MangledFile(IReadOnlyList<string> Lines)
{
    public string ToText() => string.Join("\n", [MangledFiles.Header, .. Lines]) + "\n";

    public Stream ToStream() => Csv.OfText(ToText());

    public override string ToString() => ToText();
}

/// <summary>
/// Makes files of sound rows, odd values, and rows in which characters were inserted, dropped or replaced.
/// </summary>
public static class MangledFiles
{
    public const string Header = "Id,Stage,Amount,Created Date,Close Date,Product";

    private static readonly Gen<string[]> SoundRows =
        from id in Gen.Choose(1, 40)
        from stage in Gen.Elements("Discovery", "Proposal", "Won", "Closed Lost")
        from amount in Gen.Elements("", "0", "1200", "\"1,200.50\"", "$5", "USD 7")
        from created in Gen.Choose(1, 28)
        from closed in Gen.Choose(1, 28)
        from product in Gen.Elements("", "Alpha", "al-pha", "\"two, parts\"", "\"a \"\"b\"\"\"")
        select new[] { $"D{id}", stage, amount, $"2027-01-{created:00}", $"2027-02-{closed:00}", product };

    private static readonly Gen<string> OddValues = Gen.Elements(
        "",
        " ",
        "n/a",
        "-5",
        "(5)",
        "1E5",
        "EUR 5",
        "12,5",
        "\"12,50\"",
        "2027-02-30",
        "01/02/2027",
        "2026-01-01",
        "Nowhere",
        "Stage",
        "\"",
        "\"open",
        "a\"b",
        "\"a\"b",
        "\0",
        "\uFFFD",
        "ß",
        "D1",
        "=1+1",
        "\t",
        ";",
        "99999999999999999999999999999999");

    public static Arbitrary<MangledFile> Files() => Arb.From(
        from lines in Line().ListOf()
        select new MangledFile([.. lines]),
        file => file.Lines.Count == 0
            ? []
            : Enumerable.Range(0, file.Lines.Count).Select(i =>
                new MangledFile([.. file.Lines.Where((_, j) => j != i)])));

    private static Gen<string> Line() => Gen.Frequency(
        (4, SoundRows.Select(row => string.Join(",", row))),
        (3, from row in SoundRows
            from at in Gen.Choose(0, 5)
            from odd in OddValues
            select string.Join(",", row.Select((value, i) => i == at ? odd : value))),
        (2, from row in SoundRows
            from at in Gen.Choose(0, 60)
            from action in Gen.Choose(0, 2)
            from character in Gen.Elements('"', ',', 'x', '5', '-', ' ', '/')
            select Mangle(string.Join(",", row), at, action, character)),
        (1, Gen.Elements(Header, "", ",,,,,", " , ,,,,", "x", ",", "\"\"", "a,b,c,d,e,f,g,h")));

    private static string Mangle(string line, int at, int action, char character)
    {
        int position = at % line.Length;
        return action switch
        {
            0 => line.Insert(position, character.ToString()),
            1 => line.Remove(position, 1),
            _ => string.Concat(line.AsSpan(0, position), character.ToString(), line.AsSpan(position + 1)),
        };
    }
}
