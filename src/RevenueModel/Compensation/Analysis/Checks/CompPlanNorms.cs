using System.Text.Json.Serialization;
using Ardalis.GuardClauses;
using RevenueModel.Primitives;

namespace RevenueModel.Compensation.Analysis;

/// <summary>The norms that <see cref="CompPlanCheckCalculator"/> checks plans against.</summary>
/// <remarks>Immutable; equal by value. The two bands of the quota multiple differ, and both are reported. A multiple
/// outside one band is a note. A multiple outside both is a warning.</remarks>
[JsonConverter(typeof(JsonCompanionRequired))]
public sealed record CompPlanNorms
{
    /// <summary>Gets the common norm for quota as a multiple of on-target earnings. Default: 4x to 6x.</summary>
    public Band<decimal> CommonQuotaToOte
    {
        get;
        init => field = Guard.Against.BelowZero(value, nameof(CommonQuotaToOte));
    } = Band.Between(4m, 6m);

    /// <summary>Gets the range of quota as a multiple of on-target earnings in published plans. Default: 5.8x (iPaaS
    /// SMB) to 13.1x (iPaaS Enterprise), computed at both ends of the published pay bands.</summary>
    public Band<decimal> PublishedQuotaToOte
    {
        get;
        init => field = Guard.Against.BelowZero(value, nameof(PublishedQuotaToOte));
    } = Band.Between(5.8m, 13.1m);

    /// <summary>Returns a readable description.</summary>
    public override string ToString() => Invariant(
        $"quota of {CommonQuotaToOte:0.##}x OTE commonly, {PublishedQuotaToOte:0.##}x in published plans");
}
