using System.Runtime.InteropServices;
using RevenueModel.Primitives;

namespace RevenueModel.Compensation;

/// <summary>Running totals by key. Each total is rounded, and parts are differences, so they sum to the rounded
/// total.</summary>
internal sealed class RoundedTotals<TKey>
    where TKey : notnull
{
    private readonly Dictionary<TKey, decimal> _totals = [];

    /// <summary>Adds to a total.</summary>
    /// <returns>The change of the rounded total.</returns>
    public decimal Add(TKey key, decimal amount, RoundingPolicy rounding)
    {
        ref decimal total = ref CollectionsMarshal.GetValueRefOrAddDefault(_totals, key, out _);
        decimal before = rounding.RoundWithoutNoise(total);
        total += amount;
        return rounding.RoundWithoutNoise(total) - before;
    }
}
