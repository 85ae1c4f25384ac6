using System.Text;
using System.Text.Json.Serialization;
using Ardalis.GuardClauses;
using RevenueModel.Primitives;

namespace RevenueModel.Architectures;

/// <summary>The checks of a consistency review of an architecture, or of two architectures.</summary>
/// <remarks>Immutable; equal by value.</remarks>
[JsonConverter(typeof(JsonCompanionRequired))]
public sealed record ConsistencyReport
{
    /// <summary>Gets the name of the architecture, or of both.</summary>
    public required string Name { get; init => field = Guard.Against.Blank(value, nameof(Name)); }

    /// <summary>Gets the checks in the order of the rules.</summary>
    public ValueList<ConsistencyCheck> Checks { get; init; }

    /// <summary>Gets the checks whose printed figures cannot all hold.</summary>
    public ValueList<ConsistencyCheck> Contradictions => ChecksWith(ConsistencyVerdict.Contradicts);

    /// <summary>Returns the checks with a verdict.</summary>
    /// <param name="verdict">The verdict.</param>
    /// <returns>The checks in the order of <see cref="Checks"/>.</returns>
    /// <exception cref="ArgumentException"><paramref name="verdict"/> is not defined.</exception>
    public ValueList<ConsistencyCheck> ChecksWith(ConsistencyVerdict verdict)
    {
        Guard.Against.Undefined(verdict);
        return Checks.Where(check => check.Verdict == verdict).ToValueList();
    }

    /// <summary>Returns the checks of a rule.</summary>
    /// <param name="rule">The rule.</param>
    /// <returns>The checks in the order of <see cref="Checks"/>.</returns>
    /// <exception cref="ArgumentException"><paramref name="rule"/> is not defined.</exception>
    public ValueList<ConsistencyCheck> ChecksOf(ConsistencyRule rule)
    {
        Guard.Against.Undefined(rule);
        return Checks.Where(check => check.Rule == rule).ToValueList();
    }

    /// <summary>Returns the report as text: the counts, and a line for each check.</summary>
    /// <returns>The text, the same in every culture.</returns>
    public string ToText() => string.Concat(
        Checks.Select(static check => check.ToString() + "\n").Prepend(ToString() + "\n"));

    /// <summary>Returns the report as a Markdown table with the subject, the arithmetic, the verdict and the sections
    /// of each check. Characters that Markdown or HTML interprets are escaped.</summary>
    /// <returns>The table, the same in every culture.</returns>
    public string ToMarkdown()
    {
        var text = new StringBuilder("| Rule | Subject | Arithmetic | Verdict | Sections |\n")
            .Append("| --- | --- | --- | --- | --- |\n");
        foreach (ConsistencyCheck check in Checks)
        {
            IEnumerable<string> sections = check.Citations
                .Select(static citation => citation.Section).Distinct(StringComparer.Ordinal);
            text.Append("| ").Append(MarkdownText.Inline(check.Rule.ToString()))
                .Append(" | ").Append(MarkdownText.Inline(check.Subject))
                .Append(" | ").Append(MarkdownText.Inline(check.Arithmetic()))
                .Append(" | ").Append(VerdictText.Of(check.Verdict))
                .Append(" | ").Append(MarkdownText.Inline(string.Join("; ", sections))).Append(" |\n");
        }

        return text.ToString();
    }

    /// <summary>Returns the name and the number of checks by verdict.</summary>
    public override string ToString()
    {
        IEnumerable<string> counts =
            from verdict in Enum.GetValues<ConsistencyVerdict>()
            let count = Checks.Count(check => check.Verdict == verdict)
            where count > 0
            select VerdictText.Of(verdict, count);
        string all = Plural.Of(Checks.Count, "check");
        return Name + ": " + (Checks.IsEmpty ? all : all + ": " + string.Join(", ", counts));
    }
}
