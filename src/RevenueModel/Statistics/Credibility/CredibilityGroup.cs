using System.Text.Json.Serialization;
using Ardalis.GuardClauses;
using RevenueModel.Primitives;

namespace RevenueModel.Statistics;

/// <summary>The observations of one group by period: the NRR of a segment in each of several years.</summary>
/// <remarks>Immutable; equal by value. The order of the observations does not change any estimate.</remarks>
[JsonConverter(typeof(JsonCompanionRequired))]
public sealed record CredibilityGroup
{
    /// <summary>Gets the name of the group, such as a segment.</summary>
    public required string Name { get; init => field = Guard.Against.Blank(value, nameof(Name)); }

    /// <summary>Gets the observations, one for each period. Default: none, so that the group is estimated by the
    /// collective mean.</summary>
    public ValueList<CredibilityObservation> Observations { get; init; }

    /// <summary>Returns the name and the number of observations.</summary>
    public override string ToString() => Name + ": " + Plural.Of(Observations.Count, "observation");
}
