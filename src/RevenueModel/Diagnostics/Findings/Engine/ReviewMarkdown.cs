using System.Text;
using RevenueModel.Architectures;
using RevenueModel.Primitives;

namespace RevenueModel.Diagnostics;

/// <summary>Prints findings and reviews as Markdown. Names come from files, so they are escaped for Markdown and
/// HTML.</summary>
internal static class ReviewMarkdown
{
    private const string SpecialAnywhere = "\\`*_{}[]|~";
    private const string SpecialAtStart = "#+-=.)";

    public static string Of(ReviewFinding finding)
    {
        var text = new StringBuilder();
        Append(text, finding, heading: "##");
        return text.ToString();
    }

    public static string Of(ArchitectureReview review)
    {
        var text = new StringBuilder();
        text.Append(Invariant($"# Review of {Escape(review.Name)}, {review.AsOf:R}\n\n"));
        text.Append(Invariant($"{Plural.Of(review.Findings.Count, "finding")}"));
        if (review.TotalCostPerYear is { } total && review.SumOfCostsPerYear is { } sum)
        {
            text.Append(Invariant($", {FigureText.Of(total, FigureUnit.Money)} a year in total"));
            text.Append(sum == total
                ? ""
                : Invariant($" ({FigureText.Of(sum, FigureUnit.Money)} if shared money counted several times)"));
        }

        text.Append(".\n");
        AppendTable(text, review);
        foreach (ReviewFinding finding in review.Findings)
        {
            text.Append('\n');
            Append(text, finding, heading: "##");
        }

        AppendList(text, "Overlapping costs", review.Overlaps.Select(static overlap => overlap.ToString()));
        AppendList(text, "Rules without data", review.SkippedRules.Select(static rule => rule.ToString()));
        if (review.Deals.Count > 0)
        {
            AppendList(text, "Deals", [review.Deals.ToString()]);
        }

        return text.ToString();
    }

    /// <summary>Returns a text in which no character has a meaning in Markdown or HTML. Line ends become
    /// spaces. The text does not start a line, so that a number sign, a dash or "1." matters at its start
    /// only.</summary>
    public static string Escape(string text)
    {
        var escaped = new StringBuilder(text.Length + 8);
        bool isStart = true;
        foreach (char c in text)
        {
            bool isSpecial = SpecialAnywhere.Contains(c, StringComparison.Ordinal)
                || (isStart && SpecialAtStart.Contains(c, StringComparison.Ordinal));
            isStart &= char.IsAsciiDigit(c) || char.IsWhiteSpace(c);
            _ = c switch
            {
                '&' => escaped.Append("&amp;"),
                '<' => escaped.Append("&lt;"),
                '>' => escaped.Append("&gt;"),
                '"' => escaped.Append("&quot;"),
                '\'' => escaped.Append("&#39;"),
                '\r' or '\n' or '\t' or '\u2028' or '\u2029' => escaped.Append(' '),
                _ when isSpecial => escaped.Append('\\').Append(c),
                _ => escaped.Append(c),
            };
        }

        return escaped.ToString();
    }

    private static void AppendTable(StringBuilder text, ArchitectureReview review)
    {
        if (review.Findings.IsEmpty)
        {
            return;
        }

        text.Append("\n| Severity | Finding | Subject | Cost a year |\n| --- | --- | --- | ---: |\n");
        foreach (ReviewFinding finding in review.Findings)
        {
            string cost = finding.CostPerYear is { } perYear ? FigureText.Of(perYear, FigureUnit.Money) : "";
            text.Append(Invariant($"| {finding.Severity} | {Escape(finding.Title)} | "))
                .Append(Invariant($"{Escape(finding.Subject)} | {Escape(cost)} |\n"));
        }
    }

    private static void Append(StringBuilder text, ReviewFinding finding, string heading)
    {
        text.Append(Invariant($"{heading} {Escape(finding.Title)}: {Escape(finding.Subject)}\n\n"));
        text.Append(Invariant($"- Severity: {finding.Severity} \\(rule {Escape(finding.Rule)}\\)\n"));
        foreach (ReviewFigure figure in finding.Evidence)
        {
            text.Append(Invariant($"- {Escape(figure.ToString())}\n"));
        }

        foreach (string line in ReviewText.CostLines(finding))
        {
            text.Append(Invariant($"- {Escape(line)}\n"));
        }

        text.Append(Invariant($"- Remedy: {Escape(finding.Remedy)}\n"));
        if (finding.Citation is { } citation)
        {
            text.Append(Invariant($"- Source: {Escape(citation.ToString())}\n"));
        }
    }

    private static void AppendList(StringBuilder text, string title, IEnumerable<string> lines)
    {
        bool isFirst = true;
        foreach (string line in lines)
        {
            text.Append(isFirst ? Invariant($"\n## {title}\n\n") : "").Append(Invariant($"- {Escape(line)}\n"));
            isFirst = false;
        }
    }
}
