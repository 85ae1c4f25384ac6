using Ardalis.GuardClauses;
using RevenueModel.Primitives;

namespace RevenueModel.Retention;

/// <summary>Follows the accounts that started in each period through the later periods.</summary>
public static class CohortCalculator
{
    /// <summary>Returns the cohort triangle of each group, in money and in logos.</summary>
    /// <param name="history">The history. It has to reach back to the start of each account.</param>
    /// <param name="options">The interval, the calendar, the grouping and the last month; the first month to report
    /// does not matter. Default: by month, not grouped.</param>
    /// <returns>The triangles in the order of groups. A last quarter or year that is cut by the last month is left
    /// out.</returns>
    /// <exception cref="ArgumentException">The reported months are outside the history.</exception>
    /// <example><code>
    /// AccountMonth[] months =
    /// [
    ///     new() { Account = "A", Month = new YearMonth(2027, 1), Amount = 100m },
    ///     new() { Account = "A", Month = new YearMonth(2027, 2), Amount = 130m },
    ///     new() { Account = "B", Month = new YearMonth(2027, 2), Amount = 50m },
    /// ];
    /// CohortTriangle triangle = CohortCalculator.Triangle(RevenueHistory.Of(months))[0];
    /// Console.WriteLine(triangle.Cohorts[0]); // 2027-01: 1 account, 100 130
    /// Console.WriteLine(triangle.Cohorts[1]); // 2027-02: 1 account, 50
    /// </code></example>
    public static ValueList<CohortTriangle> Triangle(RevenueHistory history, RetentionOptions? options = null) =>
        Guard.Against.Null(history)
            .Analyze(options ?? RetentionOptions.Default, RetentionParts.Cohorts, nameof(options)).Triangles;
}
