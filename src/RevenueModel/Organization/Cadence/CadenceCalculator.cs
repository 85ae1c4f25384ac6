using Ardalis.GuardClauses;
using NodaTime;
using RevenueModel.Primitives;

namespace RevenueModel.Organization;

/// <summary>Schedules the reviews of a company, and the steps of a plan.</summary>
public static class CadenceCalculator
{
    private const int MostDays = 3_660;
    private const int DaysPerWeek = 7;

    /// <summary>Schedules reviews over a span.</summary>
    /// <param name="reviews">The reviews.</param>
    /// <param name="span">The span, with an end, of up to 3,660 days.</param>
    /// <param name="calendar">The weekday, the fiscal calendar and the holidays. Default: Mondays, calendar quarters,
    /// no holidays.</param>
    /// <returns>The reviews by day; those of a day in the order in which they were given.</returns>
    /// <exception cref="ArgumentException">A review is null, or the span has no end or is too long.</exception>
    /// <remarks>A review that falls on a holiday is held on the next business day, also if that lies in the next week,
    /// month or quarter, and only once on a day.</remarks>
    /// <example><code>
    /// OperatingReview council = new() { Name = "Pipeline council", Frequency = ReviewFrequency.Weekly };
    /// var days = CadenceCalculator.Schedule([council], DateSpan.Between(new(2027, 1, 1), new(2027, 2, 1)));
    /// Console.WriteLine(days[0]); // 2027-01-04 Weekly: Pipeline council
    /// </code></example>
    public static ValueList<ScheduledReview> Schedule(
        ReadOnlySpan<OperatingReview> reviews, DateSpan span, ReviewCalendar? calendar = null)
    {
        calendar ??= new ReviewCalendar();
        LocalDate end = span.End ?? throw DomainGuards.OutOfRange(nameof(span), span, "a span with an end");
        if (span.Days > MostDays)
        {
            throw DomainGuards.OutOfRange(nameof(span), span, "a span of up to 3,660 days");
        }

        for (int i = 0; i < reviews.Length; i++)
        {
            Guard.Against.Null(reviews[i], nameof(reviews));
        }

        var holidays = new HashSet<LocalDate>(calendar.Holidays);
        var scheduled = new List<ScheduledReview>();
        for (LocalDate day = span.Start; day < end; day = day.PlusDays(1))
        {
            if (IsBusinessDay(day, holidays))
            {
                foreach (OperatingReview review in reviews)
                {
                    if (IsHeldOn(day, review.Frequency, calendar, holidays))
                    {
                        scheduled.Add(new ScheduledReview { Date = day, Review = review });
                    }
                }
            }
        }

        return scheduled;
    }

    /// <inheritdoc cref="Schedule(ReadOnlySpan{OperatingReview}, DateSpan, ReviewCalendar)"/>
    public static ValueList<ScheduledReview> Schedule(
        IEnumerable<OperatingReview> reviews, DateSpan span, ReviewCalendar? calendar = null) =>
        Schedule(reviews.AsItems(), span, calendar);

    /// <summary>Returns the steps of a plan that should be worked on or done by a day.</summary>
    /// <param name="steps">The steps.</param>
    /// <param name="start">The first day of the plan.</param>
    /// <param name="asOf">The day.</param>
    /// <returns>The steps whose first day is reached, in the order in which they were given.</returns>
    /// <exception cref="ArgumentException">A step is null.</exception>
    public static ValueList<RolloutStep> DueSteps(ReadOnlySpan<RolloutStep> steps, LocalDate start, LocalDate asOf)
    {
        int day = Period.DaysBetween(start, asOf) + 1;
        var due = new List<RolloutStep>();
        foreach (RolloutStep step in steps)
        {
            if (Guard.Against.Null(step, nameof(steps)).FirstDay <= day)
            {
                due.Add(step);
            }
        }

        return due;
    }

    /// <inheritdoc cref="DueSteps(ReadOnlySpan{RolloutStep}, LocalDate, LocalDate)"/>
    public static ValueList<RolloutStep> DueSteps(IEnumerable<RolloutStep> steps, LocalDate start, LocalDate asOf) =>
        DueSteps(steps.AsItems(), start, asOf);

    // Whether the day, or a day without reviews right before it, is one of the review.
    private static bool IsHeldOn(
        LocalDate day, ReviewFrequency frequency, ReviewCalendar calendar, HashSet<LocalDate> holidays)
    {
        if (frequency == ReviewFrequency.Daily)
        {
            return true;
        }

        LocalDate at = day;
        do
        {
            if (IsRegular(at, frequency, calendar))
            {
                return true;
            }

            at = at.PlusDays(-1);
        }
        while (!IsBusinessDay(at, holidays));

        return false;
    }

    private static bool IsRegular(LocalDate day, ReviewFrequency frequency, ReviewCalendar calendar) =>
        day.DayOfWeek == calendar.Weekday && frequency switch
        {
            ReviewFrequency.Weekly => true,
            ReviewFrequency.Monthly => day.Day <= DaysPerWeek,
            _ => day.Day <= DaysPerWeek && StartOfQuarter(day, calendar.FiscalCalendar).Month == day.Month,
        };

    private static LocalDate StartOfQuarter(LocalDate day, FiscalCalendar calendar) =>
        DateSpan.Of(calendar.QuarterOf(day), calendar).Start;

    private static bool IsBusinessDay(LocalDate day, HashSet<LocalDate> holidays) =>
        day.DayOfWeek < IsoDayOfWeek.Saturday && !holidays.Contains(day);
}
