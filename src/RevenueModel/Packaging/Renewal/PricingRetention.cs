using Ardalis.GuardClauses;
using RevenueModel.Primitives;
using RevenueModel.Statistics;

namespace RevenueModel.Packaging;

/// <summary>How well contracts under a pricing model renew, and by how much those that renew negotiate the price
/// down.</summary>
/// <remarks>Immutable; equal by value. Created by <see cref="Of"/> from published figures, and by
/// <see cref="Measured"/> from the company's own renewals, which replace published figures.</remarks>
public sealed record PricingRetention
{
    private PricingRetention(
        string name,
        decimal renewalRetention,
        Band<decimal>? pricePressure,
        ConfidenceInterval? interval,
        Citation? citation)
    {
        Name = Guard.Against.Blank(name);
        RenewalRetention = Guard.Against.NotFraction(renewalRetention);
        PricePressure = pricePressure is { } pressure ? Guard.Against.NotFractionBand(pressure, nameof(pricePressure)) : null;
        Interval = interval;
        Citation = citation;
    }

    /// <summary>The name of the pricing model.</summary>
    public string Name { get; }

    /// <summary>The share of what is up for renewal that renews, a fraction.</summary>
    public decimal RenewalRetention { get; }

    /// <summary>Gets the share of the price that contracts which renew negotiate away, fractions;
    /// <see langword="null"/> where no price pressure is known.</summary>
    public Band<decimal>? PricePressure { get; }

    /// <summary>How well a measured retention is known, or <see langword="null"/> for one that is published.</summary>
    public ConfidenceInterval? Interval { get; }

    /// <summary>Where the figures are published, or <see langword="null"/>.</summary>
    public Citation? Citation { get; }

    /// <summary>The share of ARR up for renewal that renews after the pressure, fractions:
    /// <c>retention × (1 - pressure)</c>, from the highest pressure to the lowest.</summary>
    public Band<decimal> ArrRetention => RetainedArr(RenewalRetention, RenewalRetention);

    /// <summary>The retention of a pricing model, as published or assumed.</summary>
    /// <param name="name">The name of the pricing model.</param>
    /// <param name="renewalRetention">The share of what is up for renewal that renews, a fraction.</param>
    /// <param name="pricePressure">The share of the price that contracts which renew negotiate away, fractions.
    /// Default: not known.</param>
    /// <param name="citation">Where the figures are published.</param>
    /// <exception cref="ArgumentException">The name is empty, or a value is no fraction.</exception>
    public static PricingRetention Of(
        string name,
        decimal renewalRetention,
        Band<decimal>? pricePressure = null,
        Citation? citation = null) => new(name, renewalRetention, pricePressure, interval: null, citation);

    /// <summary>The retention of a pricing model, as own contracts renewed.</summary>
    /// <param name="name">The name of the pricing model.</param>
    /// <param name="renewed">How many contracts renewed: 0 to <paramref name="upForRenewal"/>.</param>
    /// <param name="upForRenewal">How many were up for renewal, one or more.</param>
    /// <param name="pricePressure">The share of the price that contracts which renewed negotiated away, fractions.
    /// Default: not known.</param>
    /// <param name="confidence">The confidence of the interval, a fraction in (0, 1).</param>
    /// <exception cref="ArgumentException">The name is empty, a count is outside its range (of no renewals there is no
    /// retention), or a value is no fraction.</exception>
    /// <remarks><c>renewed / up for renewal</c>, with Wilson's interval (<see cref="ProportionCalculator.Wilson"/>):
    /// by contracts, since an interval needs independent trials, which amounts of ARR are not. It holds for ARR where
    /// large contracts renew like small ones.</remarks>
    public static PricingRetention Measured(
        string name,
        long renewed,
        long upForRenewal,
        Band<decimal>? pricePressure = null,
        double confidence = 0.95)
    {
        if (upForRenewal < 1)
        {
            throw DomainGuards.OutOfRange(nameof(upForRenewal), upForRenewal, "1 or more");
        }

        if (renewed < 0 || renewed > upForRenewal)
        {
            throw DomainGuards.OutOfRange(nameof(renewed), renewed, Invariant($"0 to {upForRenewal}, the number up for renewal,"));
        }

        return new PricingRetention(
            name,
            (decimal)renewed / upForRenewal,
            pricePressure,
            ProportionCalculator.Wilson(renewed, upForRenewal, confidence),
            citation: null);
    }

    /// <summary>The retention in words.</summary>
    public override string ToString() => Invariant($"{Name}: {RenewalRetention * 100m:0.##}% renews")
        + (Interval is { } interval ? Invariant($" ({interval})") : "")
        + (PricePressure is { } pressure ? Invariant($", under {pressure:0.##%} price pressure") : "");

    /// <summary>Returns the share of ARR that is kept after price pressure, where between two shares renew.</summary>
    internal Band<decimal> RetainedArr(decimal lowest, decimal highest) => PricePressure is { } pressure
        ? Band.Between(lowest * (1m - pressure.Max.GetValueOrDefault()), highest * (1m - pressure.Min))
        : Band.Between(lowest, highest);
}
