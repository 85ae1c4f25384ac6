using RevenueModel.Primitives;

namespace RevenueModel.Billing;

/// <summary>The amount of each charge on a bill, and of the plan itself (fees, surcharge, true-up), for prepaid
/// credits that are limited to charges.</summary>
/// <remarks>Reductions of a section (discounts, a surcharge below zero, cap, moving up) are allocated to the amounts
/// of the section so far, by largest remainder.</remarks>
internal sealed class ItemAmounts
{
    private const string OfPlan = ""; // no charge has this name

    private readonly List<Keyed<string, decimal>> _items = [];
    private readonly List<Keyed<string, decimal>> _section = [];

    public void Add(string charge, decimal amount) => Add(_section, charge, amount);

    public void AddToPlan(decimal amount) => Add(_section, OfPlan, amount);

    /// <summary>Allocates a reduction to the amounts of the section so far.</summary>
    /// <param name="amount">The reduction, zero or less.</param>
    /// <param name="rounding">The minor unit.</param>
    public void Reduce(decimal amount, RoundingPolicy rounding)
    {
        if (amount == 0m)
        {
            return;
        }

        decimal[] parts = Spread(amount, _section, rounding);
        for (int i = 0; i < parts.Length; i++)
        {
            _section[i] = new Keyed<string, decimal>(_section[i].Key, _section[i].Value + parts[i]);
        }
    }

    /// <summary>Adds the amounts of a section, or the amounts of the period outside all sections.</summary>
    public void Close()
    {
        foreach (Keyed<string, decimal> item in _section)
        {
            Add(_items, item.Key, item.Value);
        }

        _section.Clear();
    }

    /// <summary>Returns the amount of each item, rounded to minor units.</summary>
    /// <param name="rounding">The minor unit.</param>
    public List<Keyed<string, decimal>> Rounded(RoundingPolicy rounding) =>
        [.. _items.Select(item => new Keyed<string, decimal>(item.Key, rounding.RoundWithoutNoise(item.Value)))];

    // Allocated to amounts above zero, by largest remainder; to the first amount if none is above zero.
    private static decimal[] Spread(decimal amount, List<Keyed<string, decimal>> items, RoundingPolicy rounding)
    {
        decimal[] weights = [.. items.Select(static item => Math.Max(item.Value, 0m))];
        decimal sum = weights.Sum();
        if (sum == 0m)
        {
            decimal[] first = new decimal[weights.Length];
            first.AsSpan(0, Math.Min(1, first.Length)).Fill(amount);
            return first;
        }

        return rounding.TryToMinorUnits(amount, out _)
            ? [.. AllocationCalculator.ByLargestRemainder(amount, weights, rounding)]
            : [.. weights.Select(weight => amount * weight / sum)];
    }

    private static void Add(List<Keyed<string, decimal>> items, string name, decimal amount)
    {
        int at = items.FindIndex(item => NameLookup.Same(item.Key, name));
        if (at < 0)
        {
            items.Add(new Keyed<string, decimal>(name, amount));
        }
        else
        {
            items[at] = new Keyed<string, decimal>(items[at].Key, items[at].Value + amount);
        }
    }
}
