using System.Text.Json.Serialization;
using Ardalis.GuardClauses;
using NodaTime;
using RevenueModel.Primitives;

namespace RevenueModel.Retention;

/// <summary>A reported period: its name and the months that it covers. A quarter or year that the report or the as-of
/// month cuts covers fewer months than its name says.</summary>
/// <remarks>Immutable; equal by value.</remarks>
[JsonConverter(typeof(JsonCompanionRequired))]
public sealed record BridgePeriod
{
    /// <summary>Creates a period.</summary>
    /// <param name="name">The name, such as <c>2027-Q1</c>; not blank.</param>
    /// <param name="first">The first month.</param>
    /// <param name="last">The last month; not before <paramref name="first"/>.</param>
    /// <exception cref="ArgumentException">The name is blank, or the last month is before the first one.</exception>
    public BridgePeriod(string name, YearMonth first, YearMonth last)
    {
        Name = Guard.Against.Blank(name);
        First = first;
        Last = last >= first
            ? last
            : throw DomainGuards.OutOfRange(nameof(last), last, Invariant($"{first} or a later month"));
    }

    /// <summary>Gets the name: <c>2027-01</c>, <c>2027-Q1</c> or <c>FY2027</c>.</summary>
    public string Name { get; }

    /// <summary>Gets the first month.</summary>
    public YearMonth First { get; }

    /// <summary>Gets the last month. Amounts at the end of the period are those at the end of this month.</summary>
    public YearMonth Last { get; }

    /// <summary>Gets the number of months, 1 or more.</summary>
    public int Months => MonthIndex.Of(Last) - MonthIndex.Of(First) + 1;

    /// <summary>Returns the name.</summary>
    public override string ToString() => Name;
}
