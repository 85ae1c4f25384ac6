using RevenueModel.Pipeline;
using RevenueModel.Primitives;

namespace RevenueModel.Forecasting;

/// <summary>The amounts of won deals, by product, as the possible amounts of deals whose amount is not
/// known.</summary>
internal sealed class WonAmounts
{
    /// <summary>The number of won deals of a product below which those of all products are used.</summary>
    public const int MinCount = 5;

    private const int MostAmounts = 8;
    private const int MostAmountsOfNewDeals = 32;

    private readonly Dictionary<ValueTuple<string?>, ValueList<PossibleAmount>> _byProduct = [];

    private readonly ValueList<PossibleAmount> _all;

    private WonAmounts(List<decimal> all)
    {
        _all = Group(all, MostAmounts);
        OfNewDeals = Group(all, MostAmountsOfNewDeals);
    }

    /// <summary>Gets the amounts of all products in finer groups; empty if no deal was won with an amount.</summary>
    public ValueList<PossibleAmount> OfNewDeals { get; }

    /// <summary>Groups the amounts of won deals.</summary>
    /// <param name="won">The deals that were won.</param>
    public static WonAmounts Of(IReadOnlyList<Opportunity> won)
    {
        var byProduct = new Dictionary<ValueTuple<string?>, List<decimal>>();
        var all = new List<decimal>();
        foreach (Opportunity opportunity in won)
        {
            if (opportunity.Amount is { } amount)
            {
                ValueTuple<string?> product = ValueTuple.Create(opportunity.Product);
                if (!byProduct.TryGetValue(product, out List<decimal>? ofProduct))
                {
                    byProduct[product] = ofProduct = [];
                }

                ofProduct.Add(amount);
                all.Add(amount);
            }
        }

        var amounts = new WonAmounts(all);
        foreach ((ValueTuple<string?> product, List<decimal> ofProduct) in byProduct)
        {
            if (ofProduct.Count >= MinCount)
            {
                amounts._byProduct[product] = Group(ofProduct, MostAmounts);
            }
        }

        return amounts;
    }

    /// <summary>Returns the possible amounts of a deal: its own, or those of won deals of its product.</summary>
    public ValueList<PossibleAmount> Of(Opportunity opportunity) =>
        opportunity.Amount is { } amount ? [new PossibleAmount(amount, 1)]
        : _byProduct.TryGetValue(ValueTuple.Create(opportunity.Product), out ValueList<PossibleAmount> known) ? known
        : _all;

    // Groups of neighboring amounts, each with its mean, so that the mean of all is kept.
    private static ValueList<PossibleAmount> Group(List<decimal> amounts, int most)
    {
        amounts.Sort();
        int groups = Math.Min(most, amounts.Count);
        var possible = new PossibleAmount[groups];
        for (int i = 0; i < groups; i++)
        {
            int from = (int)((long)amounts.Count * i / groups);
            int to = (int)((long)amounts.Count * (i + 1) / groups);
            decimal mean = 0m;
            for (int k = from; k < to; k++)
            {
                mean += amounts[k] / (to - from);
            }

            possible[i] = new PossibleAmount(mean, (double)(to - from) / amounts.Count);
        }

        return ValueList.Own(possible);
    }
}
