using System.Text.Json.Serialization;
using Ardalis.GuardClauses;
using RevenueModel.Primitives;

namespace RevenueModel.Packaging;

/// <summary>The cost to the vendor of serving a customer for a month.</summary>
/// <remarks>Immutable; equal by value.</remarks>
[JsonConverter(typeof(JsonCompanionRequired))]
public sealed record CostToServe
{
    /// <summary>Gets the cost of usage, meter by meter, at least one. Prices and costs per unit refer to the first
    /// meter.</summary>
    /// <exception cref="ArgumentException">There is no meter, or a meter is duplicated.</exception>
    public required ValueList<MeterCost> Meters
    {
        get;
        init => field = !value.IsEmpty
            ? DomainGuards.RequireDistinct(value, static cost => cost.Meter, nameof(Meters), "meter")
            : throw DomainGuards.OutOfRange(nameof(Meters), value, "the cost of one meter at least");
    }

    /// <summary>Gets the cost of a customer in every month, independent of usage, zero or more: support, dedicated
    /// hosting.</summary>
    public decimal FixedPerMonth { get; init => field = Guard.Against.BelowZero(value, nameof(FixedPerMonth)); }

    /// <summary>Returns a readable description, the same in every culture.</summary>
    public override string ToString() => string.Join("; ", Meters)
        + (FixedPerMonth > 0m ? Invariant($"; {FixedPerMonth:#,0.######} a month") : "");
}
