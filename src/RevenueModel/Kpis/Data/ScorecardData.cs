using System.Text.Json.Serialization;
using RevenueModel.Pipeline;
using RevenueModel.Primitives;
using RevenueModel.Retention;

namespace RevenueModel.Kpis;

/// <summary>The data of a scorecard. An indicator without data is not measured.</summary>
/// <remarks>Immutable; equal by value.</remarks>
[JsonConverter(typeof(JsonCompanionRequired))]
public sealed record ScorecardData
{
    /// <summary>Gets the deals, for cycle length and win rate.</summary>
    public ValueList<Opportunity> Opportunities { get; init; }

    /// <summary>Gets the subscriptions, for ACV, NRR, logo retention and lifetime value.</summary>
    public ValueList<Subscription> Subscriptions { get; init; }

    /// <summary>Gets the pilots, for the conversion rate.</summary>
    public ValueList<Poc> Pocs { get; init; }

    /// <summary>Gets the sites, for velocity and penetration; one record for each account.</summary>
    public ValueList<AccountSites> Sites { get; init; }

    /// <summary>Gets the revenue of the window by account, for the recurring mix; one record for each
    /// account.</summary>
    public ValueList<AccountRevenue> Revenues { get; init; }

    /// <summary>Gets readings of the indicators in <see cref="ScorecardOptions.CustomKpis"/>.</summary>
    public ValueList<KpiReading> CustomReadings { get; init; }

    /// <summary>Returns the number of records.</summary>
    public override string ToString() =>
        Invariant($"{Plural.Of(Opportunities.Count, "deal")}, {Plural.Of(Subscriptions.Count, "subscription")}, ")
            + Invariant($"{Plural.Of(Pocs.Count, "pilot")}, sites of {Plural.Of(Sites.Count, "account")}, ")
            + Invariant($"revenue of {Plural.Of(Revenues.Count, "account")}");
}
