using System.Text.Json.Serialization;
using RevenueModel.Primitives;

namespace RevenueModel.Packaging;

/// <summary>The effective prices of customers; those that need a review come first. Created by
/// <see cref="EffectivePriceCalculator"/>.</summary>
/// <remarks>Immutable; equal by value.</remarks>
[JsonConverter(typeof(JsonCompanionRequired))]
public sealed record EffectivePriceReview
{
    internal EffectivePriceReview(
        string meter, EffectivePriceOptions options, ValueList<CustomerEffectivePrice> customers)
    {
        Meter = meter;
        Options = options;
        Customers = customers;
        foreach (CustomerEffectivePrice customer in customers)
        {
            ShockCount += customer.Status is EffectivePriceStatus.Shock ? 1 : 0;
            NearShockCount += customer.Status is EffectivePriceStatus.NearShock ? 1 : 0;
            PriceRisingCount += customer.Status is EffectivePriceStatus.PriceRising ? 1 : 0;
            NoReferenceCount += customer.ShockBound is null ? 1 : 0;
            NoUsageCount += customer.Last.PricePerUnit is null ? 1 : 0;
        }
    }

    /// <summary>Gets the meter whose unit is priced.</summary>
    public string Meter { get; }

    /// <summary>Gets the compared months and the limits.</summary>
    public EffectivePriceOptions Options { get; }

    /// <summary>Gets all customers by urgency: <see cref="EffectivePriceStatus.Shock"/> first, then the larger share
    /// of a shock, then the larger rise of the price, then the order of the histories. Undefined figures come
    /// last.</summary>
    public ValueList<CustomerEffectivePrice> Customers { get; }

    /// <summary>Gets the number of customers whose last bill is a shock.</summary>
    public int ShockCount { get; }

    /// <summary>Gets the number of customers whose last bill is near a shock but not a shock.</summary>
    public int NearShockCount { get; }

    /// <summary>Gets the number of customers whose effective price rises and whose last bill is not near a
    /// shock.</summary>
    public int PriceRisingCount { get; }

    /// <summary>Gets the number of customers that need a review: the sum of the three counts.</summary>
    public int ReviewCount => ShockCount + NearShockCount + PriceRisingCount;

    /// <summary>Gets the number of customers that need no review.</summary>
    public int SteadyCount => Customers.Count - ReviewCount;

    /// <summary>Gets the number of customers without a reference bill, or with one of zero, for whom a shock is
    /// undefined.</summary>
    public int NoReferenceCount { get; }

    /// <summary>Gets the number of customers without usage in their last month, which has no effective
    /// price.</summary>
    public int NoUsageCount { get; }

    /// <summary>Returns the customers that need a review, the most urgent first.</summary>
    /// <returns>The customers.</returns>
    public ValueList<CustomerEffectivePrice> ToReview() => ValueList.Create(Customers.AsSpan()[..ReviewCount]);

    /// <summary>Returns a readable description of the review.</summary>
    public override string ToString() => Invariant(
        $"{Plural.Of(Customers.Count, "customer")}: {Plural.Of(ShockCount, "shock")}, ")
        + Invariant($"{NearShockCount:#,0} near a shock, ")
        + Invariant($"{PriceRisingCount:#,0} with a rising price of {Meter}, {SteadyCount:#,0} steady; ")
        + Invariant($"{NoReferenceCount:#,0} without a bill to compare with, ")
        + Invariant($"{NoUsageCount:#,0} without usage in the last month");
}
