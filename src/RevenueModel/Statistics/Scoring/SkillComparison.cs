using System.Text.Json.Serialization;
using RevenueModel.Primitives;

namespace RevenueModel.Statistics;

/// <summary>The mean score of forecasts beside that of a baseline on the same observations. Created by
/// <see cref="SkillCalculator"/>.</summary>
/// <remarks>Immutable; equal by value.</remarks>
[JsonConverter(typeof(JsonCompanionRequired))]
public sealed record SkillComparison
{
    internal SkillComparison(
        int count,
        int overlap,
        int? degreesOfFreedom,
        double score,
        double baselineScore,
        double? skill,
        ConfidenceInterval? differenceInterval,
        ConfidenceInterval? skillInterval)
    {
        Count = count;
        Overlap = overlap;
        DegreesOfFreedom = degreesOfFreedom;
        Score = score;
        BaselineScore = baselineScore;
        Skill = skill;
        DifferenceInterval = differenceInterval;
        SkillInterval = skillInterval;
    }

    /// <summary>Gets the number of pairs of scores.</summary>
    public int Count { get; }

    /// <summary>Gets the number of successive forecasts whose windows overlap, one or more.</summary>
    public int Overlap { get; }

    /// <summary>Gets the degrees of freedom of the intervals, one or more, or <see langword="null"/> if no two windows
    /// are apart.</summary>
    public int? DegreesOfFreedom { get; }

    /// <summary>Gets the mean score of the forecasts; less is better.</summary>
    public double Score { get; }

    /// <summary>Gets the mean score of the baseline; less is better.</summary>
    public double BaselineScore { get; }

    /// <summary>Gets the mean score of the baseline less that of the forecasts, above zero if the forecasts are
    /// better.</summary>
    public double Difference => BaselineScore - Score;

    /// <summary>Gets the skill, <c>1 - score / baseline score</c>: 1 is perfect, 0 as good as the baseline, below zero
    /// worse; <see langword="null"/> if the mean score of the baseline is not above zero.</summary>
    public double? Skill { get; }

    /// <summary>Gets the interval of the difference, or <see langword="null"/> without degrees of freedom.</summary>
    public ConfidenceInterval? DifferenceInterval { get; }

    /// <summary>Gets the interval of the skill, or <see langword="null"/> without skill or degrees of
    /// freedom.</summary>
    public ConfidenceInterval? SkillInterval { get; }

    /// <summary>Returns the skill, its interval and the number of pairs.</summary>
    public override string ToString() =>
        (Skill is { } skill ? Invariant($"skill {skill * 100:0.0}%") : Invariant($"difference {Difference:#,0.####}"))
            + (SkillInterval is { } interval ? Invariant($" ({interval})") : "")
            + Invariant($", {Plural.Of(Count, "pair")}");
}
