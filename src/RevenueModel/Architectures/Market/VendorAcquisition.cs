using System.Text.Json.Serialization;
using Ardalis.GuardClauses;
using RevenueModel.Primitives;

namespace RevenueModel.Architectures;

/// <summary>A company that a vendor acquired.</summary>
/// <remarks>Immutable; equal by value.</remarks>
[JsonConverter(typeof(JsonCompanionRequired))]
public sealed record VendorAcquisition
{
    /// <summary>Gets the acquired company.</summary>
    public required string Name { get; init => field = Guard.Against.Blank(value, nameof(Name)); }

    /// <summary>Gets the year, one or more, or <see langword="null"/> if it is not published.</summary>
    public int? Year { get; init => field = Guard.Against.BelowOne(value, nameof(Year)); }

    /// <summary>Returns a readable description, the same in every culture.</summary>
    public override string ToString() =>
        Invariant($"{Name}{(Year is null ? "" : " in ")}{Year}");
}
