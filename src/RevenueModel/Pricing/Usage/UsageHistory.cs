using System.Text.Json.Serialization;
using Ardalis.GuardClauses;
using NodaTime;
using RevenueModel.Primitives;

namespace RevenueModel.Pricing;

/// <summary>The usage of a customer, month by month.</summary>
/// <remarks>
/// Immutable; equal by value. Created by <see cref="Of(string, YearMonth, ReadOnlySpan{MeterSeries})"/>. All series
/// have the same months. A month without usage is a zero.
/// </remarks>
[JsonConverter(typeof(JsonCompanionRequired))]
public sealed record UsageHistory
{
    private const int MaxYear = 9999;

    private UsageHistory(string customer, YearMonth start, ValueList<MeterSeries> series)
    {
        Customer = customer;
        Start = start;
        Series = series;
    }

    /// <summary>Gets the name of the customer.</summary>
    public string Customer { get; }

    /// <summary>Gets the first month.</summary>
    public YearMonth Start { get; }

    /// <summary>Gets the month in which the contract began. Ramped and yearly commitments count from it. Default: the
    /// first month of the history.</summary>
    /// <exception cref="ArgumentException">It is after the first month.</exception>
    public YearMonth ContractStart
    {
        get => field == default ? Start : field;
        init => field = RequireContract(value, nameof(ContractStart));
    }

    /// <summary>Gets the series of each meter.</summary>
    public ValueList<MeterSeries> Series { get; }

    /// <summary>Gets the number of months.</summary>
    public int Months => Series[0].Quantities.Count;

    /// <summary>Creates a history of one or more meters.</summary>
    /// <param name="customer">The name of the customer.</param>
    /// <param name="start">The first month.</param>
    /// <param name="series">A series for each meter, at least one. All have the same months, at least one.</param>
    /// <returns>The history.</returns>
    /// <exception cref="ArgumentException">There is no series or month, the lengths differ, a meter is duplicated, or
    /// the last month is after the year 9999.</exception>
    public static UsageHistory Of(string customer, YearMonth start, params ReadOnlySpan<MeterSeries> series)
    {
        Guard.Against.Blank(customer);
        ValueList<MeterSeries> all = DomainGuards.RequireDistinct(
            ValueList.Create(series), static one => one.Meter, nameof(series), "meter");
        foreach (MeterSeries one in all)
        {
            if (one.Quantities.Count != all[0].Quantities.Count)
            {
                throw new ArgumentException(
                    Invariant($"{customer} had {one.Quantities.Count} months of \"{one.Meter}\" and ")
                        + Invariant($"{all[0].Quantities.Count} of \"{all[0].Meter}\"; ")
                        + "the same months of all are expected.",
                    nameof(series));
            }
        }

        if (all.IsEmpty || all[0].Quantities.IsEmpty)
        {
            throw new ArgumentException(
                $"{customer} had no month of usage; at least one is expected.", nameof(series));
        }

        int monthsLeft = ((MaxYear - start.Year) * 12) + 12 - start.Month;
        return all[0].Quantities.Count - 1 <= monthsLeft
            ? new UsageHistory(customer, start, all)
            : throw DomainGuards.OutOfRange(
                nameof(start),
                Invariant($"{start:uuuu-MM}"),
                Invariant($"a month from which {all[0].Quantities.Count} months end by {MaxYear}-12"));
    }

    /// <summary>Creates a history of one or more meters.</summary>
    /// <param name="customer">The name of the customer.</param>
    /// <param name="start">The first month.</param>
    /// <param name="series">A series for each meter, at least one. All have the same months, at least one.</param>
    /// <param name="contractStart">The month in which the contract began, up to <paramref name="start"/>. Default:
    /// <paramref name="start"/>.</param>
    /// <returns>The history.</returns>
    /// <exception cref="ArgumentException">There is no series or month, the lengths differ, a meter is duplicated, the
    /// last month is after the year 9999, or the contract began after the first month.</exception>
    public static UsageHistory Of(
        string customer, YearMonth start, IEnumerable<MeterSeries> series, YearMonth? contractStart = null) =>
        Of(customer, start, series.AsItems()).WithContract(contractStart, nameof(contractStart));

    /// <summary>Creates a history of one meter.</summary>
    /// <param name="customer">The name of the customer.</param>
    /// <param name="start">The first month.</param>
    /// <param name="meter">The name of the meter.</param>
    /// <param name="quantities">The usage of each month, in order, zero or more; at least one month.</param>
    /// <returns>The history.</returns>
    /// <exception cref="ArgumentException">A name is empty, a quantity is negative, or there is no month.</exception>
    public static UsageHistory Of(
        string customer,
        YearMonth start,
        string meter,
        params ReadOnlySpan<decimal> quantities)
    {
        Guard.Against.Blank(customer);
        return quantities.IsEmpty
            ? throw new ArgumentException(
                $"{customer} had no month of usage; at least one is expected.", nameof(quantities))
            : Of(customer, start, MeterSeries.Of(meter, quantities));
    }

    /// <summary>Creates a history of one meter.</summary>
    /// <param name="customer">The name of the customer.</param>
    /// <param name="start">The first month.</param>
    /// <param name="meter">The name of the meter.</param>
    /// <param name="quantities">The usage of each month, in order, zero or more; at least one month.</param>
    /// <param name="contractStart">The month in which the contract began, up to <paramref name="start"/>. Default:
    /// <paramref name="start"/>.</param>
    /// <returns>The history.</returns>
    /// <exception cref="ArgumentException">A name is empty, a quantity is negative, there is no month, or the contract
    /// began after the first month.</exception>
    public static UsageHistory Of(
        string customer,
        YearMonth start,
        string meter,
        IEnumerable<decimal> quantities,
        YearMonth? contractStart = null) =>
        Of(customer, start, meter, quantities.AsItems()).WithContract(contractStart, nameof(contractStart));

    /// <summary>Finds the series of a meter, ignoring case.</summary>
    /// <param name="meter">The name of the meter.</param>
    /// <returns>The series, or <see langword="null"/> if the history has none of that name.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="meter"/> is null.</exception>
    public MeterSeries? Find(string meter)
    {
        Guard.Against.Null(meter);
        return NameLookup.Find(Series.AsSpan(), meter, static one => one.Meter);
    }

    /// <summary>Returns whether both have equal usage of the same months by the same customer.</summary>
    /// <param name="other">The other history; may be null.</param>
    /// <returns><see langword="true"/> if they are equal.</returns>
    public bool Equals(UsageHistory? other) =>
        other is not null
        && Customer == other.Customer
        && Start == other.Start
        && ContractStart == other.ContractStart
        && Series == other.Series;

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Customer, Start, Series);

    /// <summary>Returns a readable description, the same in every culture.</summary>
    public override string ToString() =>
        Invariant($"{Customer}: {Plural.Of(Months, "month")} from {Start:uuuu-MM} of ")
            + string.Join(", ", Series.Select(one => one.Meter));

    private UsageHistory WithContract(YearMonth? start, string name) =>
        start is { } month ? this with { ContractStart = RequireContract(month, name) } : this;

    private YearMonth RequireContract(YearMonth start, string name) => start <= Start
        ? start
        : throw DomainGuards.OutOfRange(
            name,
            Invariant($"{start:uuuu-MM}"),
            Invariant($"a month up to the first of the history, {Start:uuuu-MM},"));
}
