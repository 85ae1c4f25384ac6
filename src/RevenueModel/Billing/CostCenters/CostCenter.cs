using Ardalis.GuardClauses;
using RevenueModel.Primitives;

namespace RevenueModel.Billing;

/// <summary>A cost center and its weight in a split.</summary>
/// <remarks>Immutable; equal by value.</remarks>
public sealed record CostCenter
{
    private CostCenter(string name, decimal weight)
    {
        Name = name;
        Weight = weight;
    }

    /// <summary>The name.</summary>
    public string Name { get; }

    /// <summary>Its weight among the others.</summary>
    public decimal Weight { get; }

    /// <summary>Creates a cost center.</summary>
    /// <param name="name">The name.</param>
    /// <param name="weight">Its weight among the others, zero or more: a share, a head count, units used.</param>
    /// <returns>The cost center.</returns>
    /// <exception cref="ArgumentException">The name is empty, or the weight is negative.</exception>
    public static CostCenter Of(string name, decimal weight) =>
        new(Guard.Against.Blank(name), Guard.Against.BelowZero(weight));

    /// <summary>Returns the name and the weight.</summary>
    public override string ToString() => Invariant($"{Name}: {Weight:#,0.######}");
}
