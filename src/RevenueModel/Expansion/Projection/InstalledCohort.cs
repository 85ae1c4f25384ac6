using System.Text.Json.Serialization;
using NodaTime;
using RevenueModel.Primitives;

namespace RevenueModel.Expansion;

/// <summary>The accounts of an installed base that started in one month, and the ARR that they have now.</summary>
/// <remarks>Immutable; equal by value. Created by <see cref="Of"/>. A single account is a cohort too.</remarks>
[JsonConverter(typeof(JsonCompanionRequired))]
public sealed record InstalledCohort
{
    private InstalledCohort(YearMonth start, decimal arr)
    {
        Start = start;
        Arr = arr;
    }

    /// <summary>Gets the month in which the accounts started.</summary>
    public YearMonth Start { get; }

    /// <summary>Gets the ARR of the accounts now.</summary>
    public decimal Arr { get; }

    /// <summary>Creates a cohort.</summary>
    /// <param name="start">The month in which the accounts started.</param>
    /// <param name="arr">The ARR of the accounts now, zero or more.</param>
    /// <returns>The cohort.</returns>
    /// <exception cref="ArgumentException">The ARR is negative; the message names the month.</exception>
    public static InstalledCohort Of(YearMonth start, decimal arr)
    {
        ExpansionGuards.CalendarMonths(start, 0, nameof(start));
        return arr >= 0m
            ? new InstalledCohort(start, arr)
            : throw DomainGuards.OutOfRange(
                nameof(arr), Invariant($"{arr} of the cohort of {start:uuuu-MM}"), "zero or more");
    }

    /// <summary>Returns the month and the ARR.</summary>
    public override string ToString() => Invariant($"{Start:uuuu-MM}: {Arr:#,0.##} ARR");
}
