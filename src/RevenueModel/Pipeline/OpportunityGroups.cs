using System.Runtime.InteropServices;
using Ardalis.GuardClauses;
using RevenueModel.Primitives;

namespace RevenueModel.Pipeline;

/// <summary>Groups deals and measures each group.</summary>
internal static class OpportunityGroups
{
    public delegate TValue Measurement<TValue>(ReadOnlySpan<Opportunity> group);

    /// <summary>Measures the deals that count, group by group; the groups in order, those without a key last.</summary>
    public static ValueList<Keyed<TKey, TValue>> Measure<TKey, TValue>(
        ReadOnlySpan<Opportunity> opportunities,
        Func<Opportunity, bool> counts,
        Func<Opportunity, TKey> key,
        IComparer<TKey>? order,
        Measurement<TValue> measure)
    {
        Guard.Against.Null(key);
        var groups = new Dictionary<Keyed<TKey, bool>, List<Opportunity>>();
        foreach (Opportunity opportunity in opportunities)
        {
            if (counts(opportunity))
            {
                // The record struct around the key lets a null key be a key of the dictionary.
                ref List<Opportunity>? group = ref CollectionsMarshal.GetValueRefOrAddDefault(
                    groups, new Keyed<TKey, bool>(key(opportunity), true), out _);
                (group ??= []).Add(opportunity);
            }
        }

        order ??= Comparer<TKey>.Default;
        var keys = groups.Keys.Select(group => group.Key).ToArray();
        Array.Sort(keys, (x, y) => (x, y) switch
        {
            (null, null) => 0,
            (null, _) => 1,
            (_, null) => -1,
            _ => order.Compare(x, y),
        });

        return keys
            .Select(k => new Keyed<TKey, TValue>(
                k, measure(CollectionsMarshal.AsSpan(groups[new Keyed<TKey, bool>(k, true)]))))
            .ToValueList();
    }
}
