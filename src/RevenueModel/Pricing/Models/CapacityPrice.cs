using System.Text.Json.Serialization;
using Ardalis.GuardClauses;
using RevenueModel.Primitives;

namespace RevenueModel.Pricing;

/// <summary>A fee for capacity over several meters: the fee of the first tier whose limits no meter exceeds.</summary>
/// <remarks>
/// Immutable; equal by value. Created by
/// <see cref="PriceModel.Capacity(ReadOnlySpan{string}, ReadOnlySpan{CapacityTier})"/>. A limit belongs to its tier.
/// Without usage the fee of the first tier is due. Quantities above the limits of the last tier are refused.
/// </remarks>
[JsonConverter(typeof(JsonCompanionRequired))]
public sealed record CapacityPrice : PriceModel
{
    private CapacityPrice(ValueList<string> meters, ValueList<CapacityTier> tiers)
    {
        Meters = meters;
        Tiers = tiers;
    }

    /// <summary>Gets the meters, in the order of the limits.</summary>
    public ValueList<string> Meters { get; }

    /// <summary>Gets the tiers in order, at least one.</summary>
    public ValueList<CapacityTier> Tiers { get; }

    /// <summary>Returns a readable description, the same in every culture.</summary>
    public override string ToString() => "capacity of " + string.Join(" / ", Meters) + ": " + string.Join(", ", Tiers);

    internal static CapacityPrice Of(ReadOnlySpan<string> names, ReadOnlySpan<CapacityTier> tiers)
    {
        ValueList<string> meters = ValueList.Create(names);
        foreach (string meter in meters)
        {
            Guard.Against.Blank(meter, nameof(meters));
        }

        DomainGuards.RequireDistinct(meters, static meter => meter, nameof(meters), "name");
        if (meters.IsEmpty || tiers.IsEmpty)
        {
            throw new ArgumentException(
                $"A capacity price had {Plural.Of(meters.Count, "meter")} and {Plural.Of(tiers.Length, "tier")}; "
                    + "at least one of each is expected.",
                meters.IsEmpty ? nameof(meters) : nameof(tiers));
        }

        for (int i = 0; i < tiers.Length; i++)
        {
            if (tiers[i].Limits.Count != meters.Count)
            {
                throw new ArgumentException(
                    Invariant($"Tier {i + 1} had {Plural.Of(tiers[i].Limits.Count, "limit")}; ")
                        + Invariant($"one for each of {Plural.Of(meters.Count, "meter")} is expected."),
                    nameof(tiers));
            }

            for (int meter = 0; i > 0 && meter < meters.Count; meter++)
            {
                decimal? before = tiers[i - 1].Limits[meter];
                if (before is null ? tiers[i].Limits[meter] is not null : tiers[i].Limits[meter] < before)
                {
                    throw new ArgumentException(
                        Invariant($"Tier {i + 1} allows less of \"{meters[meter]}\" than tier {i}; ")
                            + "limits do not fall.",
                        nameof(tiers));
                }
            }
        }

        return new CapacityPrice(meters, ValueList.Create(tiers));
    }

    /// <summary>Returns the tier for quantities, counted from zero.</summary>
    internal int IndexOf(ReadOnlySpan<decimal> quantities)
    {
        if (quantities.Length != Meters.Count)
        {
            throw new ArgumentException(
                $"quantities had {Plural.Of(quantities.Length, "value")}; one for each meter is expected, "
                    + $"in the order {Meters}.",
                nameof(quantities));
        }

        int index = 0;
        for (int meter = 0; meter < quantities.Length; meter++)
        {
            decimal quantity = Guard.Against.BelowZero(quantities[meter], nameof(quantities));
            while (Tiers[index].Limits[meter] is { } most && quantity > most)
            {
                if (++index == Tiers.Count)
                {
                    throw new ArgumentOutOfRangeException(
                        nameof(quantities),
                        Invariant($"{Meters[meter]} was {quantity}; ")
                            + Invariant($"a quantity up to {most}, the limit of the last tier, is expected."));
                }
            }
        }

        return index;
    }
}
