namespace RevenueModel.Packaging;

/// <summary>A customer of a <see cref="CustomerUsageTable"/>.</summary>
/// <param name="Start">The position of its first month in the column of usage.</param>
/// <param name="Months">The number of months.</param>
/// <param name="CommitLevel">The monthly usage that the customer commits to cover.</param>
/// <param name="RevenueToday">The sum of its current bills.</param>
/// <param name="ChangesToday">The sum of the absolute changes between consecutive current bills.</param>
/// <param name="Cost">The cost to serve it over all months; zero if no cost is given.</param>
internal readonly record struct CustomerUsage(
    int Start,
    int Months,
    decimal CommitLevel,
    decimal RevenueToday,
    decimal ChangesToday,
    decimal Cost)
{
    /// <summary>Compares customers by commit level, then by bills. The order does not depend on the order of the
    /// input, so that sums over customers are the same to the last digit.</summary>
    public static int Compare(CustomerUsage left, CustomerUsage right)
    {
        int order = left.CommitLevel.CompareTo(right.CommitLevel);
        order = order != 0 ? order : left.RevenueToday.CompareTo(right.RevenueToday);
        order = order != 0 ? order : left.ChangesToday.CompareTo(right.ChangesToday);
        return order != 0 ? order : left.Cost.CompareTo(right.Cost);
    }
}
