
namespace RevenueModel.Compensation;

/// <summary>What the size of a deal is compared with by a <see cref="WindfallRule"/>.</summary>
public enum WindfallBasis
{
    /// <summary>The yearly target of the component: the credit beyond <c>limit × quota</c> is windfall. The
    /// default.</summary>
    Quota = 0,

    /// <summary>The yearly target variable pay of the plan: the credit that would pay more than
    /// <c>limit × target variable pay</c> at the rate at quota, which accelerators do not change.</summary>
    TargetPay = 1,
}
