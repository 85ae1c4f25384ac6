
namespace RevenueModel.Compensation;

/// <summary>What a <see cref="Residual"/> is a share of.</summary>
public enum ResidualBasis
{
    /// <summary>The expansion ARR credited on the account while the months last, once, when it is credited. What the
    /// published plans pay; the default.</summary>
    ExpansionArr = 0,

    /// <summary>The account's active ARR, a twelfth of it each month while the months last.</summary>
    ActiveArrMonthly = 1,
}
