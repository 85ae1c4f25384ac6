using System.Text.Json.Serialization;
using RevenueModel.Primitives;

namespace RevenueModel.Expansion;

/// <summary>The sites and the ARR that a named expansion team adds to its accounts within some months. Created by
/// <see cref="ExpansionTeamCalculator"/>.</summary>
/// <remarks>Immutable; equal by value. Differences are with the team less without it.</remarks>
[JsonConverter(typeof(JsonCompanionRequired))]
public sealed record ExpansionTeamEffect
{
    internal ExpansionTeamEffect(ExpansionTeam team, int months, ValueList<SiteEstate> estates)
    {
        Team = team;
        Months = months;
        Estates = estates;
    }

    /// <summary>Gets the team.</summary>
    public ExpansionTeam Team { get; }

    /// <summary>Gets the months of the comparison.</summary>
    public int Months { get; }

    /// <summary>Gets the sites of the accounts of the team.</summary>
    public ValueList<SiteEstate> Estates { get; }

    /// <summary>Gets the sites by account at the end of the months, in the order of <see cref="Estates"/>.</summary>
    public ValueList<AccountTeamEffect> Accounts
    {
        get
        {
            var lines = new AccountTeamEffect[Estates.Count];
            for (int i = 0; i < lines.Length; i++)
            {
                SiteEstate estate = Estates[i];
                lines[i] = new AccountTeamEffect(
                    estate.Account,
                    estate.CoveredAfter(Months, estate.SitesPerYear),
                    estate.CoveredAfter(Months, Team.SitesPerYear),
                    estate.ArrPerSite);
            }

            return ValueList.Own(lines);
        }
    }

    /// <summary>Gets the number of sites that the team adds, negative if accounts are faster without it.</summary>
    public int AddedSites => Accounts.Sum(static account => account.AddedSites);

    /// <summary>Gets the ARR at the end of the months that the team adds.</summary>
    public decimal AddedArr => Accounts.Sum(static account => account.AddedArr);

    /// <summary>Gets the cost of the team in the months: <c>cost per year × months / 12</c>.</summary>
    public decimal Cost => Team.CostPerYear * Months / 12m;

    /// <summary>Gets the added ARR over the cost of the team, or <see langword="null"/> if it costs nothing.</summary>
    public decimal? ArrPerCost => Cost == 0m ? null : AddedArr / Cost;

    /// <summary>Returns a readable description, the same in every culture.</summary>
    public override string ToString() => Invariant($"{Team.Name} in {Plural.Of(Months, "month")}: ")
        + Invariant($"{AddedSites:+#,0;-#,0;0} sites, {AddedArr:+#,0.##;-#,0.##;0} ARR, cost {Cost:#,0.##}");
}

/// <summary>The sites of one account with and without a named expansion team.</summary>
/// <param name="Account">The name of the account.</param>
/// <param name="SitesWithout">The number of covered sites without the team.</param>
/// <param name="SitesWith">The number of covered sites with the team.</param>
/// <param name="ArrPerSite">The ARR of a site.</param>
[JsonConverter(typeof(JsonCompanionRequired))]
public readonly record struct AccountTeamEffect(string Account, int SitesWithout, int SitesWith, decimal ArrPerSite)
{
    /// <summary>Gets the number of sites that the team adds.</summary>
    public int AddedSites => SitesWith - SitesWithout;

    /// <summary>Gets the ARR that the team adds.</summary>
    public decimal AddedArr => AddedSites * ArrPerSite;

    /// <summary>Returns a readable description, the same in every culture.</summary>
    public override string ToString() => Invariant($"{Account}: {SitesWithout:#,0} sites without the team, ")
        + Invariant($"{SitesWith:#,0} with it, {AddedArr:+#,0.##;-#,0.##;0} ARR");
}
