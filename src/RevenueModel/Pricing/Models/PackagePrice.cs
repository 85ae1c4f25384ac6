using System.Text.Json.Serialization;
using Ardalis.GuardClauses;
using RevenueModel.Primitives;

namespace RevenueModel.Pricing;

/// <summary>A price per package of units. A partial package is billed as a whole one. Free units are deducted
/// first.</summary>
/// <remarks>
/// <para>Immutable; equal by value. Created by <see cref="PriceModel.Package"/> and
/// <see cref="PriceModel.Packages(ReadOnlySpan{PackageTier})"/>.</para>
/// <para>In each tier reached: <c>fee + ⌈units in the tier / size⌉ × price</c>. Packages are rounded up tier by
/// tier, as in Kill Bill.</para>
/// </remarks>
[JsonConverter(typeof(JsonCompanionRequired))]
public sealed record PackagePrice : QuantityPrice
{
    private PackagePrice(decimal freeUnits, ValueList<PackageTier> tiers, ZeroUsage atZero)
    {
        FreeUnits = freeUnits;
        Tiers = tiers;
        AtZero = atZero;
    }

    /// <summary>Gets the units that are deducted before packages are counted, zero or more.</summary>
    public decimal FreeUnits { get; }

    /// <summary>Gets the tiers in order, at least one.</summary>
    public ValueList<PackageTier> Tiers { get; }

    /// <summary>Gets the amount due if no unit is billed. Default: the flat fee of the first tier.</summary>
    public ZeroUsage AtZero { get; }

    /// <inheritdoc/>
    public override decimal? UpTo => Tiers[Tiers.Count - 1].End + FreeUnits;

    /// <summary>Returns the same price with another number of free units.</summary>
    /// <param name="freeUnits">The units that are deducted first, zero or more.</param>
    /// <returns>The price.</returns>
    /// <exception cref="ArgumentException">The units are negative, or their sum with the end of the last tier exceeds
    /// the range of a decimal.</exception>
    public PackagePrice WithFreeUnits(decimal freeUnits) => new(RequireFree(freeUnits, Tiers), Tiers, AtZero);

    /// <summary>Returns the same price with another rule for zero usage.</summary>
    /// <param name="atZero">The amount due if no unit is billed.</param>
    /// <returns>The price.</returns>
    /// <exception cref="ArgumentException">The value is not defined.</exception>
    public PackagePrice WithZeroUsage(ZeroUsage atZero) => new(FreeUnits, Tiers, Guard.Against.Undefined(atZero));

    /// <summary>Returns a readable description, the same in every culture.</summary>
    public override string ToString() =>
        "package: " + string.Join(", ", Tiers) + (FreeUnits > 0m ? Invariant($", {FreeUnits:#,0.######} free") : "");

    internal static PackagePrice Of(decimal freeUnits, params ReadOnlySpan<PackageTier> tiers)
    {
        if (tiers.IsEmpty)
        {
            throw new ArgumentException("tiers had no tier; a price has at least one.", nameof(tiers));
        }

        decimal from = 0m;
        for (int i = 0; i < tiers.Length; i++)
        {
            bool isLast = i == tiers.Length - 1;
            if (tiers[i].End is { } end ? end <= from : !isLast)
            {
                throw new ArgumentException(
                    Invariant($"Tier {i + 1} was {tiers[i]}; an end above {from} is expected, ")
                        + "and only the last tier is open.",
                    nameof(tiers));
            }

            from = tiers[i].End ?? from;
        }

        ValueList<PackageTier> all = ValueList.Create(tiers);
        return new PackagePrice(RequireFree(freeUnits, all), all, ZeroUsage.FirstFlatFee);
    }

    internal override decimal AmountAt(decimal quantity)
    {
        RequireWithin(quantity);
        decimal billed = Math.Max(quantity - FreeUnits, 0m);
        if (billed == 0m)
        {
            return AtZero == ZeroUsage.FirstFlatFee ? Tiers[0].FlatFee : 0m;
        }

        decimal amount = 0m;
        decimal from = 0m;
        foreach (PackageTier tier in Tiers)
        {
            decimal to = Math.Min(billed, tier.End ?? billed);
            amount += tier.FlatFee + (tier.PackagesFor(to - from) * tier.Price);
            if (to == billed)
            {
                break;
            }

            from = to;
        }

        return amount;
    }

    internal override ValueList<PricedPart> PartsAt(decimal quantity)
    {
        RequireWithin(quantity);
        decimal billed = Math.Max(quantity - FreeUnits, 0m);
        var parts = new List<PricedPart>();
        decimal from = 0m;
        decimal free = quantity - billed;
        foreach (PackageTier tier in Tiers)
        {
            decimal to = Math.Min(billed, tier.End ?? billed);
            parts.Add(PartOf(tier, from, to - from, free));
            free = 0m; // only the first part states it
            if (to == billed)
            {
                break;
            }

            from = to;
        }

        return parts.ToValueList();
    }

    private PricedPart PartOf(PackageTier tier, decimal from, decimal quantity, decimal free)
    {
        decimal packages = tier.PackagesFor(quantity);
        decimal fee = quantity > 0m || AtZero == ZeroUsage.FirstFlatFee ? tier.FlatFee : 0m;
        return new PricedPart
        {
            Kind = PricedPartKind.Packages,
            From = Tiers.Count > 1 ? from : null,
            To = Tiers.Count > 1 ? tier.End : null,
            Quantity = quantity,
            UnitPrice = tier.Price,
            FlatFee = fee,
            Packages = new PackageCount(packages, tier.Size, free),
            Amount = fee + (packages * tier.Price),
        };
    }

    private static decimal RequireFree(decimal freeUnits, ValueList<PackageTier> tiers)
    {
        Guard.Against.BelowZero(freeUnits);
        return tiers[tiers.Count - 1].End is { } end && freeUnits > decimal.MaxValue - end
            ? throw DomainGuards.OutOfRange(
                nameof(freeUnits),
                freeUnits,
                Invariant($"a number that fits a decimal with {end}, where the last tier ends,"))
            : freeUnits;
    }

    private void RequireWithin(decimal quantity)
    {
        if (quantity > UpTo)
        {
            throw DomainGuards.OutOfRange(
                nameof(quantity), quantity, Invariant($"a quantity up to {UpTo}, where the last tier ends,"));
        }
    }
}
