
namespace RevenueModel.Pricing;

/// <summary>The time within which a committed amount has to be spent.</summary>
public enum CommitmentPeriod
{
    /// <summary>Each billing period on its own; what is missing is billed with it. The default.</summary>
    BillingPeriod = 0,

    /// <summary>A year of the contract; what is missing is billed with the year's last period.</summary>
    ContractYear = 1,
}
