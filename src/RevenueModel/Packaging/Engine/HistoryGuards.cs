using NodaTime;
using RevenueModel.Pricing;
using RevenueModel.Primitives;

namespace RevenueModel.Packaging;

/// <summary>Creates exceptions that name the history, the customer, the month and the position.</summary>
internal static class HistoryGuards
{
    // The parameter of methods with a single history, whose position is not stated.
    private const string OneHistory = "history";

    /// <summary>Rejects a null history, and names its position.</summary>
    /// <param name="history">The history.</param>
    /// <param name="position">The position, counted from zero.</param>
    /// <param name="name">The caller's parameter that holds the histories.</param>
    public static UsageHistory Required(UsageHistory? history, int position, string name) =>
        history
        ?? throw new ArgumentNullException(name, PlaceOf(position, name) + " was null; a history is expected.");

    /// <summary>Returns the text of a position, such as <c>histories[3]</c>.</summary>
    /// <param name="position">The position, counted from zero.</param>
    /// <param name="name">The caller's parameter that holds the histories.</param>
    public static string PlaceOf(int position, string name) =>
        name == OneHistory ? name : Invariant($"{name}[{position}]");

    /// <summary>Returns an exception for a history that also names its position.</summary>
    /// <param name="position">The position, counted from zero.</param>
    /// <param name="refused">The exception.</param>
    /// <param name="name">The caller's parameter that holds the histories.</param>
    public static ArgumentException At(int position, ArgumentException refused, string name) =>
        name == OneHistory || refused.ParamName != name
            ? refused
            : DomainGuards.Within(PlaceOf(position, name), refused, name);

    /// <summary>Returns the monthly usage of a meter.</summary>
    /// <param name="history">The usage of the customer.</param>
    /// <param name="meter">The meter.</param>
    /// <param name="use">The reason why it is needed, such as <c>, to which the cost refers</c>; may be empty.</param>
    /// <param name="name">The caller's parameter that holds the history.</param>
    /// <exception cref="ArgumentException">The history lacks the meter.</exception>
    public static ReadOnlySpan<decimal> SeriesOf(UsageHistory history, string meter, string use, string name) =>
        history.Find(meter) is { } series
            ? series.Quantities.AsSpan()
            : throw new ArgumentException(
                $"{history.Customer} had no usage of \"{meter}\"{use}; a series for it is expected.", name);

    /// <summary>Rejects a negative bill, and names the customer, the month and the position.</summary>
    /// <param name="bill">The bill.</param>
    /// <param name="customer">The customer.</param>
    /// <param name="start">The month of the first bill.</param>
    /// <param name="position">The position of the bill, counted from zero.</param>
    /// <param name="name">The caller's parameter that the bills come from.</param>
    public static decimal RequireBill(decimal bill, string customer, YearMonth start, int position, string name) =>
        bill >= 0m
            ? bill
            : throw new ArgumentOutOfRangeException(
                name,
                Invariant($"Customer \"{customer}\" in {start.PlusMonths(position):uuuu-MM}: ")
                    + Invariant($"{name}[{position}] was {bill}; zero or more is expected."));

    /// <summary>Rejects a negative value of a column, and names its position.</summary>
    /// <param name="value">The value.</param>
    /// <param name="position">The position in the column, counted from zero.</param>
    /// <param name="whole">The context of the value, such as the customer and the month; may be empty.</param>
    /// <param name="name">The caller's parameter that holds the column.</param>
    public static decimal RequireNotNegative(decimal value, int position, string whole, string name) =>
        value >= 0m
            ? value
            : throw new ArgumentOutOfRangeException(
                name, whole + Invariant($"{name}[{position}] was {value}; zero or more is expected."));
}
