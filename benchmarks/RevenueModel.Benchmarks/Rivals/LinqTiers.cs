namespace RevenueModel.Benchmarks.Rivals;

/// <summary>The amounts due under marginal tiers as LINQ over records.</summary>
public static class LinqTiers
{
    /// <summary>The amount for each quantity.</summary>
    public static decimal[] Amounts(Tier[] tiers, decimal[] quantities) => quantities
        .Select(quantity => tiers
            .Where(tier => quantity > tier.From)
            .Sum(tier => (Math.Min(quantity, tier.UpTo) - tier.From) * tier.Rate))
        .ToArray();

    /// <summary>A tier; the last one ends at the largest decimal.</summary>
    public sealed record Tier(decimal From, decimal UpTo, decimal Rate);
}
