using System.Text.Json.Serialization;
using RevenueModel.Primitives;

namespace RevenueModel.Statistics;

/// <summary>The credibility estimate of one group. Created by <see cref="CredibilityCalculator"/>.</summary>
/// <remarks>Immutable; equal by value.</remarks>
[JsonConverter(typeof(JsonCompanionRequired))]
public sealed record GroupCredibility
{
    internal GroupCredibility(string name, double exposure, double? mean, double credibility, double estimate)
    {
        Name = name;
        Exposure = exposure;
        Mean = mean;
        Credibility = credibility;
        Estimate = estimate;
    }

    /// <summary>Gets the name of the group.</summary>
    public string Name { get; }

    /// <summary>Gets the exposure of the group over all periods, zero or more.</summary>
    public double Exposure { get; }

    /// <summary>Gets the mean of the group, weighted by exposure, or <see langword="null"/> without
    /// exposure.</summary>
    public double? Mean { get; }

    /// <summary>Gets the credibility factor Z, between 0 and 1: the weight of the group's own mean in its
    /// estimate.</summary>
    public double Credibility { get; }

    /// <summary>Gets the estimate: <c>Z × mean + (1 - Z) × collective mean</c>.</summary>
    public double Estimate { get; }

    /// <summary>Returns the name, the mean, the credibility factor and the estimate.</summary>
    public override string ToString() => Name + ": "
        + (Mean is { } mean ? Invariant($"mean {mean:0.####}") : "no exposure")
        + Invariant($", credibility {Credibility:0.000}, estimate {Estimate:0.####}");
}
