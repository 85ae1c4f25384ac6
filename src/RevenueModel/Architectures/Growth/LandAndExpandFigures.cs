using System.Text.Json.Serialization;
using Ardalis.GuardClauses;
using RevenueModel.Expansion;
using RevenueModel.Primitives;

namespace RevenueModel.Architectures;

/// <summary>The growth of an account from a pilot to a license for all sites.</summary>
/// <remarks>Immutable; equal by value.</remarks>
[JsonConverter(typeof(JsonCompanionRequired))]
public sealed record LandAndExpandFigures
{
    /// <summary>Gets the pilot, the license and the sites per year.</summary>
    public required SiteBenchmark Benchmark { get; init => field = Guard.Against.Null(value, nameof(Benchmark)); }

    /// <summary>Gets the kinds of sites.</summary>
    public ValueList<string> SiteKinds { get; init; }

    /// <summary>Gets the number of sites by kind of customer, each once.</summary>
    public ValueList<PublishedEstate> Estates
    {
        get;
        init => field = DomainGuards.RequireDistinct(value, static item => item.Owner, nameof(Estates), "owner");
    }

    /// <summary>Gets the scopes of a first deal.</summary>
    public ValueList<string> FirstDealScopes { get; init; }

    /// <summary>Gets the document and section in which it is published.</summary>
    public Citation? Citation { get; init; }

    /// <summary>Returns a readable description, the same in every culture.</summary>
    public override string ToString() =>
        Benchmark.ToString();
}
