
namespace RevenueModel.Architectures;

/// <summary>How far accounts expand that are implemented in one way.</summary>
/// <param name="Channel">Who implements.</param>
/// <param name="Expansion">How far the accounts expand.</param>
public readonly record struct ChannelExpansion(ImplementationChannel Channel, ExpansionLevel Expansion)
{
    /// <summary>The pair in words.</summary>
    public override string ToString() => Invariant($"{Channel}: {Expansion} expansion");
}

/// <summary>How far accounts expand, as a ranking.</summary>
public enum ExpansionLevel
{
    /// <summary>Little.</summary>
    Limited = 0,

    /// <summary>Some.</summary>
    Moderate = 1,

    /// <summary>The most.</summary>
    Highest = 2,
}

/// <summary>Who implements what a vendor sells.</summary>
public enum ImplementationChannel
{
    /// <summary>The vendor alone.</summary>
    Direct = 0,

    /// <summary>One system integrator: general or specialised.</summary>
    OneIntegrator = 1,

    /// <summary>A general and a specialised system integrator.</summary>
    BothIntegrators = 2,
}
