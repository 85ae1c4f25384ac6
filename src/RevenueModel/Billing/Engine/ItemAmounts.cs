using RevenueModel.Primitives;

namespace RevenueModel.Billing;

/// <summary>The amount of each charge on a bill, and of the plan itself (fees, surcharge, true-up). Discounts and caps of a
/// section are spread over its fees and charges by largest remainder.</summary>
internal sealed class ItemAmounts
{
    /// <summary>The name under which the amounts of the plan itself stand.</summary>
    public const string OfPlan = "";

    private readonly List<Keyed<string, decimal>> _items = [];
    private readonly List<Keyed<string, decimal>> _section = [];
    private decimal _reduction;

    /// <summary>Gets the amounts by charge.</summary>
    public IReadOnlyList<Keyed<string, decimal>> Items => _items;

    public void Add(string charge, decimal amount) => Add(_section, charge, amount);

    public void AddToPlan(decimal amount) => Add(_section, OfPlan, amount);

    public void Reduce(decimal amount) => _reduction += amount;

    /// <summary>Spreads the reductions of a section and adds its amounts.</summary>
    public void EndSection(RoundingPolicy rounding)
    {
        decimal[] weights = [.. _section.Select(static item => Math.Max(item.Value, 0m))];
        if (_reduction != 0m && weights.Any(static weight => weight > 0m) && rounding.TryToMinorUnits(_reduction, out _))
        {
            ValueList<decimal> parts = AllocationCalculator.ByLargestRemainder(_reduction, weights, rounding);
            for (int i = 0; i < weights.Length; i++)
            {
                Add(_section, _section[i].Key, parts[i]);
            }
        }
        else
        {
            Add(_section, OfPlan, _reduction);
        }

        Close();
    }

    /// <summary>Adds the amounts of the period that stand in no section.</summary>
    public void Close()
    {
        foreach (Keyed<string, decimal> item in _section)
        {
            Add(_items, item.Key, item.Value);
        }

        _section.Clear();
        _reduction = 0m;
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
