using System.Text.Json.Serialization;
using Ardalis.GuardClauses;
using RevenueModel.Primitives;

namespace RevenueModel.Compensation;

/// <summary>One month of a <see cref="Ramp"/>.</summary>
/// <remarks>Immutable. The default value has no quota and no guarantee.</remarks>
[JsonConverter(typeof(JsonCompanionRequired))]
public readonly record struct RampMonth
{
    private RampMonth(decimal quotaShare, decimal guaranteedShare)
    {
        QuotaShare = Guard.Against.NotFraction(quotaShare);
        GuaranteedShare = Guard.Against.NotFraction(guaranteedShare);
    }

    /// <summary>Gets the share of the month's quota that applies, between 0 and 1.</summary>
    public decimal QuotaShare { get; }

    /// <summary>Gets the share of the month's target variable pay that is guaranteed, between 0 and 1.</summary>
    public decimal GuaranteedShare { get; }

    /// <summary>Creates a month.</summary>
    /// <param name="quotaShare">The share of the month's quota that applies, between 0 and 1.</param>
    /// <param name="guaranteedShare">The share of the month's target variable pay that is guaranteed, between 0 and 1.
    /// Default: 0.</param>
    /// <returns>The month.</returns>
    /// <exception cref="ArgumentException">A share is outside 0 to 1.</exception>
    public static RampMonth Of(decimal quotaShare, decimal guaranteedShare = 0m) => new(quotaShare, guaranteedShare);

    /// <summary>Returns a readable description.</summary>
    public override string ToString() =>
        Invariant($"{QuotaShare * 100m:0.##}% quota, {GuaranteedShare * 100m:0.##}% guaranteed");
}
