using System.Text.Json.Serialization;
using Ardalis.GuardClauses;
using RevenueModel.Primitives;

namespace RevenueModel.Architectures;

/// <summary>Published figures of the effect of partners.</summary>
[JsonConverter(typeof(JsonCompanionRequired))]
public sealed record ChannelFigures
{
    /// <summary>Gets the share of enterprise deals that system integrators co-implement, a fraction.</summary>
    public decimal? EnterpriseCoImplementedShare
    {
        get;
        init => field = value is { } share
            ? Guard.Against.NotFraction(share, nameof(EnterpriseCoImplementedShare))
            : null;
    }

    /// <summary>Gets the share of the enterprise pipeline that is lost without integrators specialized in operational
    /// technology, a fraction.</summary>
    public decimal? PipelineLostWithoutSpecialtyIntegrators
    {
        get;
        init => field = value is { } share
            ? Guard.Against.NotFraction(share, nameof(PipelineLostWithoutSpecialtyIntegrators))
            : null;
    }

    /// <summary>Gets the share of mid-market implementations by boutique partners, as fractions between 0 and
    /// 1.</summary>
    public Band<decimal>? BoutiqueShareOfMidMarket
    {
        get;
        init => field = value is { } band
            ? Guard.Against.NotFractionBand(band, nameof(BoutiqueShareOfMidMarket))
            : null;
    }

    /// <summary>Gets the expansion of accounts by implementation channel.</summary>
    public ValueList<ChannelExpansion> Expansion { get; init; }

    /// <summary>Gets the document and section in which the figures are published.</summary>
    public Citation? Citation { get; init; }

    /// <summary>Returns a readable description, the same in every culture.</summary>
    public override string ToString() => string.Join("; ", Parts());

    private IEnumerable<string> Parts()
    {
        if (EnterpriseCoImplementedShare is { } coImplemented)
        {
            yield return Invariant($"{coImplemented:0.##%} of enterprise deals co-implemented");
        }

        if (PipelineLostWithoutSpecialtyIntegrators is { } lost)
        {
            yield return Invariant($"{lost:0.##%} of enterprise pipeline lost without specialty integrators");
        }

        if (BoutiqueShareOfMidMarket is { } boutique)
        {
            yield return Invariant($"{boutique:0.##%} of mid-market implementations by boutique partners");
        }

        foreach (ChannelExpansion expansion in Expansion.AsEnumerable())
        {
            yield return expansion.ToString();
        }
    }
}
