using Ardalis.GuardClauses;
using RevenueModel.Primitives;

namespace RevenueModel.Expansion;

/// <summary>Compares published net revenue retention with the retention that a curve implies.</summary>
public static class NrrComparisonCalculator
{
    /// <summary>Compares a published band with a curve and a survival between two months of an account.</summary>
    /// <param name="published">The published retention of twelve months, as a ratio; zero or more.</param>
    /// <param name="curve">The ARR of an account by month since its start.</param>
    /// <param name="survival">The share of accounts that is still there by month since their start.</param>
    /// <param name="fromMonth">The earlier month of the account, between 0 and 1,200.</param>
    /// <param name="toMonth">The later month of the account, after <paramref name="fromMonth"/>.</param>
    /// <returns>The published band, the implied retention before and after churn, and the points between.</returns>
    /// <exception cref="ArgumentException">The band starts below zero, the months do not ascend, curve or survival
    /// have no value in a month, or the curve is zero in the earlier one.</exception>
    /// <remarks>
    /// Published: 1.0x to 2.2x ACV from year 1 to year 3, which is 148% a year, and 141% at 95% renewal, beside an
    /// Enterprise NRR of 120-135% (iPaaS 2027, sections 2.2 and Direct Answer).
    /// </remarks>
    /// <example><code>
    /// NrrComparison comparison = NrrComparisonCalculator.Compare(
    ///     Band.Between(1.20m, 1.35m),
    ///     ExpansionCurve.Years([1.0, 1.5, 2.2]),
    ///     CohortSurvival.AtRenewals(0.95),
    ///     fromMonth: 0,
    ///     toMonth: 24);
    /// Console.WriteLine($"{comparison.ImpliedBeforeChurn:0.000}, {comparison.Implied:0.000}"); // 1.483, 1.409
    /// </code></example>
    public static NrrComparison Compare(
        Band<decimal> published, ExpansionCurve curve, CohortSurvival survival, int fromMonth, int toMonth)
    {
        Guard.Against.BelowZero(published);
        Guard.Against.Null(curve);
        Guard.Against.Null(survival);
        double multiple = ExpansionCurveCalculator.Multiple(curve, fromMonth, toMonth)
            ?? throw DomainGuards.OutOfRange(
                nameof(curve), Invariant($"0 in month {fromMonth}"), "a value above zero there");
        double share = survival.ShareAt(toMonth, nameof(toMonth)) / survival.ShareAt(fromMonth, nameof(fromMonth));
        return new NrrComparison(published, fromMonth, toMonth, multiple, share);
    }
}
