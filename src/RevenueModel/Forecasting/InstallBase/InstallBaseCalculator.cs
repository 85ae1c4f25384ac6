using Ardalis.GuardClauses;
using RevenueModel.Pipeline;
using RevenueModel.Primitives;

namespace RevenueModel.Forecasting;

/// <summary>Install-base weighting: how much of a target and of a forecast comes from existing customers.</summary>
/// <remarks>Published: 70/30 above 1,200 enterprise customers (Industrial IoT 2027, section 5.2), 75/25 above 2,000
/// (iPaaS 2027, section 5.2).</remarks>
public static class InstallBaseCalculator
{
    /// <summary>Splits a target between expansion and new logos.</summary>
    /// <param name="policy">The policy.</param>
    /// <param name="enterpriseCustomers">The vendor's number of enterprise customers, zero or more.</param>
    /// <param name="target">The target, a whole number of minor units.</param>
    /// <param name="rounding">The minor unit to which the parts are whole; cents unless said.</param>
    /// <returns>The parts, which sum to the target; or, at or below the policy's number of customers, a split that
    /// says that the policy does not apply.</returns>
    /// <exception cref="ArgumentException">The number is negative, or the target is finer than the minor
    /// unit.</exception>
    public static InstallBaseSplit SplitTarget(
        InstallBasePolicy policy,
        long enterpriseCustomers,
        decimal target,
        RoundingPolicy? rounding = null)
    {
        var split = new InstallBaseSplit(
            Guard.Against.Null(policy), Guard.Against.BelowZero(enterpriseCustomers), target);
        if (!split.Applies)
        {
            return split;
        }

        ValueList<decimal> parts = AllocationCalculator.ByLargestRemainder(
            target, [policy.ExpansionShare, policy.NewLogoShare], rounding ?? RoundingPolicy.Cents);
        return split with { Expansion = parts[0], NewLogo = parts[1] };
    }

    /// <summary>The mix of a forecast, and how far it departs from the policy.</summary>
    /// <param name="policy">The policy.</param>
    /// <param name="enterpriseCustomers">The vendor's number of enterprise customers, zero or more.</param>
    /// <param name="forecast">The forecast, whose weighted amounts are compared.</param>
    /// <exception cref="ArgumentException">The number is negative.</exception>
    public static InstallBaseMix CompareMix(
        InstallBasePolicy policy,
        long enterpriseCustomers,
        WeightedForecast forecast)
    {
        decimal expansion = 0m;
        decimal newLogo = 0m;
        decimal renewal = 0m;
        decimal unrecorded = 0m;
        foreach ((DealMotion? motion, ForecastAmounts amounts) in Guard.Against.Null(forecast).ByMotion())
        {
            switch (motion)
            {
                case DealMotion.Expansion:
                    expansion = amounts.Weighted;
                    break;
                case DealMotion.NewLogo:
                    newLogo = amounts.Weighted;
                    break;
                case DealMotion.Renewal:
                    renewal = amounts.Weighted;
                    break;
                default:
                    unrecorded = amounts.Weighted;
                    break;
            }
        }

        return new InstallBaseMix(Guard.Against.Null(policy), Guard.Against.BelowZero(enterpriseCustomers))
        {
            Expansion = expansion,
            NewLogo = newLogo,
            Renewal = renewal,
            WithoutMotionAmount = unrecorded,
        };
    }
}
