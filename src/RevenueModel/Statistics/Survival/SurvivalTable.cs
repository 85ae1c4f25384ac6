using System.Text.Json.Serialization;
using Ardalis.GuardClauses;
using RevenueModel.Primitives;

namespace RevenueModel.Statistics;

/// <summary>Subjects counted by time: entries, events by cause and censorings. Each survival estimate starts from
/// it.</summary>
/// <remarks>
/// Immutable; equal by value. Counts are exact, so that tables of parts merge to the table of the whole, in any order.
/// Created by <see cref="Of(ReadOnlySpan{SurvivalRow})"/> or by <see cref="SurvivalTableCalculator"/>.
/// </remarks>
[JsonConverter(typeof(JsonCompanionRequired))]
public sealed record SurvivalTable
{
    private SurvivalTable(ValueList<SurvivalRow> rows)
    {
        Rows = rows;
        foreach (SurvivalRow row in rows)
        {
            CauseCount = Math.Max(CauseCount, row.Events.Count);
        }
    }

    /// <summary>Gets the rows in ascending order of time; at least one.</summary>
    public ValueList<SurvivalRow> Rows { get; }

    /// <summary>Gets the highest cause that has events, or zero if there are no events.</summary>
    public int CauseCount { get; }

    /// <summary>Gets the last time with an event or a censoring.</summary>
    public decimal LastTime
    {
        get
        {
            for (int i = Rows.Count - 1; i >= 0; i--)
            {
                if (Rows[i].Censored > 0m || !Rows[i].Events.IsEmpty)
                {
                    return Rows[i].Time;
                }
            }

            return 0m;
        }
    }

    /// <summary>Gets the weight of all subjects.</summary>
    public decimal Subjects
    {
        get
        {
            decimal total = 0m;
            foreach (SurvivalRow row in Rows)
            {
                total += row.Entered;
            }

            return total;
        }
    }

    /// <summary>Gets the weight of all events.</summary>
    public decimal Events
    {
        get
        {
            decimal total = 0m;
            foreach (SurvivalRow row in Rows)
            {
                total += row.EventTotal;
            }

            return total;
        }
    }

    /// <summary>Creates a table from its rows.</summary>
    /// <param name="rows">The rows in ascending order of time, at least one. At no time do more subjects leave than
    /// are at risk, and in the end all have left.</param>
    /// <returns>The table.</returns>
    /// <exception cref="ArgumentException">There is no row, the order is not ascending, more subjects leave than are
    /// at risk, some never leave, or the weights sum to more than 10^18.</exception>
    public static SurvivalTable Of(params ReadOnlySpan<SurvivalRow> rows) => Of(ValueList.Create(rows), nameof(rows));

    /// <inheritdoc cref="Of(ReadOnlySpan{SurvivalRow})"/>
    public static SurvivalTable Of(IEnumerable<SurvivalRow> rows) =>
        Of(ValueList.Create(rows.AsItems()), nameof(rows));

    /// <summary>Returns the number of subjects, events and times.</summary>
    public override string ToString()
    {
        string times = Plural.Of(Rows.Count, "time");
        return Invariant($"{Subjects:#,0.####} subjects, {Events:#,0.####} events, {times} to {LastTime:0.####}");
    }

    internal static SurvivalTable Of(ValueList<SurvivalRow> rows, string name)
    {
        if (rows.IsEmpty)
        {
            throw new ArgumentException($"{name} had no row; at least one is expected.", name);
        }

        decimal last = -1m;
        decimal total = 0m;
        foreach (SurvivalRow row in rows)
        {
            Guard.Against.Null(row, name);
            if (row.Time <= last)
            {
                throw DomainGuards.OutOfRange(
                    name, Invariant($"time {row.Time} after {last}"), "an ascending order of times");
            }

            last = row.Time;
            total += row.Entered;
            if (total > SurvivalGuards.MaxWeight)
            {
                throw DomainGuards.OutOfRange(name, Invariant($"of weight {total}"), "a sum of at most 10^18");
            }
        }

        RequireRisk(rows, name);
        return new SurvivalTable(rows);
    }

    private static void RequireRisk(ValueList<SurvivalRow> rows, string name)
    {
        decimal staying = 0m;
        foreach (SurvivalRow row in rows)
        {
            decimal atRisk = row.Time == 0m ? row.Entered : staying;
            decimal leaving = row.EventTotal + row.Censored;
            if (leaving > atRisk)
            {
                throw DomainGuards.OutOfRange(
                    name,
                    Invariant($"{leaving} events and censorings at time {row.Time}"),
                    Invariant($"at most the {atRisk} at risk"));
            }

            staying = atRisk - leaving + (row.Time == 0m ? 0m : row.Entered);
        }

        if (staying != 0m)
        {
            throw DomainGuards.OutOfRange(
                name, Invariant($"{staying} after the last time"), "an event or a censoring of each subject");
        }
    }
}
