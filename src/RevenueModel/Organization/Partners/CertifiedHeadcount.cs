using System.Text.Json.Serialization;
using Ardalis.GuardClauses;
using NodaTime;
using RevenueModel.Primitives;

namespace RevenueModel.Organization;

/// <summary>The number of certified consultants of a partner on a day.</summary>
/// <remarks>Immutable; equal by value.</remarks>
[JsonConverter(typeof(JsonCompanionRequired))]
public sealed record CertifiedHeadcount
{
    /// <summary>Gets the partner.</summary>
    public required string Partner { get; init => field = Guard.Against.Blank(value, nameof(Partner)); }

    /// <summary>Gets the day of the count.</summary>
    public required LocalDate AsOf { get; init; }

    /// <summary>Gets the number of certified consultants, zero or more.</summary>
    public required int Consultants { get; init => field = Guard.Against.BelowZero(value, nameof(Consultants)); }

    /// <summary>Gets the target number, one or more. Default: <see langword="null"/>, none.</summary>
    public int? Target { get; init => field = Guard.Against.BelowOne(value, nameof(Target)); }

    /// <summary>Returns the partner, the day and the number.</summary>
    public override string ToString() => Invariant($"{Partner} on {AsOf:R}: {Consultants:#,0} certified")
        + (Target is { } target ? Invariant($" of {target:#,0}") : "");
}
