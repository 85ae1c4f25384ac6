using Ardalis.GuardClauses;
using RevenueModel.Primitives;

namespace RevenueModel.Retention;

/// <summary>Computes the common ratios of growth efficiency: quick ratio, magic number, burn multiple and rule of
/// 40.</summary>
public static class EfficiencyCalculator
{
    private const decimal QuartersPerYear = 4m;

    /// <summary>Returns the quick ratio: added revenue per lost revenue.</summary>
    /// <param name="added">New and expansion revenue, an amount of zero or more.</param>
    /// <param name="lost">Contraction and churn as a positive amount, zero or more.</param>
    /// <returns><c>added / lost</c>, or <see langword="null"/> if nothing was lost.</returns>
    /// <exception cref="ArgumentException">A figure is negative, or the result exceeds the range of a
    /// decimal.</exception>
    /// <example><code>
    /// Console.WriteLine(EfficiencyCalculator.QuickRatio(added: 28m, lost: 8m)); // 3.5
    /// </code></example>
    public static decimal? QuickRatio(decimal added, decimal lost) =>
        ValueFigures.Quotient(Guard.Against.BelowZero(added), Guard.Against.BelowZero(lost), nameof(added));

    /// <summary>Returns the quick ratio of a line of the bridge: added revenue per lost revenue.</summary>
    /// <param name="line">The line.</param>
    /// <param name="includesReactivation">Whether reactivations count as added. Default: they do not.</param>
    /// <returns><c>(new + expansion) / (contraction + churn)</c>, with the loss as a positive amount, or
    /// <see langword="null"/> if nothing was lost. Late renewals count on neither side.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="line"/> is null.</exception>
    /// <exception cref="ArgumentException">The result exceeds the range of a decimal.</exception>
    /// <remarks>Hamid (Social Capital): four or more is good for an early company.</remarks>
    public static decimal? QuickRatio(ArrBridge line, bool includesReactivation = false)
    {
        Guard.Against.Null(line);
        try
        {
            decimal added = line.New + line.Expansion + (includesReactivation ? line.Reactivation : 0m);
            return RetentionRatio.Of(added, -(line.Contraction + line.Churn));
        }
        catch (OverflowException overflow)
        {
            throw DomainGuards.Overflow(Invariant($"The line {line.Period}"), nameof(line), overflow);
        }
    }

    /// <summary>Returns the magic number: the annualized growth of quarterly revenue per cost of sales and marketing
    /// of the quarter before.</summary>
    /// <param name="revenue">The revenue of the quarter, an amount of zero or more.</param>
    /// <param name="priorRevenue">The revenue of the quarter before, an amount of zero or more.</param>
    /// <param name="priorSalesAndMarketing">The cost of sales and marketing of the quarter before, zero or more.
    /// </param>
    /// <returns><c>(revenue - prior revenue) × 4 / cost</c>, or <see langword="null"/> without a cost.</returns>
    /// <exception cref="ArgumentException">A figure is negative, or the result exceeds the range of a
    /// decimal.</exception>
    /// <remarks>Leckie (Scale Venture Partners, 2008): above 0.75, more spend is justified.</remarks>
    /// <example><code>
    /// decimal? magic = EfficiencyCalculator.MagicNumber(800_000m, 600_000m, priorSalesAndMarketing: 1_000_000m);
    /// Console.WriteLine(magic); // 0.8
    /// </code></example>
    public static decimal? MagicNumber(decimal revenue, decimal priorRevenue, decimal priorSalesAndMarketing)
    {
        Guard.Against.BelowZero(revenue);
        Guard.Against.BelowZero(priorRevenue);
        Guard.Against.BelowZero(priorSalesAndMarketing);
        try
        {
            return RetentionRatio.Of((revenue - priorRevenue) * QuartersPerYear, priorSalesAndMarketing);
        }
        catch (OverflowException overflow)
        {
            throw DomainGuards.Overflow(Invariant($"revenue {revenue}"), nameof(revenue), overflow);
        }
    }

    /// <summary>Returns the burn multiple: cash burned per unit of ARR that was added.</summary>
    /// <param name="netBurn">The cash burned, an amount of any sign.</param>
    /// <param name="netNewArr">The sum of all movements of the bridge, an amount of any sign.</param>
    /// <returns><c>net burn / net new ARR</c>, or <see langword="null"/> if no ARR was added.</returns>
    /// <exception cref="ArgumentException">The result exceeds the range of a decimal.</exception>
    /// <remarks>Sacks (Craft Ventures, 2020): below 1 is excellent, above 3 is bad.</remarks>
    /// <example><code>
    /// Console.WriteLine(EfficiencyCalculator.BurnMultiple(3_000_000m, netNewArr: 1_000_000m)); // 3
    /// </code></example>
    public static decimal? BurnMultiple(decimal netBurn, decimal netNewArr) =>
        netNewArr > 0m ? ValueFigures.Quotient(netBurn, netNewArr, nameof(netBurn)) : null;

    /// <summary>Returns the sum that the rule of 40 compares with 0.40: growth and profit margin together.</summary>
    /// <param name="growth">The growth of revenue or ARR in a year, a fraction of -1 or more.</param>
    /// <param name="profitMargin">The profit margin of the year, a fraction of any sign: EBITDA or free cash flow over
    /// revenue.</param>
    /// <returns><c>growth + profit margin</c>; the rule expects 0.40 or more.</returns>
    /// <exception cref="ArgumentException">The growth is below -1, or the result exceeds the range of a
    /// decimal.</exception>
    /// <remarks>Feld (2015), who used EBITDA. Free cash flow is used as widely.</remarks>
    /// <example><code>
    /// Console.WriteLine(EfficiencyCalculator.RuleOf40(growth: 0.55m, profitMargin: -0.10m)); // 0.45
    /// </code></example>
    public static decimal RuleOf40(decimal growth, decimal profitMargin)
    {
        if (growth < -1m)
        {
            throw DomainGuards.OutOfRange(nameof(growth), growth, "a fraction of -1 or more");
        }

        try
        {
            return growth + profitMargin;
        }
        catch (OverflowException overflow)
        {
            throw DomainGuards.Overflow(Invariant($"{growth} + {profitMargin}"), nameof(profitMargin), overflow);
        }
    }
}
