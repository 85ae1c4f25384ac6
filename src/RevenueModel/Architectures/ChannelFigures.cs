using Ardalis.GuardClauses;
using RevenueModel.Primitives;

namespace RevenueModel.Architectures;

/// <summary>Published figures of what partners do for a vendor.</summary>
public sealed record ChannelFigures
{
    /// <summary>The share of enterprise deals that system integrators co-implement, a fraction.</summary>
    public decimal? EnterpriseCoImplementedShare
    {
        get;
        init => field = value is { } share
            ? Guard.Against.NotFraction(share, nameof(EnterpriseCoImplementedShare))
            : null;
    }

    /// <summary>The share of the enterprise pipeline that is lost without integrators specialised in operational
    /// technology, a fraction.</summary>
    public decimal? PipelineLostWithoutSpecialtyIntegrators
    {
        get;
        init => field = value is { } share
            ? Guard.Against.NotFraction(share, nameof(PipelineLostWithoutSpecialtyIntegrators))
            : null;
    }

    /// <summary>The share of mid-market implementations that boutique partners do, fractions.</summary>
    public Band<decimal>? BoutiqueShareOfMidMarket
    {
        get;
        init => field = value is { } band
            ? Guard.Against.NotFractionBand(band, nameof(BoutiqueShareOfMidMarket))
            : null;
    }

    /// <summary>How far accounts expand, by who implements.</summary>
    public ValueList<ChannelExpansion> Expansion { get; init; }

    /// <summary>Where the figures are published.</summary>
    public Citation? Citation { get; init; }

    /// <summary>The figures in words.</summary>
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
