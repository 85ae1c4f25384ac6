using System.Text.Json.Serialization;
using Ardalis.GuardClauses;
using NodaTime;
using RevenueModel.Primitives;

namespace RevenueModel.Forecasting;

/// <summary>The speed of time for deals: it stops in freeze windows, and runs faster before the deadline of a
/// regulation.</summary>
/// <remarks>
/// <para>The clock days from one day to another are the sum of the speeds of the days <c>(from, to]</c>: 0 on a frozen
/// day, the multiplier on a day of a <see cref="DeadlinePull"/>, otherwise 1. A deal that is open at the end of
/// <c>from</c> and closes on <c>to</c> took that many days. Overlapping windows count once, a freeze takes precedence
/// over a pull, and the largest of several multipliers applies.</para>
/// <para>Immutable; equal by value. The default clock has no windows: it counts calendar days.</para>
/// </remarks>
[JsonConverter(typeof(JsonCompanionRequired))]
public sealed record DealClock
{
    /// <summary>Gets the freeze windows, zero or more; they may overlap. Default: none.</summary>
    public ValueList<FreezeWindow> Freezes { get; init => field = RequireItems(value, nameof(Freezes)); }

    /// <summary>Gets the pulls of deadlines, zero or more; they may overlap. Default: none, so that no deadline has an
    /// effect.</summary>
    public ValueList<DeadlinePull> Pulls { get; init => field = RequireItems(value, nameof(Pulls)); }

    /// <summary>Returns the clock days from one day to another.</summary>
    /// <param name="from">The day at whose end the count starts.</param>
    /// <param name="to">The last day that counts; not before <paramref name="from"/>.</param>
    /// <param name="scope">The scope of the deal. Default: only the windows for every deal apply, and no
    /// pull.</param>
    /// <returns>The number of clock days, zero or more.</returns>
    /// <exception cref="ArgumentException"><paramref name="to"/> is before <paramref name="from"/>.</exception>
    /// <example><code>
    /// var clock = new DealClock
    /// {
    ///     Freezes = [new() { Days = DateSpan.Between(new(2027, 12, 15), new(2028, 1, 5)), Scope = "Plant 4" }],
    ///     Pulls = [new() { Regulation = "NIS2", Days = DateSpan.Of(new YearMonth(2027, 11)), Multiplier = 1.5m }],
    /// };
    /// var scope = new DealScope { Names = ["Plant 4"], Regulation = "NIS2" };
    /// Console.WriteLine(clock.DaysBetween(new(2027, 10, 31), new(2027, 12, 31), scope)); // 59
    /// </code></example>
    public decimal DaysBetween(LocalDate from, LocalDate to, DealScope? scope = null)
    {
        if (to < from)
        {
            throw new ArgumentOutOfRangeException(
                nameof(to), Invariant($"to was {to:R}; {from:R} or a later day is expected."));
        }

        return ShortestDecimal.Of(new ClockLines(this).LineOf(scope).DaysBetween(from, to));
    }

    /// <summary>Returns the frozen days after a day, as numbers of days, for a <see cref="StageChain"/> whose periods
    /// are days.</summary>
    /// <param name="asOf">The day before the first one.</param>
    /// <param name="days">The number of days, between 0 and 100,000.</param>
    /// <param name="scope">The scope of the deal. Default: only the windows for every deal apply.</param>
    /// <returns>The numbers of the frozen days in ascending order; the day after <paramref name="asOf"/> is
    /// 1.</returns>
    /// <exception cref="ArgumentException"><paramref name="days"/> is outside its range, or the last day is after the
    /// year 9999.</exception>
    public ValueList<int> FrozenDays(LocalDate asOf, int days, DealScope? scope = null)
    {
        if (days is < 0 or > 100_000)
        {
            throw DomainGuards.OutOfRange(nameof(days), days, "0 to 100,000");
        }

        int possible = Period.DaysBetween(asOf, LocalDate.MaxIsoValue);
        if (days > possible)
        {
            throw DomainGuards.OutOfRange(
                nameof(days), days, Invariant($"at most {possible}, up to the year 9999 from {asOf:R},"));
        }

        ClockLine line = new ClockLines(this).LineOf(scope);
        var frozen = new List<int>();
        for (int day = 1; day <= days; day++)
        {
            if (line.DaysBetween(asOf.PlusDays(day - 1), asOf.PlusDays(day)) == 0m)
            {
                frozen.Add(day);
            }
        }

        return frozen.ToValueList();
    }

    /// <summary>Returns the number of windows.</summary>
    public override string ToString() =>
        Plural.Of(Freezes.Count, "freeze window") + ", " + Plural.Of(Pulls.Count, "deadline pull");

    private static ValueList<T> RequireItems<T>(ValueList<T> items, string name)
        where T : class
    {
        foreach (T item in items)
        {
            Guard.Against.Null(item, name);
        }

        return items;
    }
}
