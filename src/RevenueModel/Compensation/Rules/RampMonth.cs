using Ardalis.GuardClauses;
using RevenueModel.Primitives;

namespace RevenueModel.Compensation;

/// <summary>One month of a <see cref="Ramp"/>.</summary>
/// <remarks>The default value asks for no quota and guarantees nothing.</remarks>
public readonly record struct RampMonth
{
    /// <summary>Creates a month.</summary>
    /// <param name="quotaShare">The share of the month's quota that is asked for, a fraction.</param>
    /// <param name="guaranteedShare">The share of the month's target variable pay that is guaranteed, a fraction.</param>
    /// <exception cref="ArgumentException">A share is no fraction.</exception>
    public RampMonth(decimal quotaShare, decimal guaranteedShare = 0m)
    {
        QuotaShare = Guard.Against.NotFraction(quotaShare);
        GuaranteedShare = Guard.Against.NotFraction(guaranteedShare);
    }

    /// <summary>The share of the month's quota that is asked for, a fraction.</summary>
    public decimal QuotaShare { get; }

    /// <summary>The share of the month's target variable pay that is guaranteed, a fraction.</summary>
    public decimal GuaranteedShare { get; }

    /// <summary>The month in words.</summary>
    public override string ToString() =>
        Invariant($"{QuotaShare * 100m:0.##}% quota, {GuaranteedShare * 100m:0.##}% guaranteed");
}
