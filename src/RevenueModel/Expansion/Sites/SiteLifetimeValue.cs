using System.Text.Json.Serialization;
using RevenueModel.Primitives;

namespace RevenueModel.Expansion;

/// <summary>The lifetime value of an account over its sites, by year. Created by
/// <see cref="SiteValueCalculator"/>.</summary>
/// <remarks>Immutable; equal by value.</remarks>
[JsonConverter(typeof(JsonCompanionRequired))]
public sealed record SiteLifetimeValue
{
    internal SiteLifetimeValue(SiteEstate estate, ValueList<SiteValueYear> years, decimal lifetimeValue)
    {
        Estate = estate;
        Years = years;
        LifetimeValue = lifetimeValue;
    }

    /// <summary>Gets the sites of the account.</summary>
    public SiteEstate Estate { get; }

    /// <summary>Gets the years in order.</summary>
    public ValueList<SiteValueYear> Years { get; }

    /// <summary>Gets the expected gross profit of all years, discounted.</summary>
    public decimal LifetimeValue { get; }

    /// <summary>Returns the account, the value and the sites at the end.</summary>
    public override string ToString() =>
        Invariant($"{Estate.Account}: {LifetimeValue:#,0} in {Plural.Of(Years.Count, "year")}")
            + (Years.IsEmpty ? "" : Invariant($", {Plural.Of(Years[Years.Count - 1].Sites, "site")} in the last"));
}
