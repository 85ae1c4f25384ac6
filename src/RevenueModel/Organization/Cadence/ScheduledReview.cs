using System.Text.Json.Serialization;
using NodaTime;
using RevenueModel.Primitives;

namespace RevenueModel.Organization;

/// <summary>A review on a day. Created by <see cref="CadenceCalculator"/>.</summary>
/// <remarks>Immutable; equal by value.</remarks>
[JsonConverter(typeof(JsonCompanionRequired))]
public sealed record ScheduledReview
{
    /// <summary>Gets the day on which it is held.</summary>
    public required LocalDate Date { get; init; }

    /// <summary>Gets the review.</summary>
    public required OperatingReview Review { get; init; }

    /// <summary>Returns the day and the review.</summary>
    public override string ToString() => Invariant($"{Date:R} {Review}");
}
