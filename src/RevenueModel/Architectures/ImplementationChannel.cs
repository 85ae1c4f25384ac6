
namespace RevenueModel.Architectures;

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
