using Ardalis.GuardClauses;
using RevenueModel.Primitives;

namespace RevenueModel.Statistics;

/// <summary>Counts subjects by time: the step before each survival estimate.</summary>
public static class SurvivalTableCalculator
{
    /// <summary>Counts subjects by time.</summary>
    /// <param name="subjects">The subjects in any order, at least one with a weight above zero.</param>
    /// <returns>The table.</returns>
    /// <exception cref="ArgumentException">There is no subject with a weight, an entry is not before the time of its
    /// subject, or the weights sum to more than 10^18.</exception>
    /// <remarks>
    /// At equal times, events come before censorings, and censorings before entries: who is censored at a time is at
    /// risk at that time, and who enters at a time is at risk after it. A subject without an entry is at risk from the
    /// start, so that its event at time zero counts.
    /// </remarks>
    /// <example><code>
    /// SurvivalTable table = SurvivalTableCalculator.Tabulate(
    /// [
    ///     new SurvivalSubject { Time = 5, Cause = 1 },
    ///     new SurvivalSubject { Time = 8, Cause = 1, Weight = 2 },
    ///     new SurvivalSubject { Time = 12 },
    /// ]);
    /// Console.WriteLine(table); // 4 subjects, 3 events, 4 times to 12
    /// </code></example>
    public static SurvivalTable Tabulate(ReadOnlySpan<SurvivalSubject> subjects) =>
        SurvivalTally.Count(subjects, nameof(subjects));

    /// <inheritdoc cref="Tabulate(ReadOnlySpan{SurvivalSubject})"/>
    public static SurvivalTable Tabulate(IEnumerable<SurvivalSubject> subjects) => Tabulate(subjects.AsItems());

    /// <summary>Counts many subjects by time, from columns in one pass.</summary>
    /// <param name="columns">The columns, with at least one row of a weight above zero.</param>
    /// <returns>The table, the same as that of records.</returns>
    /// <exception cref="ArgumentException">There is no row with a weight, the columns have different lengths, a value
    /// is outside its range, or the weights sum to more than 10^18.</exception>
    public static SurvivalTable Tabulate(SurvivalColumns columns) => SurvivalCounter.Count(columns, nameof(columns));

    /// <summary>Adds the tables of parts, such as those of regions or of threads.</summary>
    /// <param name="tables">The tables in any order, at least one.</param>
    /// <returns>The table of all subjects, the same to the last bit for any cut into parts.</returns>
    /// <exception cref="ArgumentException">There is no table, or the weights sum to more than 10^18.</exception>
    public static SurvivalTable Merge(params ReadOnlySpan<SurvivalTable> tables) =>
        SurvivalTally.Merge(tables, nameof(tables));

    /// <inheritdoc cref="Merge(ReadOnlySpan{SurvivalTable})"/>
    public static SurvivalTable Merge(IEnumerable<SurvivalTable> tables) => Merge(tables.AsItems());

    /// <summary>Returns the table in which one cause is the only event, as cause 1, and other causes count as
    /// censored.</summary>
    /// <param name="table">The table.</param>
    /// <param name="cause">The cause, between 1 and 255.</param>
    /// <returns>The table for estimates of the hazard of that cause. Its Kaplan-Meier curve is not the share of
    /// subjects with the event: <see cref="CumulativeIncidenceCalculator"/> estimates that.</returns>
    /// <exception cref="ArgumentException">The cause is outside its range.</exception>
    public static SurvivalTable OfCause(SurvivalTable table, int cause)
    {
        Guard.Against.Null(table);
        if (cause is < 1 or > SurvivalGuards.MaxCauses)
        {
            throw DomainGuards.OutOfRange(nameof(cause), cause, "a cause between 1 and 255");
        }

        var rows = new SurvivalRow[table.Rows.Count];
        for (int i = 0; i < rows.Length; i++)
        {
            SurvivalRow row = table.Rows[i];
            decimal events = row.EventsOf(cause);
            rows[i] = row with { Events = [events], Censored = row.Censored + row.EventTotal - events };
        }

        return SurvivalTable.Of(ValueList.Own(rows), nameof(table));
    }
}
