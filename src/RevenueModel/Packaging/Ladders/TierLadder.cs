using Ardalis.GuardClauses;
using RevenueModel.Pricing;
using RevenueModel.Primitives;

namespace RevenueModel.Packaging;

/// <summary>
/// Tiers with overage protection: a customer is contracted to the tier that includes the usage it commits to, pays
/// that tier's fee in a month within the included units and the next tier's in a month above them, and never more.
/// </summary>
/// <remarks>
/// <para>Whatever is used, a contract has two bills: its own tier's fee and the next one's. Pure usage pricing, under
/// which bills triple, costs 18 to 28 points of renewal retention against such tiers (iPaaS 2027, sections 2.3 and
/// 7.1).</para>
/// <para>Immutable; equal by value. Created by <see cref="Of(string, ReadOnlySpan{LadderTier})"/>. Tiers are counted
/// from zero, and a level that is equal to the included units lies in the tier.</para>
/// </remarks>
public sealed record TierLadder
{
    private TierLadder(string meter, ValueList<LadderTier> tiers)
    {
        Meter = meter;
        Tiers = tiers;
    }

    /// <summary>The meter that the included units are of.</summary>
    public string Meter { get; }

    /// <summary>The tiers in order, at least one; the last one includes all units.</summary>
    public ValueList<LadderTier> Tiers { get; }

    /// <summary>The factor by which a month's bill grows at most where a month's usage grows by no more than
    /// <see cref="UsageGrowthOfOneTier"/>, and within a contract whatever the usage; <see langword="null"/> where the
    /// first fee is zero.</summary>
    /// <remarks>The largest fee as a multiple of the fee before it; one for a single tier.</remarks>
    public decimal? LargestBillGrowth
    {
        get
        {
            decimal largest = 1m;
            for (int i = 1; i < Tiers.Count; i++)
            {
                if (Tiers[i - 1].Fee == 0m)
                {
                    return null;
                }

                largest = Math.Max(largest, Tiers[i].Fee / Tiers[i - 1].Fee);
            }

            return largest;
        }
    }

    /// <summary>The factor by which any usage can grow without passing more than one tier, or <see langword="null"/>
    /// for any factor: the smallest width of a tier that is neither the first nor the last.</summary>
    public decimal? UsageGrowthOfOneTier
    {
        get
        {
            decimal? smallest = null;
            for (int i = 1; i < Tiers.Count - 1; i++)
            {
                decimal width = Tiers[i].Included!.Value / Tiers[i - 1].Included!.Value;
                smallest = smallest < width ? smallest : width;
            }

            return smallest;
        }
    }

    /// <summary>A ladder.</summary>
    /// <param name="meter">The meter that the included units are of.</param>
    /// <param name="tiers">The tiers in order, at least one: fees and included units rise from each to the next, and
    /// the last one, and no other, includes all units.</param>
    /// <exception cref="ArgumentException">The name is empty, there is no tier, or they are out of order.</exception>
    public static TierLadder Of(string meter, params ReadOnlySpan<LadderTier> tiers)
    {
        Guard.Against.Blank(meter);
        if (tiers.IsEmpty || tiers[^1].Included is not null)
        {
            throw new ArgumentException(
                Invariant($"tiers ended {(tiers.IsEmpty ? "before the first" : $"with {tiers[^1]}")}; a last tier that is unlimited is expected."),
                nameof(tiers));
        }

        for (int i = 1; i < tiers.Length; i++)
        {
            bool rises = tiers[i].Included is null ? i == tiers.Length - 1 : tiers[i].Included > tiers[i - 1].Included;
            if (!rises || tiers[i - 1].Included is null || tiers[i].Fee <= tiers[i - 1].Fee)
            {
                throw new ArgumentException(
                    Invariant($"Tier {i + 1} was {tiers[i]} after {tiers[i - 1]}; more units for a higher fee are expected."),
                    nameof(tiers));
            }
        }

        return new TierLadder(meter, ValueList.Create(tiers));
    }

    /// <inheritdoc cref="Of(string, ReadOnlySpan{LadderTier})"/>
    public static TierLadder Of(string meter, IEnumerable<LadderTier> tiers) => Of(meter, tiers.AsItems());

    /// <summary>The tier of a level of usage, counted from zero: the first one that includes it.</summary>
    /// <param name="level">The level that a customer commits to, zero or more.</param>
    /// <exception cref="ArgumentException">The level is negative.</exception>
    public int IndexOf(decimal level)
    {
        Guard.Against.BelowZero(level);
        int index = 0;
        while (!Tiers[index].Includes(level))
        {
            index++;
        }

        return index;
    }

    /// <summary>The bill of a month.</summary>
    /// <param name="tier">The tier that the customer is contracted to, counted from zero.</param>
    /// <param name="usage">The units of the month, zero or more.</param>
    /// <returns>The tier's fee, or the next one's for a month above the included units.</returns>
    /// <exception cref="ArgumentException">The usage is negative, or there is no such tier.</exception>
    public decimal BillOf(int tier, decimal usage) =>
        TierAt(tier).Includes(Guard.Against.BelowZero(usage)) ? Tiers[tier].Fee : Tiers[tier + 1].Fee;

    /// <summary>Returns the plan of the customers of a tier. It bills the same as <see cref="BillOf"/>.</summary>
    /// <param name="tier">The tier, counted from zero.</param>
    /// <returns>The tier's fee as base fee, one charge for going over its included units, and a cap at the next tier's
    /// fee; the last tier has a charge of nothing, so that all plans have the meter.</returns>
    /// <exception cref="ArgumentException">There is no such tier.</exception>
    public PricePlan ToPlan(int tier)
    {
        LadderTier own = TierAt(tier);
        if (own.Included is not { } included)
        {
            return new PricePlan
            {
                Name = "Unlimited " + Meter,
                BaseFee = own.Fee,
                Charges = [new Charge { Name = Meter, Price = PriceModel.PerUnit(0m) }],
            };
        }

        decimal next = Tiers[tier + 1].Fee;
        return new PricePlan
        {
            Name = Invariant($"{included:#,0.############} {Meter}"),
            BaseFee = own.Fee,
            Charges =
            [
                new Charge
                {
                    Name = Meter,
                    Allowance = Allowance.Of(included),
                    Price = PriceModel.Flat(next - own.Fee, ZeroUsage.Nothing),
                },
            ],
            Protection = new OverageProtection { Cap = BillCap.At(next) },
        };
    }

    private LadderTier TierAt(int tier) => tier >= 0 && tier < Tiers.Count
        ? Tiers[tier]
        : throw DomainGuards.OutOfRange(nameof(tier), tier, Invariant($"a tier from 0 to {Tiers.Count - 1}"));

    /// <summary>The plan of each tier, in order.</summary>
    public ValueList<PricePlan> ToPlans()
    {
        var plans = new PricePlan[Tiers.Count];
        for (int tier = 0; tier < plans.Length; tier++)
        {
            plans[tier] = ToPlan(tier);
        }

        return ValueList.Own(plans);
    }

    /// <summary>Whether both have equal tiers of the same meter.</summary>
    public bool Equals(TierLadder? other) => other is not null && Meter == other.Meter && Tiers == other.Tiers;

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Meter, Tiers);

    /// <summary>The ladder in words.</summary>
    public override string ToString() => Meter + ": " + string.Join(", ", Tiers);
}
