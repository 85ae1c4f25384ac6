using Ardalis.GuardClauses;
using RevenueModel.Primitives;

namespace RevenueModel.Packaging;

/// <summary>How predictable bills are: how much they change from month to month, for their size.</summary>
/// <remarks>
/// <para>Of bills <c>b₁ … bₙ</c>: <c>(Σ |bₜ - bₜ₋₁| / (n - 1)) / (Σ bₜ / n)</c>. A tenth means that a bill differs from the one
/// before by a tenth of the mean bill on the average. It has no unit and does not depend on the size of the bills.</para>
/// <para>Over many customers: all changes by their number over all bills by their number, so that larger bills count for more
/// and a change from one customer to the next is none.</para>
/// <para>Nothing is allocated.</para>
/// </remarks>
public static class BillVariationCalculator
{
    /// <summary>The variation of one customer's bills, with the sums that it comes from, which combine to that of many
    /// customers.</summary>
    /// <param name="bills">The bills of consecutive months, zero or more each.</param>
    /// <exception cref="ArgumentException">A bill is negative.</exception>
    public static BillVariation Measure(ReadOnlySpan<decimal> bills)
    {
        decimal changes = 0m;
        decimal total = 0m;
        for (int month = 0; month < bills.Length; month++)
        {
            total += Guard.Against.BelowZero(bills[month], nameof(bills));
            changes += month == 0 ? 0m : Math.Abs(bills[month] - bills[month - 1]);
        }

        return new BillVariation(changes, Math.Max(bills.Length - 1, 0), total, bills.Length);
    }
}
