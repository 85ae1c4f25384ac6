
namespace RevenueModel.Primitives;

/// <summary>Which of two tiers the quantity belongs to that lies exactly between them.</summary>
/// <remarks>It decides where the amount jumps: with a retroactive rate or a flat amount. Where tiers are marginal it
/// decides only which tier a quantity is said to lie in.</remarks>
public enum TierBoundary
{
    /// <summary>The upper one: <c>[from, upTo)</c>. Compensation plans, where reaching a threshold earns its rate; the
    /// default.</summary>
    ToUpperTier = 0,

    /// <summary>The lower one: <c>(from, upTo]</c>. Price lists, where "up to 1,000" includes the thousandth.</summary>
    ToLowerTier = 1,
}
