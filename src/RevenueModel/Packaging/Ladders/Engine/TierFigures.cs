namespace RevenueModel.Packaging;

/// <summary>Sums over the customers of a possible tier, which lies between two boundaries. They do not depend on the
/// fee of the tier.</summary>
internal readonly record struct TierFigures
{
    /// <summary>Gets the number of months of the tier's customers.</summary>
    public decimal Months { get; init; }

    /// <summary>Gets the number of these months with usage above the upper boundary, which are billed the next tier's
    /// fee.</summary>
    public decimal MonthsAbove { get; init; }

    /// <summary>Gets how often one of two consecutive months of a customer is above the upper boundary and the other
    /// is not.</summary>
    public decimal Crossings { get; init; }

    /// <summary>Gets what the customers pay today, over all months.</summary>
    public decimal RevenueToday { get; init; }

    /// <summary>Gets the mean bill of a month today.</summary>
    public decimal MeanBillToday { get; init; }

    /// <summary>Gets the lowest revenue of the tier within the tolerance.</summary>
    public decimal MinRevenue { get; init; }

    /// <summary>Gets the highest revenue of the tier within the tolerance.</summary>
    public decimal MaxRevenue { get; init; }
}
