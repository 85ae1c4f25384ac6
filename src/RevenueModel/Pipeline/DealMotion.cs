namespace RevenueModel.Pipeline;

/// <summary>What a deal sells to whom: a first contract, more to a customer, or the same again.</summary>
public enum DealMotion
{
    /// <summary>A first contract with an account that is not a customer yet.</summary>
    NewLogo = 0,

    /// <summary>More to an account that is a customer: sites, modules, volume tiers, seats.</summary>
    Expansion = 1,

    /// <summary>The continuation of a contract that ends.</summary>
    Renewal = 2,
}
