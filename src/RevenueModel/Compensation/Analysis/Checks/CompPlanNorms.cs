using Ardalis.GuardClauses;
using RevenueModel.Primitives;

namespace RevenueModel.Compensation.Analysis;

/// <summary>The bands that plans are checked against.</summary>
/// <remarks>Immutable; equal by value. The two bands do not agree, so both are shown: a multiple outside one of them is a
/// note, outside both a warning.</remarks>
public sealed record CompPlanNorms
{
    /// <summary>The common norm for quota as a multiple of on-target earnings; 4x to 6x unless said.</summary>
    public Band<decimal> CommonQuotaToOte
    {
        get;
        init => field = Guard.Against.BelowZero(value, nameof(CommonQuotaToOte));
    } = Band.Between(4m, 6m);

    /// <summary>What the published plans work out to, 6x to 13x in round figures: at both ends of their bands, and to a
    /// tenth, 5.8x (iPaaS SMB) to 13.1x (iPaaS Enterprise), unless said.</summary>
    public Band<decimal> PublishedQuotaToOte
    {
        get;
        init => field = Guard.Against.BelowZero(value, nameof(PublishedQuotaToOte));
    } = Band.Between(5.8m, 13.1m);

    /// <summary>The norms in words.</summary>
    public override string ToString() => Invariant(
        $"quota of {CommonQuotaToOte:0.##}x OTE commonly, {PublishedQuotaToOte:0.##}x in published plans");
}
