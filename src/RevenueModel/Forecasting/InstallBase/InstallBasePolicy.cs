using System.Text.Json.Serialization;
using Ardalis.GuardClauses;
using RevenueModel.Primitives;

namespace RevenueModel.Forecasting;

/// <summary>The weighting of a forecast between the install base and new logos, for vendors with many enterprise
/// customers.</summary>
[JsonConverter(typeof(JsonCompanionRequired))]
public sealed record InstallBasePolicy
{
    /// <summary>Gets the number of enterprise customers above which the policy applies, zero or more.</summary>
    public required int AboveEnterpriseCustomers
    {
        get;
        init => field = (int)Guard.Against.BelowZero((long)value, nameof(AboveEnterpriseCustomers));
    }

    /// <summary>Gets the share of the forecast that comes from expansion, between 0 and 1.</summary>
    public required decimal ExpansionShare
    {
        get;
        init => field = Guard.Against.NotFraction(value, nameof(ExpansionShare));
    }

    /// <summary>Gets the share of the forecast that comes from new logos: <c>1 - expansion</c>.</summary>
    public decimal NewLogoShare => 1m - ExpansionShare;

    /// <summary>Gets the document and section in which the policy is published.</summary>
    public Citation? Citation { get; init; }

    /// <summary>Returns whether the policy applies to a vendor.</summary>
    /// <param name="enterpriseCustomers">The number of enterprise customers, zero or more.</param>
    /// <returns><see langword="true"/> if it is above <see cref="AboveEnterpriseCustomers"/>.</returns>
    /// <exception cref="ArgumentException">The number is negative.</exception>
    public bool AppliesTo(long enterpriseCustomers) =>
        Guard.Against.BelowZero(enterpriseCustomers) > AboveEnterpriseCustomers;

    /// <summary>Returns a readable description, the same in every culture.</summary>
    public override string ToString() => Invariant(
        $"{ExpansionShare * 100m:0.##}/{NewLogoShare * 100m:0.##} expansion to new logo above ")
        + Plural.Of(AboveEnterpriseCustomers, "enterprise customer");

    internal string NotApplied(long enterpriseCustomers)
    {
        string customers = Plural.Of(enterpriseCustomers, "enterprise customer");
        string verb = enterpriseCustomers == 1 ? "is" : "are";
        return Invariant($"the policy does not apply: {customers} {verb} not above {AboveEnterpriseCustomers:#,0}");
    }
}
