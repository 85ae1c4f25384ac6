using System.Text.RegularExpressions;
using RevenueModel.Tests.Architecture;
using RevenueModel.Tests.Packages;

namespace RevenueModel.Tests.Documentation;

/// <summary>Each term of the glossary is defined in a sentence. Types and members that it names exist.</summary>
public partial class GlossaryTests
{
    private static readonly string[] Labels = ["Formula", "Unit", "In code", "Also called"];

    private static readonly IReadOnlyList<Entry> Entries = Read();

    [Fact]
    public void TermsAreInAlphabeticalOrder() =>
        Offenders.None(
            from pair in Entries.Zip(Entries.Skip(1))
            where string.Compare(pair.First.Term, pair.Second.Term, StringComparison.OrdinalIgnoreCase) >= 0
            select $"{pair.Second.Term} is below {pair.First.Term}.");

    [Fact]
    public void EachTermIsDefinedInOneSentence() =>
        Offenders.None(
            from entry in Entries
            where !entry.Definition.EndsWith('.') || EndOfSentence().IsMatch(entry.Definition)
            select $"{entry.Term}: {entry.Definition}");

    [Fact]
    public void EachTermHasAUnitAndNamesInCode() =>
        Offenders.None(
            from entry in Entries
            where !entry.Items.ContainsKey("Unit") || !NamesOf(entry).Any()
            select entry.Term);

    [Fact]
    public void LabelsAreKnownAndInOrder() =>
        Offenders.None(
            from entry in Entries
            where !entry.Items.Keys.SequenceEqual(Labels.Where(entry.Items.ContainsKey))
            select $"{entry.Term}: {string.Join(", ", entry.Items.Keys)}");

    [Fact]
    public void EachNameInCodeExists() =>
        Offenders.None(
            from entry in Entries
            from name in NamesOf(entry)
            where !PublicNames.Exists(name)
            select $"{entry.Term}: {name}");

    private static IEnumerable<string> NamesOf(Entry entry) =>
        Code().Matches(entry.Items.GetValueOrDefault("In code", "")).Select(match => match.Groups["name"].Value);

    private static List<Entry> Read()
    {
        string page = File.ReadAllText(Repository.PathOf("docs", "glossary.md")).ReplaceLineEndings("\n");
        string terms = page.Split("\n## ").Single(part => part.StartsWith("Terms\n", StringComparison.Ordinal));
        return [.. terms.Split("\n### ").Skip(1).Select(Parse)];
    }

    private static Entry Parse(string text)
    {
        string[] parts = text.Split("\n- **");
        string[] head = parts[0].Split('\n', 2);
        var items = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (string[] item in parts.Skip(1).Select(part => part.Split("**: ", 2)))
        {
            items.Add(item[0], item[1]);
        }

        return new Entry(head[0], head[1].Trim().Replace('\n', ' '), items);
    }

    [GeneratedRegex("`(?<name>[^`]+)`", RegexOptions.ExplicitCapture)]
    private static partial Regex Code();

    [GeneratedRegex(@"\. [A-Z]")]
    private static partial Regex EndOfSentence();

    private sealed record Entry(string Term, string Definition, Dictionary<string, string> Items);
}
