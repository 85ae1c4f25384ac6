using System.Text.Json.Serialization;
using NodaTime;
using RevenueModel.Primitives;

namespace RevenueModel.Kpis;

/// <summary>The ARR that pilots of today are expected to bring in a month.</summary>
/// <remarks>Immutable; equal by value.</remarks>
[JsonConverter(typeof(JsonCompanionRequired))]
public sealed record PocRevenueMonth
{
    /// <summary>Gets the month.</summary>
    public required YearMonth Month { get; init; }

    /// <summary>Gets the expected new ARR.</summary>
    public required decimal Arr { get; init; }

    /// <summary>Gets the new ARR at the lower end of the conversion rate.</summary>
    public required decimal Low { get; init; }

    /// <summary>Gets the new ARR at the upper end of the conversion rate.</summary>
    public required decimal High { get; init; }

    /// <summary>Returns the month and the amounts.</summary>
    public override string ToString() => Invariant($"{Month}: {Arr:#,0} ({Low:#,0} to {High:#,0})");
}
