using NodaTime;
using RevenueModel.Pricing;
using RevenueModel.Primitives;

namespace RevenueModel.Packaging;

/// <summary>Completes a month in progress at the pace of its days so far.</summary>
internal static class PresentPace
{
    /// <summary>Returns whether the last month of a history is in progress.</summary>
    /// <param name="history">The usage.</param>
    /// <param name="usageThrough">The last day whose usage is known, or null if all months are complete.</param>
    /// <param name="historyName">The caller's parameter that holds the history.</param>
    /// <exception cref="ArgumentException">The history ends after the month of the day.</exception>
    public static bool IsInProgress(UsageHistory history, LocalDate? usageThrough, string historyName)
    {
        if (usageThrough is not { } day)
        {
            return false;
        }

        YearMonth last = history.Start.PlusMonths(history.Months - 1);
        return last <= day.ToYearMonth()
            ? last == day.ToYearMonth() && day.Day < DaysIn(day)
            : throw new ArgumentException(
                Invariant($"{history.Customer} had usage of {last:uuuu-MM}, after the last day of usage, ")
                    + Invariant($"{day:uuuu-MM-dd}; a history that ends by {day:uuuu-MM} is expected."),
                historyName);
    }

    /// <summary>Returns a history with its last month projected at the present pace:
    /// <c>usage so far × days of the month / days so far</c>.</summary>
    /// <param name="history">The usage.</param>
    /// <param name="usageThrough">The last day whose usage is known, in the last month of the history.</param>
    /// <param name="historyName">The caller's parameter that holds the history.</param>
    /// <exception cref="ArgumentException">A meter has single transactions, or the usage is too large for a
    /// decimal.</exception>
    public static UsageHistory Of(UsageHistory history, LocalDate usageThrough, string historyName)
    {
        var series = new MeterSeries[history.Series.Count];
        for (int i = 0; i < series.Length; i++)
        {
            MeterSeries own = history.Series[i];
            if (!own.Transactions.IsEmpty)
            {
                throw new ArgumentException(
                    Invariant($"{history.Customer} had single transactions of \"{own.Meter}\" in ")
                        + Invariant($"{usageThrough:uuuu-MM}, which is in progress; ")
                        + "a series of quantities, or a complete month, is expected.",
                    historyName);
            }

            decimal[] quantities = own.Quantities.ToArray();
            try
            {
                decimal scaled = quantities[^1] * DaysIn(usageThrough);
                quantities[^1] = DivisionNoise.Remove(scaled / usageThrough.Day, scaled);
            }
            catch (OverflowException overflow)
            {
                throw DomainGuards.Overflow(
                    Invariant($"{history.Customer} in {usageThrough:uuuu-MM}: ")
                        + $"the usage of \"{own.Meter}\" at the present pace",
                    historyName,
                    overflow);
            }

            series[i] = MeterSeries.Of(own.Meter, quantities);
        }

        return UsageHistory.Of(history.Customer, history.Start, series) with { ContractStart = history.ContractStart };
    }

    private static int DaysIn(LocalDate day) => day.Calendar.GetDaysInMonth(day.Year, day.Month);
}
