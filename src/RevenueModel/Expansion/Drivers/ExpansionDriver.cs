using System.Text.Json.Serialization;
using Ardalis.GuardClauses;
using RevenueModel.Primitives;

namespace RevenueModel.Expansion;

/// <summary>A reason for which an account pays more: its quantity, its effect on the price, and the role that watches
/// it.</summary>
/// <remarks>Immutable; equal by value.</remarks>
[JsonConverter(typeof(JsonCompanionRequired))]
public sealed record ExpansionDriver
{
    /// <summary>Gets the name of the driver, as published.</summary>
    public required string Name { get; init => field = Guard.Against.Blank(value, nameof(Name)); }

    /// <summary>Gets the quantity that is counted, such as connected assets or accounts with a module.</summary>
    public required string Quantity { get; init => field = Guard.Against.Blank(value, nameof(Quantity)); }

    /// <summary>Gets the way in which the quantity changes what an account pays.</summary>
    public required DriverEffect Effect { get; init => field = Guard.Against.Undefined(value, nameof(Effect)); }

    /// <summary>Gets the role that watches the quantity.</summary>
    public required string WatchedBy { get; init => field = Guard.Against.Blank(value, nameof(WatchedBy)); }

    /// <summary>Gets the ARR that the driver adds to an account, as a band of fractions between 0 and 1, or
    /// <see langword="null"/> if it is not published.</summary>
    public Band<decimal>? Uplift
    {
        get;
        init => field = value is { } uplift ? Guard.Against.NotFractionBand(uplift, nameof(Uplift)) : null;
    }

    /// <summary>Gets the document and section that name the driver.</summary>
    public Citation? Citation { get; init; }

    /// <summary>Returns a readable description, the same in every culture.</summary>
    public override string ToString()
    {
        string effect = Effect switch
        {
            DriverEffect.MoreUnits => "more units",
            DriverEffect.HigherTier => "a higher tier",
            _ => "an added module",
        };
        string uplift = Uplift is { } band ? Invariant($" at {band:0.##%} uplift") : "";
        return $"{Name}: {Quantity}, {effect}{uplift}, watched by {WatchedBy}";
    }
}

/// <summary>The way in which a driver of expansion changes what an account pays.</summary>
public enum DriverEffect
{
    /// <summary>More units at the price per unit.</summary>
    MoreUnits = 0,

    /// <summary>A higher tier of a price by volume.</summary>
    HigherTier = 1,

    /// <summary>A module that adds to the price.</summary>
    AddedModule = 2,
}
