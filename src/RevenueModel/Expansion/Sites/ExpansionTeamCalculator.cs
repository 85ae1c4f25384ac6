using Ardalis.GuardClauses;
using RevenueModel.Primitives;

namespace RevenueModel.Expansion;

/// <summary>Computes the sites and the ARR that a named expansion team adds.</summary>
public static class ExpansionTeamCalculator
{
    /// <summary>Compares the roll-out of accounts with and without a named expansion team.</summary>
    /// <param name="team">The team.</param>
    /// <param name="estates">The sites of the accounts of the team, each account once, with their velocity
    /// today.</param>
    /// <param name="months">The months of the comparison, between 1 and 1,200.</param>
    /// <returns>The sites and the ARR by account and in total, beside the cost.</returns>
    /// <exception cref="ArgumentException">An account is null or occurs twice, the months are outside their range, or
    /// a figure exceeds the range of a decimal.</exception>
    /// <example><code>
    /// var team = new ExpansionTeam { Name = "Refining team", SitesPerYear = 6m, CostPerYear = 400_000m };
    /// SiteEstate estate = SiteEstate.Of(
    ///     "Acme Refining", coveredSites: 4, totalSites: 40, sitesPerYear: 2m, arrPerSite: 125_000m);
    /// ExpansionTeamEffect effect = ExpansionTeamCalculator.Compare(team, [estate], months: 24);
    /// Console.WriteLine($"{effect.AddedSites} sites, {effect.AddedArr:#,0} ARR"); // 8 sites, 1,000,000 ARR
    /// </code></example>
    public static ExpansionTeamEffect Compare(ExpansionTeam team, ReadOnlySpan<SiteEstate> estates, int months)
    {
        Guard.Against.Null(team);
        Guard.Against.NotMonths(months);
        ValueList<SiteEstate> each = DomainGuards.RequireDistinct(
            ValueList.Create(estates), static estate => estate.Account, nameof(estates), "account");
        var effect = new ExpansionTeamEffect(team, months, each);
        try
        {
            // The properties compute their figures on each call, so an overflow is detected here.
            _ = effect.ArrPerCost;
            _ = effect.AddedArr;
            _ = effect.AddedSites;
            return effect;
        }
        catch (OverflowException overflow)
        {
            throw DomainGuards.Overflow($"The effect of {team.Name}", nameof(estates), overflow);
        }
    }

    /// <inheritdoc cref="Compare(ExpansionTeam, ReadOnlySpan{SiteEstate}, int)"/>
    public static ExpansionTeamEffect Compare(ExpansionTeam team, IEnumerable<SiteEstate> estates, int months) =>
        Compare(team, estates.AsItems(), months);
}
