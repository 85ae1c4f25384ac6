using System.Text;
using RevenueModel.Architectures;

namespace RevenueModel.Diagnostics;

/// <summary>Prints findings and reviews as text.</summary>
internal static class ReviewText
{
    public static string Of(ReviewFinding finding)
    {
        var text = new StringBuilder();
        text.Append(Invariant($"{finding.Severity}: {finding.Title}\n"));
        text.Append(Invariant($"  Subject: {finding.Subject}\n"));
        foreach (ReviewFigure figure in finding.Evidence)
        {
            text.Append(Invariant($"  {figure}\n"));
        }

        foreach (string line in CostLines(finding))
        {
            text.Append(Invariant($"  {line}\n"));
        }

        text.Append(Invariant($"  Remedy: {finding.Remedy}\n"));
        if (finding.Citation is { } citation)
        {
            text.Append(Invariant($"  Source: {citation}\n"));
        }

        return text.ToString();
    }

    public static string Of(ArchitectureReview review)
    {
        var text = new StringBuilder();
        text.Append(Invariant($"{review}\n"));
        for (int i = 0; i < review.Findings.Count; i++)
        {
            text.Append(Invariant($"\n{i + 1}. {Of(review.Findings[i])}"));
        }

        AppendList(text, "Overlapping costs", review.Overlaps.Select(static overlap => overlap.ToString()));
        AppendList(text, "Rules without data", review.SkippedRules.Select(static rule => rule.ToString()));
        if (review.Deals.Count > 0)
        {
            text.Append(Invariant($"\n{review.Deals}\n"));
        }

        return text.ToString();
    }

    /// <summary>Returns the arithmetic of the cost, or the reason for which there is none.</summary>
    public static IEnumerable<string> CostLines(ReviewFinding finding)
    {
        foreach (CostClaim cost in finding.Costs)
        {
            yield return Invariant($"Cost a year: {cost}");
        }

        if (finding is { Costs.Count: > 1, CostPerYear: { } total })
        {
            yield return "Cost a year, in total: " + FigureText.Of(total, FigureUnit.Money);
        }

        if (finding.NoCostReason is { } reason)
        {
            yield return "Cost: not computed, since " + reason;
        }
    }

    private static void AppendList(StringBuilder text, string title, IEnumerable<string> lines)
    {
        bool isFirst = true;
        foreach (string line in lines)
        {
            text.Append(isFirst ? Invariant($"\n{title}:\n") : "").Append(Invariant($"  {line}\n"));
            isFirst = false;
        }
    }
}
