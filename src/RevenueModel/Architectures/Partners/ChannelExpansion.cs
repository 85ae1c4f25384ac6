using System.Text.Json.Serialization;
using RevenueModel.Primitives;

namespace RevenueModel.Architectures;

/// <summary>The expansion of accounts by implementation channel.</summary>
/// <param name="Channel">The implementation channel.</param>
/// <param name="Expansion">The expansion of its accounts.</param>
[JsonConverter(typeof(JsonCompanionRequired))]
public readonly record struct ChannelExpansion(ImplementationChannel Channel, ExpansionLevel Expansion)
{
    /// <summary>Returns a readable description, the same in every culture.</summary>
    public override string ToString() => Invariant($"{Channel}: {Expansion} expansion");
}

/// <summary>A ranking of the expansion of accounts.</summary>
public enum ExpansionLevel
{
    /// <summary>Limited expansion.</summary>
    Limited = 0,

    /// <summary>Moderate expansion.</summary>
    Moderate = 1,

    /// <summary>The highest expansion.</summary>
    Highest = 2,
}

/// <summary>The channel that implements the product of a vendor.</summary>
public enum ImplementationChannel
{
    /// <summary>The vendor alone.</summary>
    Direct = 0,

    /// <summary>One system integrator, general or specialized.</summary>
    OneIntegrator = 1,

    /// <summary>A general and a specialized system integrator.</summary>
    BothIntegrators = 2,
}
