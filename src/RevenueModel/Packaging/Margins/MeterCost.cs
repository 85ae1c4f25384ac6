using Ardalis.GuardClauses;
using RevenueModel.Pricing;
using RevenueModel.Primitives;

namespace RevenueModel.Packaging;

/// <summary>What it costs the vendor to serve the usage of a meter.</summary>
/// <remarks>Immutable; equal by value.</remarks>
public sealed record MeterCost
{
    /// <summary>The meter.</summary>
    public required string Meter { get; init => field = Guard.Against.Blank(value, nameof(Meter)); }

    /// <summary>What a month's metered quantity costs: per unit, graduated, in packages.</summary>
    public required QuantityPrice Cost { get; init => field = Guard.Against.Null(value, nameof(Cost)); }

    /// <summary>The cost in words.</summary>
    public override string ToString() => Meter + ": " + Cost;
}
