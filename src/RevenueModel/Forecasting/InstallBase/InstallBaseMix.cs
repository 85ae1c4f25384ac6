using System.Text.Json.Serialization;
using RevenueModel.Primitives;

namespace RevenueModel.Forecasting;

/// <summary>The mix of a forecast between expansion and new logos, and its difference from the policy.</summary>
[JsonConverter(typeof(JsonCompanionRequired))]
public sealed record InstallBaseMix
{
    internal InstallBaseMix(InstallBasePolicy policy, long enterpriseCustomers)
    {
        Policy = policy;
        EnterpriseCustomers = enterpriseCustomers;
    }

    /// <summary>Gets the policy.</summary>
    public InstallBasePolicy Policy { get; }

    /// <summary>Gets the vendor's number of enterprise customers.</summary>
    public long EnterpriseCustomers { get; }

    /// <summary>Gets whether the policy applies: the vendor has more enterprise customers than its
    /// threshold.</summary>
    public bool Applies => Policy.AppliesTo(EnterpriseCustomers);

    /// <summary>Gets the weighted forecast from expansion deals.</summary>
    public required decimal Expansion { get; init; }

    /// <summary>Gets the weighted forecast from new-logo deals.</summary>
    public required decimal NewLogo { get; init; }

    /// <summary>Gets the weighted forecast from renewals, which the policy does not cover. The mix excludes
    /// it.</summary>
    public required decimal Renewal { get; init; }

    /// <summary>Gets the weighted forecast from deals without a recorded motion. The mix excludes it.</summary>
    public required decimal WithoutMotionAmount { get; init; }

    /// <summary>Gets expansion as a share of expansion and new logo, or <see langword="null"/> if both are
    /// zero.</summary>
    public decimal? ExpansionShare => Expansion + NewLogo == 0m ? null : Expansion / (Expansion + NewLogo);

    /// <summary>Gets the difference of the expansion share from the policy, as a fraction; positive if more comes from
    /// expansion than in the policy. <see langword="null"/> if the policy does not apply or there is no mix.</summary>
    public decimal? Departure => Applies ? ExpansionShare - Policy.ExpansionShare : null;

    /// <summary>Gets the amount that would have to come from new logos instead of expansion to meet the policy;
    /// negative for the opposite. <see langword="null"/> if <see cref="Departure"/> is null.</summary>
    public decimal? AmountOffPolicy => Departure is null
        ? null
        : Expansion - (Policy.ExpansionShare * (Expansion + NewLogo));

    /// <summary>Returns the mix, or the reason why it is not compared.</summary>
    public override string ToString()
    {
        if (!Applies)
        {
            return Policy.NotApplied(EnterpriseCustomers);
        }

        return Departure is { } departure
            ? Invariant($"{ExpansionShare:0.0%} from expansion, {departure * 100m:+0.0;-0.0;0.0} points off {Policy}")
            : "no expansion or new-logo deals to compare";
    }
}
