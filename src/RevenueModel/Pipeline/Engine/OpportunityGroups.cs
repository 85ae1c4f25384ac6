using System.Runtime.InteropServices;
using Ardalis.GuardClauses;
using RevenueModel.Primitives;

namespace RevenueModel.Pipeline;

/// <summary>Groups deals and measures each group.</summary>
internal static class OpportunityGroups
{
    public delegate TValue Measurement<TValue>(ReadOnlySpan<Opportunity> group);

    /// <summary>Measures the deals that meet a condition, group by group, in the order of the keys. The group without
    /// a key is last.</summary>
    public static ValueList<Keyed<TKey, TValue>> Measure<TKey, TValue>(
        ReadOnlySpan<Opportunity> opportunities,
        Func<Opportunity, bool> condition,
        Func<Opportunity, TKey> key,
        IComparer<TKey>? order,
        Measurement<TValue> measure)
    {
        Guard.Against.Null(key);
        var groups = new KeyedGroups<TKey, List<Opportunity>>();
        foreach (Opportunity opportunity in opportunities)
        {
            if (condition(Guard.Against.Null(opportunity, nameof(opportunities))))
            {
                (groups[key(opportunity)] ??= []).Add(opportunity);
            }
        }

        return groups.InOrder(group => measure(CollectionsMarshal.AsSpan(group)), order);
    }
}
