using System.Globalization;
using RevenueModel.Diagnostics;
using RevenueModel.Primitives;

namespace RevenueModel.Benchmarks.Rivals;

/// <summary>A finding of a review: the rule, the segment, the deals that the rule could judge, those with the failure,
/// and the amount from which its cost is taken.</summary>
internal sealed record ReviewCell(string Rule, string Segment, decimal Known, decimal Flawed, decimal Amount)
{
    /// <summary>Returns the finding of the library in this form.</summary>
    public static ReviewCell Of(ReviewFinding finding)
    {
        ValueList<ReviewFigure> evidence = finding.Evidence;
        return finding.Rule == ReviewRuleIds.ForecastShorterThanCycle
            ? new ReviewCell(finding.Rule, finding.Subject, Value(^3), Value(^2), Value(^1))
            : new ReviewCell(
                finding.Rule, finding.Subject, Value(0), Value(1), finding.Costs.Sum(static cost => cost.Base));

        decimal Value(Index place) => evidence[place.GetOffset(evidence.Count)].Value.Min;
    }

    public override string ToString() => string.Create(
        CultureInfo.InvariantCulture, $"{Rule} {Segment}: {Flawed} of {Known}, {Amount:0.00}");
}
