using NodaTime;
using RevenueModel.Retention;

namespace RevenueModel.Diagnostics;

/// <summary>Measures the closed cohort of the subscriptions of a review.</summary>
internal static class InstalledBaseReader
{
    /// <summary>Returns the cohort of the twelve months before the last complete month, or null without
    /// subscriptions then.</summary>
    public static RetentionTotals? Read(ReviewData data)
    {
        YearMonth last = data.AsOf.PlusMonths(-1).ToYearMonth();
        bool isInTerm = data.Subscriptions.Any(
            one => one is not null && one.Term.Start < last.PlusMonths(-11).OnDayOfMonth(1));
        if (!isInTerm)
        {
            return null;
        }

        RevenueHistory history = RevenueHistory.Of(data.Subscriptions, last);
        foreach (RetentionTotals totals in RetentionCalculator.ClosedCohort(history))
        {
            return totals;
        }

        return null;
    }
}
