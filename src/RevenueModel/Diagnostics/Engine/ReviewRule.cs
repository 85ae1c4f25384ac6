using RevenueModel.Primitives;

namespace RevenueModel.Diagnostics;

/// <summary>A rule of the library: its id, and what its findings have in common.</summary>
internal abstract class ReviewRule(
    string id, string title, ReviewSeverity severity, string remedy, Citation? citation = null) : IReviewRule
{
    public string Id => id;

    public abstract string? FindMissing(ReviewContext context);

    public abstract IEnumerable<ReviewFinding> FindAll(ReviewContext context);

    protected ReviewFinding Finding(string subject, ReviewFigure[] evidence, CostClaim[] costs, string? noCost = null)
    {
        var positive = costs.Where(static cost => cost.PerYear.Max > 0m).ToValueList();
        return new ReviewFinding
        {
            Rule = id,
            Title = title,
            Subject = subject,
            Severity = severity,
            Evidence = [.. evidence],
            Costs = positive,
            NoCostReason = positive.IsEmpty ? noCost ?? "the deals have no amounts" : null,
            Remedy = remedy,
            Citation = citation,
        };
    }

    protected ReviewFinding Finding(string subject, ReviewFigure[] evidence, string noCost) =>
        Finding(subject, evidence, [], noCost);

    /// <summary>Returns the band of two readings of a share, of which neither exceeds a limit.</summary>
    protected static Band<decimal> ShareBetween(decimal one, decimal other, decimal limit = 1m)
    {
        decimal first = Math.Clamp(one, 0m, limit);
        decimal second = Math.Clamp(other, 0m, limit);
        return Band.Between(Math.Min(first, second), Math.Max(first, second));
    }
}
