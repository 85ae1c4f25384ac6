using Ardalis.GuardClauses;
using NodaTime;
using RevenueModel.Primitives;

namespace RevenueModel.Organization;

/// <summary>Schedules the reviews of a company and the steps of a plan, and checks the steps against
/// data.</summary>
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

    /// <summary>Checks the steps of a plan against data.</summary>
    /// <param name="steps">The steps.</param>
    /// <param name="data">The deals, maps, readings, pilots and accounts.</param>
    /// <param name="start">The first day of the plan.</param>
    /// <param name="asOf">The day of the check. Readings after it, and deals created after it, are left out.</param>
    /// <param name="requiredShare">The share of records that a step has to reach to be done, between 0 and 1. Default:
    /// 1.</param>
    /// <returns>The state of each step with its evidence, in the order of the steps.</returns>
    /// <exception cref="ArgumentException">A step is null, the share is outside 0 to 1, the buying group is not valid,
    /// or a deal or a map is repeated.</exception>
    /// <remarks>A step is done when each required line of its evidence reaches the share, whether or not its days have
    /// started. A step without a check, or without records to count, is not checkable.</remarks>
    public static ValueList<RolloutStepStatus> Check(
        ReadOnlySpan<RolloutStep> steps,
        RolloutData data,
        LocalDate start,
        LocalDate asOf,
        decimal requiredShare = 1m)
    {
        Guard.Against.Null(data);
        Guard.Against.NotFraction(requiredShare);
        var evidence = new RolloutEvidenceReader(data, asOf);
        var statuses = new RolloutStepStatus[steps.Length];
        for (int i = 0; i < steps.Length; i++)
        {
            RolloutStep step = Guard.Against.Null(steps[i], nameof(steps));
            ValueList<RolloutEvidence> lines = evidence.Of(step.Check);
            LocalDate lastDay = start.PlusDays(step.LastDay - 1);
            RolloutEvidence[] required = [.. lines.Where(static line => line.IsRequired && line.Of > 0)];
            statuses[i] = new RolloutStepStatus
            {
                Step = step,
                LastDay = lastDay,
                State = required.Length == 0 ? RolloutState.NotCheckable
                    : Array.TrueForAll(required, line => line.Share >= requiredShare) ? RolloutState.Done
                    : asOf > lastDay ? RolloutState.Overdue
                    : RolloutState.Open,
                Evidence = lines,
            };
        }

        return ValueList.Own(statuses);
    }

    /// <inheritdoc cref="Check(ReadOnlySpan{RolloutStep}, RolloutData, LocalDate, LocalDate, decimal)"/>
    public static ValueList<RolloutStepStatus> Check(
        IEnumerable<RolloutStep> steps,
        RolloutData data,
        LocalDate start,
        LocalDate asOf,
        decimal requiredShare = 1m) => Check(steps.AsItems(), data, start, asOf, requiredShare);

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
