using RevenueModel.Pipeline;

namespace RevenueModel.Benchmarks.Rivals;

/// <summary>Win rates as LINQ: four figures with one pass each, without confidence intervals.</summary>
public static class LinqWinRate
{
    /// <summary>The win rate by count and by value.</summary>
    public static Rates Measure(Opportunity[] deals)
    {
        int won = deals.Count(deal => deal.Outcome == DealOutcome.Won);
        int lost = deals.Count(deal => deal.Outcome == DealOutcome.Lost);
        decimal wonValue = deals.Where(deal => deal.Outcome == DealOutcome.Won).Sum(deal => deal.Amount ?? 0m);
        decimal lostValue = deals.Where(deal => deal.Outcome == DealOutcome.Lost).Sum(deal => deal.Amount ?? 0m);
        return new Rates((decimal)won / (won + lost), wonValue / (wonValue + lostValue));
    }

    /// <summary>Both win rates.</summary>
    public sealed record Rates(decimal ByCount, decimal ByValue);
}
