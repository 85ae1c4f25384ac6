using Ardalis.GuardClauses;
using RevenueModel.Pipeline;
using RevenueModel.Primitives;

namespace RevenueModel.Forecasting;

/// <summary>Applies install-base weighting: the shares of a target and of a forecast that come from existing
/// customers.</summary>
/// <remarks>Published: 70/30 above 1,200 enterprise customers (Industrial IoT 2027, section 5.2), 75/25 above 2,000
/// (iPaaS 2027, section 5.2).</remarks>
public static class InstallBaseCalculator
{
    /// <summary>Splits a target between expansion and new logos.</summary>
    /// <param name="policy">The policy.</param>
    /// <param name="enterpriseCustomers">The vendor's number of enterprise customers, zero or more.</param>
    /// <param name="target">The target, a whole number of minor units.</param>
    /// <param name="rounding">The minor unit of which each part is a whole number. Default: cents.</param>
    /// <returns>The parts, which sum to the target. At or below the policy's number of customers, the policy does not
    /// apply and the parts are <see langword="null"/>.</returns>
    /// <exception cref="ArgumentException">The number of customers is negative, or the target has more decimal places
    /// than the minor unit or exceeds 64 bits.</exception>
    /// <example><code>
    /// var policy = new InstallBasePolicy { AboveEnterpriseCustomers = 1_200, ExpansionShare = 70.Percent };
    /// InstallBaseSplit split =
    ///     InstallBaseCalculator.SplitTarget(policy, enterpriseCustomers: 2_800, target: 10_000_000m);
    /// Console.WriteLine($"{split.Expansion:#,0} expansion"); // 7,000,000 expansion
    /// Console.WriteLine($"{split.NewLogo:#,0} new logos"); // 3,000,000 new logos
    /// </code></example>
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

        RoundingPolicy unit = rounding ?? RoundingPolicy.Cents;
        if (!unit.TryToMinorUnits(target, out _))
        {
            throw DomainGuards.OutOfRange(
                nameof(target),
                target,
                Invariant($"an amount with at most {unit.Digits} decimal places, within 64 bits,"));
        }

        ValueList<decimal> parts = AllocationCalculator.ByLargestRemainder(
            target, [policy.ExpansionShare, policy.NewLogoShare], unit);
        return split with { Expansion = parts[0], NewLogo = parts[1] };
    }

    /// <summary>Compares the mix of a forecast with the policy.</summary>
    /// <param name="policy">The policy.</param>
    /// <param name="enterpriseCustomers">The vendor's number of enterprise customers, zero or more.</param>
    /// <param name="forecast">The forecast. Its weighted amounts are compared.</param>
    /// <returns>The mix and its difference from the policy.</returns>
    /// <exception cref="ArgumentException">The number of customers is negative.</exception>
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
