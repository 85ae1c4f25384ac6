using System.Text.Json.Serialization;
using RevenueModel.Primitives;

namespace RevenueModel.Retention;

/// <summary>The interval for which the amount of a subscription is stated: a number of weeks or months.</summary>
/// <remarks>
/// Immutable; equal by value. The default value is one month. A year has 12 months and 52 weeks, so that a month has
/// 52/12 weeks, as in the MRR of subscription-analytics tools.
/// </remarks>
[JsonConverter(typeof(JsonCompanionRequired))]
public readonly record struct RecurringInterval
{
    private const int MaxMonths = 1_200;
    private const int MaxWeeks = 5_200;
    private const int MonthsPerYear = 12;
    private const int WeeksPerYear = 52;

    private readonly int _countLessOne; // so that the default value is one month

    private RecurringInterval(int count, bool isInWeeks)
    {
        _countLessOne = count - 1;
        IsInWeeks = isInWeeks;
    }

    /// <summary>Gets the interval of a week.</summary>
    public static RecurringInterval Weekly => new(1, isInWeeks: true);

    /// <summary>Gets the interval of a month. The default.</summary>
    public static RecurringInterval Monthly => default;

    /// <summary>Gets the interval of three months.</summary>
    public static RecurringInterval Quarterly => new(3, isInWeeks: false);

    /// <summary>Gets the interval of twelve months.</summary>
    public static RecurringInterval Annual => new(MonthsPerYear, isInWeeks: false);

    /// <summary>Gets the number of weeks or months, 1 or more.</summary>
    public int Count => _countLessOne + 1;

    /// <summary>Gets whether the interval is a number of weeks.</summary>
    public bool IsInWeeks { get; }

    /// <summary>Gets the number of weeks or months in a year, by which <see cref="Count"/> is divided.</summary>
    internal int UnitsPerYear => IsInWeeks ? WeeksPerYear : MonthsPerYear;

    /// <summary>Creates an interval of weeks.</summary>
    /// <param name="count">The number of weeks, between 1 and 5,200.</param>
    /// <returns>The interval.</returns>
    /// <exception cref="ArgumentException">The number is outside its range.</exception>
    public static RecurringInterval Weeks(int count) => Of(count, MaxWeeks, isInWeeks: true, unitsEach: 1);

    /// <summary>Creates an interval of months.</summary>
    /// <param name="count">The number of months, between 1 and 1,200.</param>
    /// <returns>The interval.</returns>
    /// <exception cref="ArgumentException">The number is outside its range.</exception>
    public static RecurringInterval Months(int count) => Of(count, MaxMonths, isInWeeks: false, unitsEach: 1);

    /// <summary>Creates an interval of years, as for a multi-year amount.</summary>
    /// <param name="count">The number of years, between 1 and 100.</param>
    /// <returns>The interval, in months.</returns>
    /// <exception cref="ArgumentException">The number is outside its range.</exception>
    public static RecurringInterval Years(int count) =>
        Of(count, MaxMonths / MonthsPerYear, isInWeeks: false, MonthsPerYear);

    /// <summary>Returns the length: <c>1 month</c>, <c>2 weeks</c>, <c>3 years</c>.</summary>
    public override string ToString() => IsInWeeks ? Plural.Of(Count, "week")
        : Count % MonthsPerYear == 0 ? Plural.Of(Count / MonthsPerYear, "year")
        : Plural.Of(Count, "month");

    private static RecurringInterval Of(int count, int most, bool isInWeeks, int unitsEach) =>
        count >= 1 && count <= most
            ? new RecurringInterval(count * unitsEach, isInWeeks)
            : throw DomainGuards.OutOfRange(nameof(count), count, Invariant($"a number between 1 and {most:#,0}"));
}
