using System.Text.Json.Serialization;
using Ardalis.GuardClauses;
using RevenueModel.Primitives;
using RevenueModel.Statistics;

namespace RevenueModel.Packaging;

/// <summary>The renewal retention of contracts under a pricing model, and the price pressure on the contracts that
/// renew.</summary>
/// <remarks>
/// Immutable; equal by value. Created by <see cref="Of"/> from published figures, and by <see cref="Measured"/> from
/// the renewals of the company, which should replace published figures.
/// </remarks>
[JsonConverter(typeof(JsonCompanionRequired))]
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
        PricePressure = pricePressure is { } pressure
            ? Guard.Against.NotFractionBand(pressure, nameof(pricePressure))
            : null;
        Interval = interval;
        Citation = citation;
    }

    /// <summary>Gets the name of the pricing model.</summary>
    public string Name { get; }

    /// <summary>Gets the share of contracts up for renewal that renew, between 0 and 1.</summary>
    public decimal RenewalRetention { get; }

    /// <summary>Gets the share of the price that is lost in the negotiation of contracts that renew, as fractions
    /// between 0 and 1, or <see langword="null"/> if it is unknown.</summary>
    public Band<decimal>? PricePressure { get; }

    /// <summary>Gets the confidence interval of a measured retention, or <see langword="null"/> for a published
    /// one.</summary>
    public ConfidenceInterval? Interval { get; internal init; }

    /// <summary>Gets the source of published figures, or <see langword="null"/> if there is none.</summary>
    public Citation? Citation { get; }

    /// <summary>Gets the share of ARR up for renewal that renews after price pressure,
    /// <c>retention × (1 - pressure)</c>, from the highest pressure to the lowest.</summary>
    public Band<decimal> ArrRetention => RetainedArr(RenewalRetention, RenewalRetention);

    /// <summary>Creates the retention of a pricing model from published or assumed figures.</summary>
    /// <param name="name">The name of the pricing model.</param>
    /// <param name="renewalRetention">The share of contracts up for renewal that renew, between 0 and 1.</param>
    /// <param name="pricePressure">The share of the price that is lost in the negotiation of contracts that renew, as
    /// fractions between 0 and 1. Default: unknown.</param>
    /// <param name="citation">The source of the figures. Default: none.</param>
    /// <returns>The retention.</returns>
    /// <exception cref="ArgumentException">The name is empty, or a value is not between 0 and 1.</exception>
    public static PricingRetention Of(
        string name,
        decimal renewalRetention,
        Band<decimal>? pricePressure = null,
        Citation? citation = null) => new(name, renewalRetention, pricePressure, interval: null, citation);

    /// <summary>Creates the retention of a pricing model from measured renewals.</summary>
    /// <param name="name">The name of the pricing model.</param>
    /// <param name="renewed">The number of contracts that renewed, between 0 and
    /// <paramref name="upForRenewal"/>.</param>
    /// <param name="upForRenewal">The number of contracts up for renewal, one or more.</param>
    /// <param name="pricePressure">The share of the price that was lost in the negotiation of contracts that renewed,
    /// as fractions between 0 and 1. Default: unknown.</param>
    /// <param name="confidence">The confidence of the interval, between 0 and 1, both excluded. Default: 0.95.</param>
    /// <returns>The retention.</returns>
    /// <exception cref="ArgumentException">The name is empty, a count is outside its range (without contracts up for
    /// renewal the retention is undefined), or a value is not between 0 and 1.</exception>
    /// <remarks>
    /// <c>renewed / up for renewal</c>, with Wilson's interval (<see cref="ProportionCalculator.Wilson"/>). It counts
    /// contracts, since an interval needs independent trials, which amounts of ARR are not. It applies to ARR if large
    /// contracts renew like small ones.
    /// </remarks>
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
            throw DomainGuards.OutOfRange(
                nameof(renewed), renewed, Invariant($"0 to {upForRenewal}, the number up for renewal,"));
        }

        return new PricingRetention(
            name,
            (decimal)renewed / upForRenewal,
            pricePressure,
            ProportionCalculator.Wilson(renewed, upForRenewal, confidence),
            citation: null);
    }

    /// <summary>Returns a readable description, the same in every culture.</summary>
    public override string ToString() => Invariant($"{Name}: {RenewalRetention * 100m:0.##}% renews")
        + (Interval is { } interval ? Invariant($" ({interval})") : "")
        + (PricePressure is { } pressure ? Invariant($", under {pressure:0.##%} price pressure") : "");

    /// <summary>Returns the share of ARR that is retained after price pressure, for a range of renewal
    /// retention.</summary>
    internal Band<decimal> RetainedArr(decimal lowest, decimal highest) => PricePressure is { } pressure
        ? Band.Between(lowest * (1m - pressure.Max.GetValueOrDefault()), highest * (1m - pressure.Min))
        : Band.Between(lowest, highest);
}
