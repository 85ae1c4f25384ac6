
namespace RevenueModel.Architectures;

/// <summary>How far accounts expand that are implemented in one way.</summary>
/// <param name="Channel">Who implements.</param>
/// <param name="Expansion">How far the accounts expand.</param>
public readonly record struct ChannelExpansion(ImplementationChannel Channel, ExpansionLevel Expansion)
{
    /// <summary>The pair in words.</summary>
    public override string ToString() => Invariant($"{Channel}: {Expansion} expansion");
}
