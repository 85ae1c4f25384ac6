using System.Text.Json.Serialization;
using RevenueModel.Primitives;

namespace RevenueModel.Statistics;

/// <summary>A log-rank test of whether groups have the same hazard. Created by
/// <see cref="LogRankCalculator"/>.</summary>
/// <remarks>Immutable; equal by value.</remarks>
[JsonConverter(typeof(JsonCompanionRequired))]
public sealed record LogRankTest
{
    internal LogRankTest(ValueList<LogRankGroup> groups, int degreesOfFreedom, double? statistic, double? pValue)
    {
        Groups = groups;
        DegreesOfFreedom = degreesOfFreedom;
        Statistic = statistic;
        PValue = pValue;
    }

    /// <summary>Gets the events of each group, in the order given.</summary>
    public ValueList<LogRankGroup> Groups { get; }

    /// <summary>Gets the number of groups less one; groups that are never at risk beside another do not count.
    /// </summary>
    public int DegreesOfFreedom { get; }

    /// <summary>Gets the chi-square statistic, or <see langword="null"/> if fewer than two groups can be compared.
    /// </summary>
    public double? Statistic { get; }

    /// <summary>Gets the probability of a statistic at least this large if the hazards are equal, between 0 and 1, or
    /// <see langword="null"/> without a statistic.</summary>
    public double? PValue { get; }

    /// <summary>Returns the statistic and the p-value.</summary>
    public override string ToString() => Statistic is { } statistic
        ? Invariant(
            $"chi-square {statistic:0.###} with {Plural.Of(DegreesOfFreedom, "degree")} of freedom, p {PValue:0.####}")
        : "no groups to compare";
}

/// <summary>The events of a group in a log-rank test.</summary>
/// <param name="Observed">The weight of the events of the group, zero or more.</param>
/// <param name="Expected">The weight that is expected if all groups have the same hazard, zero or more.</param>
[JsonConverter(typeof(JsonCompanionRequired))]
public readonly record struct LogRankGroup(decimal Observed, double Expected)
{
    /// <summary>Returns the observed and the expected events.</summary>
    public override string ToString() => Invariant($"{Observed:#,0.####} observed, {Expected:#,0.####} expected");
}
