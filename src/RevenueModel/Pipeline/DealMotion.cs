namespace RevenueModel.Pipeline;

/// <summary>The sales motion of a deal: a first contract, an expansion or a renewal.</summary>
public enum DealMotion
{
    /// <summary>A first contract with an account that is not a customer yet.</summary>
    NewLogo = 0,

    /// <summary>An expansion of an existing customer: sites, modules, volume tiers, seats.</summary>
    Expansion = 1,

    /// <summary>The renewal of a contract that ends.</summary>
    Renewal = 2,
}
