using RevenueModel.Primitives;

namespace RevenueModel.Benchmarks.Rivals;

/// <summary>The amounts due under marginal tiers as LINQ over records, and as loops.</summary>
public static class LinqTiers
{
    /// <summary>The tiers as the rival represents them.</summary>
    public static Tier[] TiersOf(TierSchedule schedule) =>
        [.. schedule.Tiers.Select(tier => new Tier(tier.From, tier.UpTo ?? decimal.MaxValue, tier.Rate))];

    /// <summary>The amount for each quantity.</summary>
    public static decimal[] Amounts(Tier[] tiers, decimal[] quantities) => quantities
        .Select(quantity => Amount(tiers, quantity))
        .ToArray();

    /// <summary>The amount for a quantity.</summary>
    public static decimal Amount(Tier[] tiers, decimal quantity) => tiers
        .Where(tier => quantity > tier.From)
        .Sum(tier => (Math.Min(quantity, tier.UpTo) - tier.From) * tier.Rate);

    /// <summary>The same with a loop, without the overhead of LINQ.</summary>
    public static decimal AmountByLoop(Tier[] tiers, decimal quantity)
    {
        decimal amount = 0m;
        foreach (Tier tier in tiers)
        {
            if (quantity <= tier.From)
            {
                break;
            }

            amount += (Math.Min(quantity, tier.UpTo) - tier.From) * tier.Rate;
        }

        return amount;
    }

    /// <summary>A tier; the last one ends at the largest decimal.</summary>
    public sealed record Tier(decimal From, decimal UpTo, decimal Rate);
}
