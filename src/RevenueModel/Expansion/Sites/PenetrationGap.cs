using System.Text.Json.Serialization;
using RevenueModel.Primitives;

namespace RevenueModel.Expansion;

/// <summary>The penetration target of an account beside what its velocity reaches. Created by
/// <see cref="PenetrationCalculator"/>.</summary>
/// <remarks>Immutable; equal by value.</remarks>
[JsonConverter(typeof(JsonCompanionRequired))]
public sealed record PenetrationGap
{
    internal PenetrationGap(PenetrationTarget target, SiteEstate estate)
    {
        Target = target;
        Estate = estate;
    }

    /// <summary>Gets the target.</summary>
    public PenetrationTarget Target { get; }

    /// <summary>Gets the sites of the account.</summary>
    public SiteEstate Estate { get; }

    /// <summary>Gets the number of sites that the target means, rounded up.</summary>
    public int TargetSites => SiteRolloutCalculator.TargetSites(Estate, Target.Penetration);

    /// <summary>Gets the number of sites that are covered in the month of the target at the velocity of the
    /// account.</summary>
    public int ProjectedSites => Estate.CoveredAfter(Target.Months, Estate.SitesPerYear);

    /// <summary>Gets the number of sites by which the target is missed, or zero if it is reached.</summary>
    public int MissingSites => Math.Max(TargetSites - ProjectedSites, 0);

    /// <summary>Gets whether the velocity of the account reaches the target.</summary>
    public bool IsReached => MissingSites == 0;

    /// <summary>Gets the sites per year that reach the target in time, or zero if it is reached today:
    /// <c>(target sites - covered sites) × 12 / months</c>.</summary>
    public decimal RequiredSitesPerYear => Math.Max(TargetSites - Estate.CoveredSites, 0) * 12m / Target.Months;

    /// <summary>Gets the ARR of the missing sites.</summary>
    public decimal MissingArr => MissingSites * Estate.ArrPerSite;

    /// <summary>Returns a readable description, the same in every culture.</summary>
    public override string ToString()
    {
        string answer = IsReached
            ? "reached"
            : Invariant($"{Plural.Of(MissingSites, "site")} short, {RequiredSitesPerYear:0.##} a year are needed");
        return Invariant($"{Target}: {ProjectedSites:#,0} of {TargetSites:#,0} sites, {answer}");
    }
}
