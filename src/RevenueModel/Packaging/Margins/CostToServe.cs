using Ardalis.GuardClauses;
using RevenueModel.Primitives;

namespace RevenueModel.Packaging;

/// <summary>What it costs the vendor to serve a customer for a month.</summary>
/// <remarks>Immutable; equal by value.</remarks>
public sealed record CostToServe
{
    /// <summary>What usage costs, meter by meter, at least one; prices and costs per unit are told for the
    /// first.</summary>
    /// <exception cref="ArgumentException">There is none, or a meter stands twice.</exception>
    public required ValueList<MeterCost> Meters
    {
        get;
        init => field = !value.IsEmpty
            ? DomainGuards.RequireDistinct(value, static cost => cost.Meter, nameof(Meters), "meter")
            : throw DomainGuards.OutOfRange(nameof(Meters), value, "the cost of one meter at least");
    }

    /// <summary>What a customer costs in every month, whatever is used, zero or more: support, hosting of its
    /// own.</summary>
    public decimal FixedPerMonth { get; init => field = Guard.Against.BelowZero(value, nameof(FixedPerMonth)); }

    /// <summary>The cost in words.</summary>
    public override string ToString() => string.Join("; ", Meters)
        + (FixedPerMonth > 0m ? Invariant($"; {FixedPerMonth:#,0.######} a month") : "");
}
