using System.Text.Json.Serialization;
using NodaTime;
using RevenueModel.Primitives;

namespace RevenueModel.Organization;

/// <summary>The days on which a company holds its reviews.</summary>
/// <remarks>Immutable; equal by value.</remarks>
[JsonConverter(typeof(JsonCompanionRequired))]
public sealed record ReviewCalendar
{
    /// <summary>Gets the day of weekly, monthly and quarterly reviews, Monday to Friday. A monthly review is on the
    /// first such day of a month, a quarterly one on the first such day of a fiscal quarter. Default:
    /// Monday.</summary>
    public IsoDayOfWeek Weekday
    {
        get;
        init => field = value is >= IsoDayOfWeek.Monday and <= IsoDayOfWeek.Friday
            ? value
            : throw DomainGuards.OutOfRange(nameof(Weekday), value, "Monday to Friday");
    } = IsoDayOfWeek.Monday;

    /// <summary>Gets the fiscal calendar of quarterly reviews. Default: calendar quarters.</summary>
    public FiscalCalendar FiscalCalendar { get; init; }

    /// <summary>Gets the days, beside Saturdays and Sundays, on which no review is held. A review that falls on one is
    /// held on the next business day. Default: none.</summary>
    public ValueList<LocalDate> Holidays { get; init; }

    /// <summary>Returns the weekday and the number of holidays.</summary>
    public override string ToString() =>
        Invariant($"{Weekday}s, {Plural.Of(Holidays.Count, "holiday")}, {FiscalCalendar}");
}
