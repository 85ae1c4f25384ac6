using RevenueModel.Primitives;

namespace RevenueModel.Packaging;

/// <summary>How predictable bills are: how much they change from month to month, for their size.</summary>
/// <remarks>
/// <para>Of bills <c>b₁ … bₙ</c>: <c>(Σ |bₜ - bₜ₋₁| / (n - 1)) / (Σ bₜ / n)</c>. A tenth means that a bill differs
/// from the one before by a tenth of the mean bill on the average. It has no unit and does not depend on the size of
/// the bills.</para>
/// <para>Over many customers: all changes by their number over all bills by their number, so that larger bills count
/// for more and a change from one customer to the next is none.</para>
/// <para>Nothing is allocated.</para>
/// </remarks>
public static class BillVariationCalculator
{
    /// <summary>Measures the variation of one customer's bills. The sums in the result combine to the variation of
    /// many customers.</summary>
    /// <param name="bills">The bills of consecutive months, each zero or more.</param>
    /// <returns>The variation.</returns>
    /// <exception cref="ArgumentException">A bill is negative, or the total is too large for a decimal.</exception>
    public static BillVariation Measure(ReadOnlySpan<decimal> bills)
    {
        try
        {
            return Sum(bills, nameof(bills));
        }
        catch (OverflowException overflow)
        {
            throw DomainGuards.Overflow("The total of the bills", nameof(bills), overflow);
        }
    }

    /// <inheritdoc cref="Measure(ReadOnlySpan{decimal})"/>
    public static BillVariation Measure(IEnumerable<decimal> bills) => Measure(bills.AsItems());

    /// <summary>Measures as <see cref="Measure(ReadOnlySpan{decimal})"/> does.</summary>
    /// <param name="bills">The bills of consecutive months.</param>
    /// <param name="name">The caller's parameter that holds the bills.</param>
    /// <exception cref="OverflowException">The total is too large for a decimal.</exception>
    internal static BillVariation Sum(ReadOnlySpan<decimal> bills, string name)
    {
        decimal changes = 0m;
        decimal total = 0m;
        for (int month = 0; month < bills.Length; month++)
        {
            total += HistoryGuards.RequireNotNegative(bills[month], month, "", name);
            changes += month == 0 ? 0m : Math.Abs(bills[month] - bills[month - 1]);
        }

        return new BillVariation(changes, Math.Max(bills.Length - 1, 0), total, bills.Length);
    }
}
