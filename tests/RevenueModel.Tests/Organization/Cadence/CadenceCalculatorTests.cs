using FsCheck.Xunit;
using NodaTime;
using RevenueModel.Organization;
using RevenueModel.Primitives;
using RevenueModel.Tests.Helpers;

namespace RevenueModel.Tests.Organization.Cadence;

public class CadenceCalculatorTests
{
    private static readonly OperatingReview[] Reviews =
    [
        new() { Name = "Blockers", Frequency = ReviewFrequency.Daily },
        new() { Name = "Council", Frequency = ReviewFrequency.Weekly, Owner = "VP Sales" },
        new() { Name = "Activation", Frequency = ReviewFrequency.Monthly },
        new() { Name = "Board", Frequency = ReviewFrequency.Quarterly },
    ];

    // Each week, month and quarter has its day, moved to the next business day.
    [Property(MaxTest = 50)]
    public void EachPeriodHasOneReview(int seed)
    {
        var random = new Random(seed);
        var calendar = new ReviewCalendar
        {
            Weekday = (IsoDayOfWeek)random.Next(1, 6),
            FiscalCalendar = FiscalCalendar.StartingIn(random.Next(1, 13)),
            Holidays = [.. Enumerable.Range(0, 40).Select(_ => new LocalDate(2027, 1, 1).PlusDays(random.Next(365)))],
        };
        ValueList<ScheduledReview> year = CadenceCalculator.Schedule(Reviews, DateSpan.Year(2027), calendar);

        Assert.Equal(Expected(calendar, _ => true), Days(year, "Blockers"));
        Assert.Equal(Moved(calendar, day => day.DayOfWeek == calendar.Weekday), Days(year, "Council"));
        Assert.Equal(
            Moved(calendar, day => day.DayOfWeek == calendar.Weekday && day.Day <= 7), Days(year, "Activation"));
        Assert.Equal(
            Moved(
                calendar,
                day => day.DayOfWeek == calendar.Weekday && day.Day <= 7
                    && calendar.FiscalCalendar.QuarterOf(day) != calendar.FiscalCalendar.QuarterOf(day.PlusDays(-7))),
            Days(year, "Board"));
    }

    [Fact]
    public void AReviewOnAHolidayIsOnTheNextBusinessDay()
    {
        var calendar = new ReviewCalendar
        {
            Weekday = IsoDayOfWeek.Friday, Holidays = [new(2027, 1, 1), new(2027, 1, 4)],
        };
        ValueList<ScheduledReview> days = CadenceCalculator.Schedule(
            Reviews.Skip(1), DateSpan.Between(new(2027, 1, 2), new(2027, 1, 8)), calendar);

        Assert.Equal(
            ["2027-01-05 Weekly: Council (VP Sales)", "2027-01-05 Monthly: Activation", "2027-01-05 Quarterly: Board"],
            days.Select(review => review.ToString()));
    }

    [Fact]
    public void StepsAreDueFromTheirFirstDayOn()
    {
        RolloutStep[] steps =
            [RolloutStep.Of("Baselines", 1, 30), RolloutStep.Of("Playbook", 31, 60), RolloutStep.Of("Pay", 61, 90)];
        LocalDate start = new(2027, 3, 1);

        Assert.Empty(CadenceCalculator.DueSteps(steps, start, start.PlusDays(-1)));
        Assert.Equal(steps[..1], CadenceCalculator.DueSteps(steps, start, start));
        Assert.Equal(steps[..1], CadenceCalculator.DueSteps(steps, start, start.PlusDays(29)));
        Assert.Equal(steps[..2], CadenceCalculator.DueSteps(steps, start, start.PlusDays(30)));
        Assert.Equal(steps, CadenceCalculator.DueSteps(steps, start, start.PlusDays(400)));
    }

    [Fact]
    public void RefusalsNameTheValue()
    {
        Refusal.With(
            "Weekday was Sunday; Monday to Friday is expected.",
            () => new ReviewCalendar { Weekday = IsoDayOfWeek.Sunday });
        Refusal.With("lastDay was 30; 31 to 3,660 is expected.", () => RolloutStep.Of("Playbook", 31, 30));
        Refusal.Any<ArgumentException>(() => CadenceCalculator.Schedule(Reviews, DateSpan.From(new(2027, 1, 1))));
        Refusal.Any<ArgumentException>(() => CadenceCalculator.Schedule(
            Reviews, DateSpan.Between(new(2027, 1, 1), new(2047, 1, 1))));
        Refusal.By<ArgumentNullException>("reviews", () => CadenceCalculator.Schedule([null!], DateSpan.Year(2027)));
        Refusal.By<ArgumentNullException>(
            "steps", () => CadenceCalculator.DueSteps([null!], new(2027, 1, 1), new(2027, 1, 1)));
    }

    private static LocalDate[] Days(ValueList<ScheduledReview> schedule, string name) =>
        [.. schedule.Where(review => review.Review.Name == name).Select(review => review.Date)];

    private static LocalDate[] Expected(ReviewCalendar calendar, Func<LocalDate, bool> isRegular) =>
        [.. Year().Where(day => IsBusinessDay(calendar, day) && isRegular(day))];

    // Regular days of a few days before the year can move into it.
    private static LocalDate[] Moved(ReviewCalendar calendar, Func<LocalDate, bool> isRegular) =>
    [
        .. Enumerable.Range(-60, 60 + 365).Select(day => new LocalDate(2027, 1, 1).PlusDays(day))
            .Where(isRegular)
            .Select(day =>
            {
                while (!IsBusinessDay(calendar, day))
                {
                    day = day.PlusDays(1);
                }

                return day;
            })
            .Distinct()
            .Where(day => day.Year == 2027),
    ];

    private static IEnumerable<LocalDate> Year() =>
        Enumerable.Range(0, 365).Select(day => new LocalDate(2027, 1, 1).PlusDays(day));

    private static bool IsBusinessDay(ReviewCalendar calendar, LocalDate day) =>
        day.DayOfWeek is not (IsoDayOfWeek.Saturday or IsoDayOfWeek.Sunday) && !calendar.Holidays.Contains(day);
}
