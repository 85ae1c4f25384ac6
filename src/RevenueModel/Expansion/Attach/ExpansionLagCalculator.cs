using Ardalis.GuardClauses;
using RevenueModel.Primitives;

namespace RevenueModel.Expansion;

/// <summary>Computes the ARR that a base does not gain without the role that watches its expansion.</summary>
public static class ExpansionLagCalculator
{
    /// <summary>Returns the expansion of a base with and without the role.</summary>
    /// <param name="openingArr">The ARR of the base at the start, zero or more.</param>
    /// <param name="expansion">The expansion over the period with the role, as a fraction of the opening ARR; zero or
    /// more.</param>
    /// <param name="lagPoints">The percentage points by which expansion lags without the role, between 0 and
    /// 100.</param>
    /// <returns>Both expansions and the ARR lost.</returns>
    /// <exception cref="ArgumentException">A number is outside its range, or the ARR exceeds the range of a
    /// decimal.</exception>
    /// <remarks>
    /// Published: 30-45 points without dashboards of integration volume for customer-success managers (iPaaS 2027,
    /// section 7.2). The source does not state of what the points are; here they are points of the opening ARR.
    /// </remarks>
    /// <example><code>
    /// ExpansionLag lag = ExpansionLagCalculator.Compare(
    ///     openingArr: 10_000_000m, expansion: 0.50m, lagPoints: Band.Between(30m, 45m));
    /// Console.WriteLine($"{lag.ArrLost:#,0}"); // 3,000,000-4,500,000
    /// </code></example>
    public static ExpansionLag Compare(decimal openingArr, decimal expansion, Band<decimal> lagPoints)
    {
        Guard.Against.BelowZero(openingArr);
        Guard.Against.BelowZero(expansion);
        var lag = new ExpansionLag(openingArr, expansion, lagPoints);
        try
        {
            _ = lag.ClosingArr;
            _ = lag.ExpansionWithout;
            return lag;
        }
        catch (OverflowException overflow)
        {
            throw DomainGuards.Overflow(
                Invariant($"openingArr {openingArr} with an expansion of {expansion}"), nameof(openingArr), overflow);
        }
    }
}
