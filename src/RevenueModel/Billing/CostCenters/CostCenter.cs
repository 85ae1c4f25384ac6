using Ardalis.GuardClauses;
using RevenueModel.Primitives;

namespace RevenueModel.Billing;

/// <summary>A cost centre and its weight in a split.</summary>
/// <remarks>Immutable; equal by value.</remarks>
public sealed record CostCenter
{
    /// <summary>Creates it.</summary>
    /// <param name="name">The name.</param>
    /// <param name="weight">Its weight among the others, zero or more: a share, a head count, units used.</param>
    /// <exception cref="ArgumentException">The name is empty, or the weight is negative.</exception>
    public CostCenter(string name, decimal weight)
    {
        Name = Guard.Against.Blank(name);
        Weight = Guard.Against.BelowZero(weight);
    }

    /// <summary>The name.</summary>
    public string Name { get; }

    /// <summary>Its weight among the others.</summary>
    public decimal Weight { get; }

    /// <summary>The cost centre in words.</summary>
    public override string ToString() => Invariant($"{Name}: {Weight:#,0.######}");
}
