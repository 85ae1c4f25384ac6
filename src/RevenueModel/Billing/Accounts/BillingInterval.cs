using System.Text.Json.Serialization;
using NodaTime;
using RevenueModel.Primitives;

namespace RevenueModel.Billing;

/// <summary>The length of a billing period: a number of months or of days.</summary>
/// <remarks>
/// Immutable; equal by value. The default value is one month. Periods are counted from an anchor day, not from the end
/// of the period before. Monthly periods anchored on January 31 start on January 31, February 28 (or 29), March 31.
/// </remarks>
[JsonConverter(typeof(JsonCompanionRequired))]
public readonly record struct BillingInterval
{
    private const int DaysPerWeek = 7;
    private const int MonthsPerYear = 12;
    private const int MaxCount = 10_000;

    private readonly int _countLessOne; // so that the default value is one month

    private BillingInterval(int count, BillingUnit unit)
    {
        _countLessOne = count - 1;
        Unit = unit;
    }

    /// <summary>Gets the number of units, between 1 and 10,000.</summary>
    public int Count => _countLessOne + 1;

    /// <summary>Gets the unit.</summary>
    public BillingUnit Unit { get; }

    /// <summary>Creates an interval of years.</summary>
    /// <param name="count">The number of years, between 1 and 833.</param>
    /// <returns>The interval, in months.</returns>
    /// <exception cref="ArgumentException">The number is outside its range.</exception>
    public static BillingInterval Years(int count) => Of(count, MonthsPerYear, BillingUnit.Month);

    /// <summary>Creates an interval of months.</summary>
    /// <param name="count">The number of months, between 1 and 10,000.</param>
    /// <returns>The interval.</returns>
    /// <exception cref="ArgumentException">The number is outside its range.</exception>
    public static BillingInterval Months(int count) => Of(count, 1, BillingUnit.Month);

    /// <summary>Creates an interval of weeks.</summary>
    /// <param name="count">The number of weeks, between 1 and 1,428.</param>
    /// <returns>The interval, in days.</returns>
    /// <exception cref="ArgumentException">The number is outside its range.</exception>
    public static BillingInterval Weeks(int count) => Of(count, DaysPerWeek, BillingUnit.Day);

    /// <summary>Creates an interval of days.</summary>
    /// <param name="count">The number of days, between 1 and 10,000.</param>
    /// <returns>The interval.</returns>
    /// <exception cref="ArgumentException">The number is outside its range.</exception>
    public static BillingInterval Days(int count) => Of(count, 1, BillingUnit.Day);

    /// <summary>Returns the period that a day belongs to.</summary>
    /// <param name="anchor">The day from which periods are counted.</param>
    /// <param name="day">The day; it may be before the anchor.</param>
    /// <returns>The period, with its end exclusive.</returns>
    /// <exception cref="ArgumentException">The period is outside the years 1 to 9999.</exception>
    public DateSpan PeriodOf(LocalDate anchor, LocalDate day)
    {
        int index = IndexOf(anchor, day);
        return DateSpan.Between(StartOf(anchor, index), StartOf(anchor, index + 1));
    }

    /// <summary>Returns the position of the period that a day belongs to; zero for the period that starts with the
    /// anchor.</summary>
    internal int IndexOf(LocalDate anchor, LocalDate day)
    {
        int units = Unit == BillingUnit.Month
            ? ((day.Year - anchor.Year) * MonthsPerYear) + day.Month - anchor.Month
            : Period.DaysBetween(anchor, day);
        int index = units >= 0 ? units / Count : ((units + 1) / Count) - 1;
        return StartOf(anchor, index) > day ? index - 1 : index;
    }

    /// <summary>Returns the first day of a period by its position.</summary>
    internal LocalDate StartOf(LocalDate anchor, int index)
    {
        try
        {
            return Unit == BillingUnit.Month ? anchor.PlusMonths(index * Count) : anchor.PlusDays(index * Count);
        }
        catch (Exception outside) when (outside is OverflowException or ArgumentOutOfRangeException)
        {
            throw new ArgumentException(
                Invariant($"anchor was {anchor:R}; a day whose period {index + 1} of {this} is within the years 1 ")
                    + "to 9999 is expected.",
                nameof(anchor),
                outside);
        }
    }

    /// <summary>Returns whether this interval consists of whole periods of another one.</summary>
    internal bool IsMultipleOf(BillingInterval other) => Unit == other.Unit && Count % other.Count == 0;

    /// <summary>Returns the length: <c>1 month</c>, <c>2 weeks</c>, <c>30 days</c>.</summary>
    public override string ToString() => Unit switch
    {
        BillingUnit.Month => Plural.Of(Count, "month"),
        _ when Count % DaysPerWeek == 0 => Plural.Of(Count / DaysPerWeek, "week"),
        _ => Plural.Of(Count, "day"),
    };

    private static BillingInterval Of(int count, int unitsEach, BillingUnit unit) =>
        count >= 1 && count <= MaxCount / unitsEach
            ? new BillingInterval(count * unitsEach, unit)
            : throw DomainGuards.OutOfRange(nameof(count), count, "a number between 1 and "
                + Invariant($"{MaxCount / unitsEach}"));
}

/// <summary>The unit of a <see cref="BillingInterval"/>.</summary>
public enum BillingUnit
{
    /// <summary>A calendar month. The default.</summary>
    Month = 0,

    /// <summary>A day.</summary>
    Day = 1,
}
