using RevenueModel.Compensation;

namespace RevenueModel.Benchmarks.Rivals;

/// <summary>The pay for each credit as LINQ over records, tiers as a list.</summary>
public static class LinqCommission
{
    /// <summary>The plan as the rival knows it.</summary>
    public static Plan PlanOf(CompPlan plan)
    {
        PayComponent component = plan.Components[0];
        return new Plan(
            component.Target!.PerYearAmount,
            plan.TargetVariable!.Value * component.Weight,
            component.Curve.AttainmentCap ?? decimal.MaxValue,
            [.. component.Curve.Tiers.Tiers.Select(
                tier => new Tier(tier.From, tier.UpTo ?? decimal.MaxValue, tier.Rate))]);
    }

    /// <summary>The pay for each credit of a person's year, in order. The total so far is kept from one to the
    /// next.</summary>
    public static IEnumerable<decimal> Pay(Plan plan, IEnumerable<Credit> credits)
    {
        decimal credited = 0m;
        decimal paid = 0m;
        return credits
            .GroupBy(credit => credit.Month)
            .OrderBy(month => month.Key)
            .SelectMany(month => month.Select(credit =>
            {
                credited += credit.Amount;
                decimal earned = Earned(plan, credited);
                decimal pay = earned - paid;
                paid = earned;
                return pay;
            }));
    }

    /// <summary>The same, with what came before a credit summed anew for each.</summary>
    public static IEnumerable<decimal> PayFromScratch(Plan plan, Credit[] credits) => credits.Select(credit =>
    {
        decimal before = credits.Where(earlier => earlier.Number < credit.Number).Sum(earlier => earlier.Amount);
        return Earned(plan, before + credit.Amount) - Earned(plan, before);
    });

    /// <summary>The same by loops, for those who know that LINQ costs something.</summary>
    public static void PayByLoop(Plan plan, Credit[] credits, Span<decimal> pays)
    {
        decimal credited = 0m;
        decimal paid = 0m;
        for (int i = 0; i < credits.Length; i++)
        {
            credited += credits[i].Amount;
            decimal attainment = Math.Min(credited / plan.Quota, plan.Cap);
            decimal payout = 0m;
            foreach (Tier tier in plan.Tiers)
            {
                if (attainment <= tier.From)
                {
                    break;
                }

                payout += (Math.Min(attainment, tier.UpTo) - tier.From) * tier.Rate;
            }

            decimal earned = Math.Round(payout * plan.TargetPay, 2, MidpointRounding.AwayFromZero);
            pays[i] = earned - paid;
            paid = earned;
        }
    }

    /// <summary>The pay for all that is credited, to the cent.</summary>
    public static decimal Earned(Plan plan, decimal credited)
    {
        decimal attainment = Math.Min(credited / plan.Quota, plan.Cap);
        decimal payout = plan.Tiers
            .Where(tier => attainment > tier.From)
            .Sum(tier => (Math.Min(attainment, tier.UpTo) - tier.From) * tier.Rate);
        return Math.Round(payout * plan.TargetPay, 2, MidpointRounding.AwayFromZero);
    }

    /// <summary>The facts of a plan that the rival needs.</summary>
    public sealed record Plan(decimal Quota, decimal TargetPay, decimal Cap, Tier[] Tiers);

    /// <summary>A tier of attainment; the last one ends at the largest decimal.</summary>
    public sealed record Tier(decimal From, decimal UpTo, decimal Rate);

    /// <summary>The facts of a credit that the rival needs.</summary>
    public sealed record Credit(int Number, int Month, decimal Amount);
}
