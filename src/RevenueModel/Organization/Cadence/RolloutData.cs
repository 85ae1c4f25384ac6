using System.Text.Json.Serialization;
using RevenueModel.Kpis;
using RevenueModel.Pipeline;
using RevenueModel.Primitives;
using RevenueModel.Retention;

namespace RevenueModel.Organization;

/// <summary>The data against which the steps of a rollout plan are checked. A step without data is not
/// checkable.</summary>
/// <remarks>Immutable; equal by value.</remarks>
[JsonConverter(typeof(JsonCompanionRequired))]
public sealed record RolloutData
{
    /// <summary>Gets the deals, open and closed, each once.</summary>
    public ValueList<Opportunity> Opportunities { get; init; }

    /// <summary>Gets the people of deals, at most one map for each deal.</summary>
    public ValueList<StakeholderMap> StakeholderMaps { get; init; }

    /// <summary>Gets the buying group, from which the required champions follow. Default: <see langword="null"/>,
    /// champions are not counted.</summary>
    public BuyingGroup? BuyingGroup { get; init; }

    /// <summary>Gets the names of the indicators that need a baseline. Default: empty, the nine of
    /// <see cref="PublishedBenchmarks.OtSecurity2027"/>.</summary>
    public ValueList<string> Kpis { get; init; }

    /// <summary>Gets the readings of indicators.</summary>
    public ValueList<KpiReading> Readings { get; init; }

    /// <summary>Gets the pilots.</summary>
    public ValueList<Poc> Pocs { get; init; }

    /// <summary>Gets the readings of pilots.</summary>
    public ValueList<PocReading> PocReadings { get; init; }

    /// <summary>Gets the subscriptions.</summary>
    public ValueList<Subscription> Subscriptions { get; init; }

    /// <summary>Gets the revenue of accounts, split into recurring revenue and services.</summary>
    public ValueList<AccountRevenue> Revenues { get; init; }

    /// <summary>Gets the sites of accounts.</summary>
    public ValueList<AccountSites> Sites { get; init; }

    /// <summary>Returns the number of records.</summary>
    public override string ToString() =>
        Invariant($"{Plural.Of(Opportunities.Count, "deal")}, {Plural.Of(StakeholderMaps.Count, "map")}, ")
        + Invariant($"{Plural.Of(Readings.Count, "reading")}, {Plural.Of(Pocs.Count, "pilot")}, ")
        + Plural.Of(Subscriptions.Count, "subscription");
}
