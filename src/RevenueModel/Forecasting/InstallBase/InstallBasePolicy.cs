using Ardalis.GuardClauses;
using RevenueModel.Primitives;

namespace RevenueModel.Forecasting;

/// <summary>How a forecast is weighed between the install base and new logos once a vendor has enough enterprise
/// customers.</summary>
public sealed record InstallBasePolicy
{
    /// <summary>The number of enterprise customers above which the policy applies; at it or below it does
    /// not.</summary>
    public required int AboveEnterpriseCustomers
    {
        get;
        init => field = (int)Guard.Against.BelowZero((long)value, nameof(AboveEnterpriseCustomers));
    }

    /// <summary>The share of the forecast that comes from expansion: a fraction in [0, 1].</summary>
    public required decimal ExpansionShare
    {
        get;
        init => field = Guard.Against.NotFraction(value, nameof(ExpansionShare));
    }

    /// <summary>The share of the forecast that comes from new logos: what expansion leaves.</summary>
    public decimal NewLogoShare => 1m - ExpansionShare;

    /// <summary>Where the policy is published.</summary>
    public Citation? Citation { get; init; }

    /// <summary>Whether the policy applies to a vendor with this many enterprise customers.</summary>
    public bool AppliesTo(long enterpriseCustomers) =>
        Guard.Against.BelowZero(enterpriseCustomers) > AboveEnterpriseCustomers;

    /// <summary>The policy in words.</summary>
    public override string ToString() => Invariant(
        $"{ExpansionShare * 100m:0.##}/{NewLogoShare * 100m:0.##} expansion to new logo above {Plural.Of(AboveEnterpriseCustomers, "enterprise customer")}");

    internal string NotApplied(long enterpriseCustomers)
    {
        string customers = Plural.Of(enterpriseCustomers, "enterprise customer");
        string verb = enterpriseCustomers == 1 ? "is" : "are";
        return Invariant($"the policy does not apply: {customers} {verb} not above {AboveEnterpriseCustomers:#,0}");
    }
}
