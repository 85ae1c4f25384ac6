using System.Text.Json.Serialization;
using Ardalis.GuardClauses;
using RevenueModel.Primitives;

namespace RevenueModel.Organization;

/// <summary>The people whose attainment is within a band. Created by <see cref="AttainmentCalculator"/>.</summary>
/// <remarks>Immutable; equal by value.</remarks>
[JsonConverter(typeof(JsonCompanionRequired))]
public sealed record AttainmentBand
{
    /// <summary>Gets the lower end of the band, a ratio of zero or more, which is in the band.</summary>
    public required decimal From { get; init => field = Guard.Against.BelowZero(value, nameof(From)); }

    /// <summary>Gets the upper end of the band, a ratio above zero, which is not in the band, or
    /// <see langword="null"/> if it is open.</summary>
    public decimal? To { get; init => field = Guard.Against.NotPositive(value, nameof(To)); }

    /// <summary>Gets the number of people in the band, zero or more.</summary>
    public required int Count { get; init => field = Guard.Against.BelowZero(value, nameof(Count)); }

    /// <summary>Gets their share of all people, between 0 and 1.</summary>
    public required decimal Share { get; init => field = Guard.Against.NotFraction(value, nameof(Share)); }

    /// <summary>Returns the band, the number and the share.</summary>
    public override string ToString() => (To is { } to
        ? Invariant($"{From:0.##%} to {to:0.##%}")
        : Invariant($"{From:0.##%} or more")) + Invariant($": {Count:#,0} ({Share:0.0%})");
}
