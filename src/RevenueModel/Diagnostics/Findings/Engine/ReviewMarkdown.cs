using System.Text;
using RevenueModel.Architectures;
using RevenueModel.Primitives;

namespace RevenueModel.Diagnostics;

/// <summary>Prints findings and reviews as Markdown. Names come from files, so they are escaped for Markdown and
/// HTML.</summary>
internal static class ReviewMarkdown
{
    public static string Of(ReviewFinding finding)
    {
        var text = new StringBuilder();
        Append(text, finding, heading: "##");
        return text.ToString();
    }

    public static string Of(ArchitectureReview review)
    {
        var text = new StringBuilder();
        text.Append(Invariant($"# Review of {MarkdownText.Inline(review.Name)}, {review.AsOf:R}\n\n"));
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
            text.Append(Invariant($"| {finding.Severity} | {MarkdownText.Inline(finding.Title)} | "))
                .Append(Invariant($"{MarkdownText.Inline(finding.Subject)} | {MarkdownText.Inline(cost)} |\n"));
        }
    }

    private static void Append(StringBuilder text, ReviewFinding finding, string heading)
    {
        text.Append(Invariant($"{heading} {MarkdownText.Inline(finding.Title)}: "))
            .Append(Invariant($"{MarkdownText.Inline(finding.Subject)}\n\n"))
            .Append(Invariant($"- Severity: {finding.Severity} (rule {MarkdownText.Inline(finding.Rule)})\n"));
        foreach (ReviewFigure figure in finding.Evidence)
        {
            text.Append(Invariant($"- {MarkdownText.Item(figure.ToString())}\n"));
        }

        foreach (string line in ReviewText.CostLines(finding))
        {
            text.Append(Invariant($"- {MarkdownText.Item(line)}\n"));
        }

        text.Append(Invariant($"- Remedy: {MarkdownText.Inline(finding.Remedy)}\n"));
        if (finding.Citation is { } citation)
        {
            text.Append(Invariant($"- Source: {MarkdownText.Inline(citation.ToString())}\n"));
        }
    }

    private static void AppendList(StringBuilder text, string title, IEnumerable<string> lines)
    {
        bool isFirst = true;
        foreach (string line in lines)
        {
            text.Append(isFirst ? Invariant($"\n## {title}\n\n") : "")
                .Append(Invariant($"- {MarkdownText.Item(line)}\n"));
            isFirst = false;
        }
    }
}
