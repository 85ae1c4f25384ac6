namespace RevenueModel.Diagnostics;

/// <summary>A rule of a review: it finds one kind of weakness in an architecture and its data.</summary>
/// <remarks>Applications implement it for rules of their own, and pass them to
/// <see cref="ArchitectureReviewCalculator"/>. A rule is a pure function of its context.</remarks>
public interface IReviewRule
{
    /// <summary>Gets the id, unique in a review and compared by ordinal, such as <c>single-buyer-motion</c>.</summary>
    public string Id { get; }

    /// <summary>Returns what the rule needs and the context does not have.</summary>
    /// <param name="context">The context.</param>
    /// <returns>A description of the missing data or figures, or <see langword="null"/> if the rule can be
    /// evaluated.</returns>
    public string? FindMissing(ReviewContext context);

    /// <summary>Returns the findings. It is called if nothing is missing.</summary>
    /// <param name="context">The context.</param>
    /// <returns>The findings; their <see cref="ReviewFinding.Rule"/> is <see cref="Id"/>.</returns>
    public IEnumerable<ReviewFinding> FindAll(ReviewContext context);
}
