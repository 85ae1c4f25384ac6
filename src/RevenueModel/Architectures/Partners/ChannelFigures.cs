using System.Text.Json.Serialization;
using Ardalis.GuardClauses;
using RevenueModel.Primitives;

namespace RevenueModel.Architectures;

/// <summary>Published figures of the effect of partners.</summary>
[JsonConverter(typeof(JsonCompanionRequired))]
public sealed record ChannelFigures
{
    /// <summary>Gets the share of enterprise deals that partners of all kinds of <see cref="CoImplementedBy"/>
    /// implement together, a fraction.</summary>
    public decimal? EnterpriseCoImplementedByAllShare
    {
        get;
        init => field = value is { } share
            ? Guard.Against.NotFraction(share, nameof(EnterpriseCoImplementedByAllShare))
            : null;
    }

    /// <summary>Gets the kinds of partners that implement these deals together, each once.</summary>
    public ValueList<string> CoImplementedBy
    {
        get;
        init => field = DomainGuards.RequireDistinct(
            value, static kind => Guard.Against.Blank(kind, nameof(CoImplementedBy)), nameof(CoImplementedBy), "name");
    }

    /// <summary>Gets the survey that the share of deals is from, or <see langword="null"/> if it is not
    /// published.</summary>
    public string? Source { get; init => field = Guard.Against.BlankWhenGiven(value, nameof(Source)); }

    /// <summary>Gets the share of the enterprise pipeline that is lost without integrators specialized in operational
    /// technology, a fraction.</summary>
    public decimal? PipelineLostWithoutSpecialtyIntegrators
    {
        get;
        init => field = value is { } share
            ? Guard.Against.NotFraction(share, nameof(PipelineLostWithoutSpecialtyIntegrators))
            : null;
    }

    /// <summary>Gets whether <see cref="PipelineLostWithoutSpecialtyIntegrators"/> is approximate. Default:
    /// <see langword="false"/>.</summary>
    public bool IsPipelineLossApproximate { get; init; }

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
        if (EnterpriseCoImplementedByAllShare is { } coImplemented)
        {
            string by = CoImplementedBy.IsEmpty ? "" : " by " + string.Join(" and ", CoImplementedBy);
            yield return Invariant($"{coImplemented:0.##%} of enterprise deals co-implemented{by}");
        }

        if (PipelineLostWithoutSpecialtyIntegrators is { } lost)
        {
            string about = IsPipelineLossApproximate ? "about " : "";
            yield return Invariant($"{about}{lost:0.##%} of enterprise pipeline lost without specialty integrators");
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
