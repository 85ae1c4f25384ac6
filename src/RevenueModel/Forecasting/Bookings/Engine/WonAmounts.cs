using RevenueModel.Pipeline;
using RevenueModel.Primitives;

namespace RevenueModel.Forecasting;

/// <summary>The amounts of won deals, as the possible amounts of deals whose amount is not known. They are those of
/// the closest group in which enough deals were won: segment and product, then segment or product alone, then all
/// deals.</summary>
internal sealed class WonAmounts
{
    /// <summary>The number of won deals of a group below which those of a wider group are used.</summary>
    public const int MinCount = 5;

    private const int MostAmounts = 8;
    private const int MostAmountsOfNewDeals = 32;

    private readonly Dictionary<AmountKey, List<decimal>> _groups = [];
    private readonly Dictionary<AmountKey, ValueList<PossibleAmount>> _ofDeals = [];
    private readonly bool _bySegment;

    private WonAmounts(bool bySegment) => _bySegment = bySegment;

    /// <summary>Groups the amounts of won deals.</summary>
    /// <param name="won">The deals that were won.</param>
    /// <param name="bySegment">Whether segments are groups.</param>
    public static WonAmounts Of(IReadOnlyList<Opportunity> won, bool bySegment)
    {
        var amounts = new WonAmounts(bySegment);
        foreach (Opportunity opportunity in won)
        {
            if (opportunity.Amount is { } amount)
            {
                foreach (AmountKey key in amounts.KeysOf(opportunity))
                {
                    amounts.Group(key).Add(amount);
                }
            }
        }

        foreach (List<decimal> group in amounts._groups.Values)
        {
            group.Sort();
        }

        return amounts;
    }

    /// <summary>Gets whether no deal was won with an amount.</summary>
    public bool IsEmpty => Group(default).Count == 0;

    /// <summary>Returns the possible amounts of a deal.</summary>
    /// <param name="opportunity">The deal.</param>
    /// <param name="known">The amount of the deal, or null if it is not known.</param>
    public ValueList<PossibleAmount> Of(Opportunity opportunity, decimal? known)
    {
        if (known is { } amount)
        {
            return [new PossibleAmount(amount, 1)];
        }

        AmountKey key = Closest(KeysOf(opportunity));
        if (!_ofDeals.TryGetValue(key, out ValueList<PossibleAmount> possible))
        {
            possible = Grouped(Group(key), MostAmounts);
            _ofDeals.Add(key, possible);
        }

        return possible;
    }

    /// <summary>Returns the amounts of new deals, in finer groups; empty if no deal was won with an amount.</summary>
    /// <param name="segment">The segment of the deals; ignored unless segments are groups.</param>
    public ValueList<PossibleAmount> OfNewDeals(string? segment) =>
        Grouped(
            Group(Closest(_bySegment ? [AmountKey.OfSegment(segment), default] : [default])), MostAmountsOfNewDeals);

    // The key of all deals is last.
    private AmountKey[] KeysOf(Opportunity opportunity) => _bySegment
        ? [AmountKey.Of(opportunity), AmountKey.OfSegment(opportunity.Segment), default]
        : [AmountKey.OfProduct(opportunity.Product), default];

    private AmountKey Closest(AmountKey[] keys)
    {
        foreach (AmountKey key in keys)
        {
            if (_groups.TryGetValue(key, out List<decimal>? amounts) && amounts.Count >= MinCount)
            {
                return key;
            }
        }

        return default;
    }

    private List<decimal> Group(AmountKey key)
    {
        if (!_groups.TryGetValue(key, out List<decimal>? amounts))
        {
            amounts = [];
            _groups.Add(key, amounts);
        }

        return amounts;
    }

    // Groups of neighboring amounts, each with its mean, so that the mean of all is kept.
    private static ValueList<PossibleAmount> Grouped(List<decimal> sorted, int most)
    {
        int groups = Math.Min(most, sorted.Count);
        var possible = new PossibleAmount[groups];
        for (int i = 0; i < groups; i++)
        {
            int from = (int)((long)sorted.Count * i / groups);
            int to = (int)((long)sorted.Count * (i + 1) / groups);
            decimal sum = 0m;
            for (int k = from; k < to; k++)
            {
                sum = DomainGuards.Total(sum, sorted[k], "opportunities");
            }

            possible[i] = new PossibleAmount(sum / (to - from), (double)(to - from) / sorted.Count);
        }

        return ValueList.Own(possible);
    }

    /// <summary>A group of deals; the default value is all deals.</summary>
    private readonly record struct AmountKey
    {
        private bool HasSegment { get; init; }

        private string? Segment { get; init; }

        private bool HasProduct { get; init; }

        private string? Product { get; init; }

        public static AmountKey Of(Opportunity opportunity) =>
            OfSegment(opportunity.Segment) with { HasProduct = true, Product = opportunity.Product };

        public static AmountKey OfSegment(string? segment) => new() { HasSegment = true, Segment = segment };

        public static AmountKey OfProduct(string? product) => new() { HasProduct = true, Product = product };
    }
}
