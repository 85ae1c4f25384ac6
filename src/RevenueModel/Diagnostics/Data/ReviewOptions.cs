using System.Text.Json.Serialization;
using Ardalis.GuardClauses;
using RevenueModel.Architectures;
using RevenueModel.Primitives;

namespace RevenueModel.Diagnostics;

/// <summary>The options of a review: rules that are switched off, the architecture whose effects apply, and
/// thresholds.</summary>
/// <remarks>Immutable; equal by value.</remarks>
[JsonConverter(typeof(JsonCompanionRequired))]
public sealed record ReviewOptions
{
    /// <summary>Gets the ids of the rules that are not evaluated, each once. Default: none.</summary>
    public ValueList<string> DisabledRules
    {
        get;
        init => field = DomainGuards.RequireDistinct(
            value, static rule => Guard.Against.Blank(rule, nameof(DisabledRules)), nameof(DisabledRules), "id");
    }

    /// <summary>Gets the architecture whose figures of effects apply where the reviewed one has none, such as the win
    /// rates with one and with both buyers. Default: <see langword="null"/>, only the figures of the reviewed
    /// one.</summary>
    public RevenueArchitecture? Reference { get; init; }

    /// <summary>Gets the share of the deals of a segment that may show a failure before it is a finding, between 0 and
    /// 1. Default: 0.1.</summary>
    public decimal ToleratedShare
    {
        get;
        init => field = Guard.Against.NotFraction(value, nameof(ToleratedShare));
    } = 0.1m;

    /// <summary>Gets by how much the average discount of new customers may exceed that of expansions, between 0 and 1.
    /// Default: 0.1.</summary>
    public decimal ToleratedLandingDiscount
    {
        get;
        init => field = Guard.Against.NotFraction(value, nameof(ToleratedLandingDiscount));
    } = 0.1m;

    /// <summary>Gets the confidence of intervals, between 0 and 1, both excluded. Default: 0.95.</summary>
    public double Confidence
    {
        get;
        init => field = value is > 0.0 and < 1.0
            ? value
            : throw DomainGuards.OutOfRange(nameof(Confidence), value, "more than 0 and less than 1");
    } = 0.95;

    /// <summary>Returns the reference and the rules that are switched off.</summary>
    public override string ToString() =>
        (Reference is null ? "no reference" : "effects of " + Reference.Name)
        + (DisabledRules.IsEmpty ? "" : ", without " + string.Join(", ", DisabledRules));
}
