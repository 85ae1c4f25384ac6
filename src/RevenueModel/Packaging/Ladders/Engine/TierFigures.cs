namespace RevenueModel.Packaging;

/// <summary>Sums over the customers of a possible tier between two boundaries. They do not depend on the fee of the
/// tier.</summary>
internal readonly record struct TierFigures
{
    /// <summary>Gets the number of months of the customers of the tier.</summary>
    public decimal Months { get; init; }

    /// <summary>Gets the number of these months with usage above the upper boundary, which are billed at the fee of
    /// the next tier.</summary>
    public decimal MonthsAbove { get; init; }

    /// <summary>Gets the number of crossings: pairs of consecutive months of a customer with one above the upper
    /// boundary and one not above it.</summary>
    public decimal Crossings { get; init; }

    /// <summary>Gets the current revenue of the customers, over all months.</summary>
    public decimal RevenueToday { get; init; }

    /// <summary>Gets the mean current bill of a month.</summary>
    public decimal MeanBillToday { get; init; }

    /// <summary>Gets the lowest revenue of the tier within the tolerance.</summary>
    public decimal MinRevenue { get; init; }

    /// <summary>Gets the highest revenue of the tier within the tolerance.</summary>
    public decimal MaxRevenue { get; init; }
}
