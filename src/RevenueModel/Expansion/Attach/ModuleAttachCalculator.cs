using Ardalis.GuardClauses;
using RevenueModel.Primitives;

namespace RevenueModel.Expansion;

/// <summary>Computes the ARR of a module that is attached to existing accounts, and the ARR that a missing overlay
/// role costs.</summary>
public static class ModuleAttachCalculator
{
    /// <summary>Returns the ARR of a module in one month.</summary>
    /// <param name="attach">The terms of the module.</param>
    /// <param name="month">The month of the program, between 0 and 1,200; within the curve of attach rates.</param>
    /// <returns>The estimate.</returns>
    /// <exception cref="ArgumentException">The attach rate has no value in the month or is above 1, or a result
    /// exceeds the range of a decimal.</exception>
    /// <example><code>
    /// var attach = new ModuleAttach
    /// {
    ///     Module = "AI integration",
    ///     Accounts = 200,
    ///     BaseArpu = 100_000m,
    ///     AttachRate = ExpansionCurve.Saturating(0.05, ceiling: 0.60, ratePerYear: 2),
    ///     Uplift = Band.Between(0.30m, 0.58m),
    /// };
    /// ModuleAttachEstimate year1 = ModuleAttachCalculator.Estimate(attach, month: 12);
    /// Console.WriteLine($"{year1.AttachRate:0.0%} attached"); // 24.1% attached
    /// </code></example>
    public static ModuleAttachEstimate Estimate(ModuleAttach attach, int month) =>
        EstimateAt(Guard.Against.Null(attach), ExpansionGuards.Months(month), nameof(month));

    /// <summary>Returns the ARR of a module month by month.</summary>
    /// <param name="attach">The terms of the module.</param>
    /// <param name="months">The last month of the program, between 0 and 1,200.</param>
    /// <returns>An estimate for each month from 0 to <paramref name="months"/>.</returns>
    /// <exception cref="ArgumentException">As for <see cref="Estimate"/>.</exception>
    public static ValueList<ModuleAttachEstimate> ByMonth(ModuleAttach attach, int months)
    {
        Guard.Against.Null(attach);
        ExpansionGuards.Months(months);
        var estimates = new ModuleAttachEstimate[months + 1];
        for (int month = 0; month <= months; month++)
        {
            estimates[month] = EstimateAt(attach, month, nameof(months));
        }

        return ValueList.Own(estimates);
    }

    private static ModuleAttachEstimate EstimateAt(ModuleAttach attach, int month, string name)
    {
        double rate = attach.AttachRate.CheckedValueAt(month, name);
        if (rate > 1)
        {
            throw DomainGuards.OutOfRange(
                nameof(attach),
                Invariant($"an attach rate of {rate} in month {month} of \"{attach.Module}\""),
                "a fraction between 0 and 1");
        }

        try
        {
            var estimate = new ModuleAttachEstimate(
                month, attach.Accounts, attach.BaseArpu, (decimal)rate, attach.Uplift, attach.LagPoints);

            // The properties compute their figures on each call, so an overflow is detected here.
            _ = estimate.Arpu;
            _ = estimate.ModuleArr;
            return estimate;
        }
        catch (OverflowException overflow)
        {
            throw DomainGuards.Overflow($"The ARR of module \"{attach.Module}\"", nameof(attach), overflow);
        }
    }
}
