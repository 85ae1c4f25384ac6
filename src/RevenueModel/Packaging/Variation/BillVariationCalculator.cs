using RevenueModel.Primitives;

namespace RevenueModel.Packaging;

/// <summary>Measures the predictability of bills: the change from month to month relative to the mean bill.</summary>
/// <remarks>
/// <para>For bills <c>b₁ … bₙ</c>: <c>(Σ |bₜ - bₜ₋₁| / (n - 1)) / (Σ bₜ / n)</c>. A value of 0.1
/// means that, on average, a bill differs from the previous one by a tenth of the mean bill. The ratio has no unit and
/// does not depend on the size of the bills.</para>
/// <para>For many customers, it is the mean of all changes divided by the mean of all bills. Larger bills therefore
/// count for more, and there is no change from one customer to the next.</para>
/// <para>Nothing is allocated.</para>
/// </remarks>
public static class BillVariationCalculator
{
    /// <summary>Measures the variation of the bills of one customer. Results of many customers can be
    /// combined.</summary>
    /// <param name="bills">The bills of consecutive months, each zero or more.</param>
    /// <returns>The variation.</returns>
    /// <exception cref="ArgumentException">A bill is negative, or the total is too large for a decimal.</exception>
    /// <example><code>
    /// BillVariation variation = BillVariationCalculator.Measure([100m, 120m, 110m]);
    /// Console.WriteLine($"{variation.Ratio:0.000}"); // 0.136
    /// </code></example>
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

    /// <summary>Measures the variation as <see cref="Measure(ReadOnlySpan{decimal})"/> does.</summary>
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
