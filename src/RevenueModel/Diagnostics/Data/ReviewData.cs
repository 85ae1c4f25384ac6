using System.Text.Json.Serialization;
using Ardalis.GuardClauses;
using NodaTime;
using RevenueModel.Compensation;
using RevenueModel.Kpis;
using RevenueModel.Organization;
using RevenueModel.Pipeline;
using RevenueModel.Pricing;
using RevenueModel.Primitives;
using RevenueModel.Retention;

namespace RevenueModel.Diagnostics;

/// <summary>The data of a review. A rule whose data is not given is not evaluated, and the review says so.</summary>
/// <remarks>Immutable; equal by value. All amounts have one currency.</remarks>
[JsonConverter(typeof(JsonCompanionRequired))]
public sealed record ReviewData
{
    /// <summary>Gets the day of the review, between the years 1 and 9,998.</summary>
    public required LocalDate AsOf
    {
        get;
        init => field = value.Year is >= 1 and <= 9_998
            ? value
            : throw DomainGuards.OutOfRange(nameof(AsOf), value, "a day of the years 1 to 9,998");
    }

    /// <summary>Gets the number of months before the day of the review in which deals count, between 1 and 1,200.
    /// Costs are brought to a year. Default: 12.</summary>
    public int WindowMonths { get; init => field = Guard.Against.NotMonths(value, nameof(WindowMonths)); } = 12;

    /// <summary>Gets the deals, open and closed.</summary>
    public ValueList<Opportunity> Opportunities { get; init; }

    /// <summary>Gets the supporting roles on the deals, one record for each deal.</summary>
    public ValueList<DealTeam> DealTeams
    {
        get;
        init => field = RequireDeals(value, static team => team.DealId, nameof(DealTeams));
    }

    /// <summary>Gets the people on the buyer's side of the deals, one map for each deal.</summary>
    public ValueList<StakeholderMap> StakeholderMaps
    {
        get;
        init => field = RequireDeals(value, static map => map.DealId, nameof(StakeholderMaps));
    }

    /// <summary>Gets the discounts of the deals, one record for each deal.</summary>
    public ValueList<DealDiscount> DealDiscounts
    {
        get;
        init => field = RequireDeals(value, static discount => discount.DealId, nameof(DealDiscounts));
    }

    /// <summary>Gets the subscriptions of the installed base.</summary>
    public ValueList<Subscription> Subscriptions { get; init; }

    /// <summary>Gets the sites of the accounts.</summary>
    public ValueList<AccountSites> Sites { get; init; }

    /// <summary>Gets the compensation plans of the sellers.</summary>
    public ValueList<CompPlan> CompPlans { get; init; }

    /// <summary>Gets the price plans, each name once.</summary>
    public ValueList<PricePlan> PricePlans
    {
        get;
        init => field = DomainGuards.RequireDistinct(value, static plan => plan.Name, nameof(PricePlans), "name");
    }

    /// <summary>Gets the accounts with their price plans, each account once.</summary>
    public ValueList<PricedAccount> PricedAccounts
    {
        get;
        init => field = RequireDeals(value, static account => account.Account, nameof(PricedAccounts));
    }

    /// <summary>Gets the ways in which the product is sold.</summary>
    public ValueList<SalesPlay> SalesPlays { get; init; }

    /// <summary>Gets the sales cycles that the forecast assumes, each segment once.</summary>
    public ValueList<ForecastPractice> Forecasts
    {
        get;
        init => field = DomainGuards.RequireDistinct(value, static one => one.Segment, nameof(Forecasts), "segment");
    }

    /// <summary>Gets the size of the company with its heads by role, or <see langword="null"/>.</summary>
    public CompanyState? Company { get; init; }

    /// <summary>Gets the sellers by segment, each segment once.</summary>
    public ValueList<SegmentTeam> Teams
    {
        get;
        init => field = DomainGuards.RequireDistinct(value, static team => team.Segment, nameof(Teams), "segment");
    }

    /// <summary>Gets the window: the months that end before the day of the review.</summary>
    public DateSpan Window => DateSpan.Between(AsOf.PlusMonths(-WindowMonths), AsOf);

    /// <summary>Returns the day and the number of records.</summary>
    public override string ToString() => Invariant($"{AsOf:R}: {Plural.Of(Opportunities.Count, "deal")}, ")
        + Invariant($"{Plural.Of(Subscriptions.Count, "subscription")}, {Plural.Of(CompPlans.Count, "plan")}, ")
        + Invariant($"{Plural.Of(PricePlans.Count, "price plan")}");

    private static ValueList<T> RequireDeals<T>(ValueList<T> items, Func<T, string> key, string name)
        where T : class
    {
        var seen = new HashSet<string>(items.Count, StringComparer.Ordinal);
        foreach (T item in items)
        {
            string own = key(Guard.Against.Null(item, name));
            if (!seen.Add(own))
            {
                throw new ArgumentException(
                    Invariant($"{name} had \"{own}\" twice; one record for each is expected."), name);
            }
        }

        return items;
    }
}
