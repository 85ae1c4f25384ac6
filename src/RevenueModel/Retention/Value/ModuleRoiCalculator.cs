using Ardalis.GuardClauses;
using RevenueModel.Primitives;

namespace RevenueModel.Retention;

/// <summary>Computes the return of modules for customers (ROI), such as predictive maintenance and digital
/// twins.</summary>
public static class ModuleRoiCalculator
{
    private const decimal MonthsPerYear = 12m;

    /// <summary>Returns the return of a module for a customer.</summary>
    /// <param name="terms">The ARR of the module and what it improves.</param>
    /// <returns>The value in a year, the payback and the return.</returns>
    /// <exception cref="ArgumentException">The terms are null, or a result exceeds the range of a decimal.</exception>
    /// <remarks>
    /// <c>value = downtime cost × reduction + yield profit × improvement</c>. Payback in months: <c>(module ARR +
    /// implementation) × 12 / value</c>.
    /// </remarks>
    /// <example><code>
    /// ModuleRoi roi = ModuleRoiCalculator.Measure(new ModuleRoiTerms
    /// {
    ///     ModuleArr = 2_000_000m, DowntimeCost = 20_000_000m, DowntimeReduction = 0.2m,
    ///     YieldProfit = 50_000_000m, YieldImprovement = 0.08m,
    /// });
    /// Console.WriteLine(roi.PaybackMonths); // 3
    /// </code></example>
    public static ModuleRoi Measure(ModuleRoiTerms terms)
    {
        Guard.Against.Null(terms);
        try
        {
            decimal savings = terms.DowntimeCost * terms.DowntimeReduction;
            decimal gain = terms.YieldProfit * terms.YieldImprovement;
            var roi = new ModuleRoi(
                terms,
                savings,
                gain,
                RetentionRatio.Of((terms.ModuleArr + terms.ImplementationCost) * MonthsPerYear, savings + gain));

            // The property computes its figure on each call, so an overflow is detected here.
            _ = roi.Roi;
            return roi;
        }
        catch (OverflowException overflow)
        {
            throw DomainGuards.Overflow("The return of the module", nameof(terms), overflow);
        }
    }

    /// <summary>Returns the value in a year that published improvements mean for a customer.</summary>
    /// <param name="benchmark">The published improvements, such as
    /// <see cref="PublishedUnitEconomics.IndustrialIotModuleRoi2027"/>.</param>
    /// <param name="downtimeCost">The customer's cost of unplanned downtime per year, zero or more.</param>
    /// <param name="yieldProfit">The customer's profit per year that is proportional to yield, an amount of zero or
    /// more.</param>
    /// <returns>The value with the low ends of both improvements, and with their high ends.</returns>
    /// <exception cref="ArgumentException">The benchmark is null, an amount is negative, or the result exceeds the
    /// range of a decimal.</exception>
    public static Band<decimal> AnnualValue(ModuleRoiBenchmark benchmark, decimal downtimeCost, decimal yieldProfit)
    {
        Guard.Against.Null(benchmark);
        Guard.Against.BelowZero(downtimeCost);
        Guard.Against.BelowZero(yieldProfit);
        try
        {
            return Band.Between(
                (downtimeCost * benchmark.DowntimeReduction.Min) + (yieldProfit * benchmark.YieldImprovement.Min),
                (downtimeCost * benchmark.DowntimeReduction.Max.GetValueOrDefault())
                    + (yieldProfit * benchmark.YieldImprovement.Max.GetValueOrDefault()));
        }
        catch (OverflowException overflow)
        {
            throw DomainGuards.Overflow(
                Invariant($"{downtimeCost} + {yieldProfit}"), nameof(downtimeCost), overflow);
        }
    }
}
