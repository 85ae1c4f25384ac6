using System.Text.Json.Serialization;
using Ardalis.GuardClauses;
using RevenueModel.Primitives;

namespace RevenueModel.Billing;

/// <summary>A cost center and its weight in a split.</summary>
/// <remarks>Immutable; equal by value.</remarks>
[JsonConverter(typeof(JsonCompanionRequired))]
public sealed record CostCenter
{
    private CostCenter(string name, decimal weight)
    {
        Name = name;
        Weight = weight;
    }

    /// <summary>Gets the name.</summary>
    public string Name { get; }

    /// <summary>Gets the weight relative to the other cost centers; zero or more.</summary>
    public decimal Weight { get; }

    /// <summary>Creates a cost center.</summary>
    /// <param name="name">The name.</param>
    /// <param name="weight">The weight relative to the other cost centers, zero or more, such as a share, a head count
    /// or units used.</param>
    /// <returns>The cost center.</returns>
    /// <exception cref="ArgumentException">The name is blank, or the weight is negative.</exception>
    public static CostCenter Of(string name, decimal weight) =>
        new(Guard.Against.Blank(name), Guard.Against.BelowZero(weight));

    /// <summary>Returns the name and the weight.</summary>
    public override string ToString() => Invariant($"{Name}: {Weight:#,0.######}");
}
