
namespace RevenueModel.Compensation;

/// <summary>What makes a <see cref="Clawback"/> take back what was paid.</summary>
/// <remarks>A combination.</remarks>
[Flags]
public enum ClawbackCauses
{
    /// <summary>Nothing.</summary>
    None = 0,

    /// <summary>The customer churns.</summary>
    Churn = 1,

    /// <summary>The customer does not pay.</summary>
    NonPayment = 2,

    /// <summary>The person leaves.</summary>
    Leaving = 4,
}
