using Ardalis.GuardClauses;
using NodaTime;
using RevenueModel.Primitives;

namespace RevenueModel.Kpis;

/// <summary>Follows pilots day by day: false-positive rate, asset-discovery completeness, and events that touched the
/// process.</summary>
public static class PocHealthCalculator
{
    /// <summary>Measures the health of each pilot.</summary>
    /// <param name="readings">The readings, in any order; at most one for a pilot and day.</param>
    /// <param name="asOf">The last day that is read; later readings are ignored.</param>
    /// <returns>The pilots with a reading through the day, in the order of ids.</returns>
    /// <exception cref="ArgumentException">A pilot has two readings of a day, more false alerts than alerts, or more
    /// assets found than there are.</exception>
    /// <example><code>
    /// PocReading reading = new()
    /// {
    ///     Poc = "P1", Day = new LocalDate(2027, 3, 10), Alerts = 40, FalseAlerts = 4, AssetsFound = 60,
    ///     AssetsTotal = 100,
    /// };
    /// PocHealth health = PocHealthCalculator.Measure([reading], reading.Day)[0];
    /// Console.WriteLine(health); // P1 through 2027-03-10: 10.0% false alerts, 60.0% of assets, 0 process events
    /// </code></example>
    public static ValueList<PocHealth> Measure(ReadOnlySpan<PocReading> readings, LocalDate asOf)
    {
        var last = new SortedDictionary<string, PocReading>(StringComparer.Ordinal);
        var sums = new Dictionary<string, (long Alerts, long False, long Events)>(StringComparer.Ordinal);
        var seen = new HashSet<(string, LocalDate)>();
        foreach (PocReading reading in readings)
        {
            Require(reading, seen, nameof(readings));
            if (reading.Day > asOf)
            {
                continue;
            }

            (long alerts, long wrong, long events) = sums.GetValueOrDefault(reading.Poc);
            try
            {
                sums[reading.Poc] = checked(
                    (alerts + reading.Alerts, wrong + reading.FalseAlerts, events + reading.ProcessEvents));
            }
            catch (OverflowException overflow)
            {
                throw DomainGuards.Overflow(
                    Invariant($"The counts of POC \"{reading.Poc}\""), nameof(readings), overflow);
            }

            if (!last.TryGetValue(reading.Poc, out PocReading? latest) || latest.Day < reading.Day)
            {
                last[reading.Poc] = reading;
            }
        }

        var pilots = new PocHealth[last.Count];
        int count = 0;
        foreach ((string poc, PocReading reading) in last)
        {
            (long alerts, long wrong, long events) = sums[poc];
            pilots[count++] = new PocHealth
            {
                Poc = poc,
                LastDay = reading.Day,
                Alerts = alerts,
                FalseAlerts = wrong,
                AssetCompleteness =
                    reading.AssetsTotal == 0 ? null : (decimal)reading.AssetsFound / reading.AssetsTotal,
                ProcessEvents = events,
            };
        }

        return ValueList.Own(pilots);
    }

    /// <inheritdoc cref="Measure(ReadOnlySpan{PocReading}, LocalDate)"/>
    public static ValueList<PocHealth> Measure(IEnumerable<PocReading> readings, LocalDate asOf) =>
        Measure(readings.AsItems(), asOf);

    /// <summary>Returns the readings of a day that have to be escalated on the same day: those with an event that
    /// touched the process.</summary>
    /// <param name="readings">The readings, in any order.</param>
    /// <param name="day">The day.</param>
    /// <returns>The readings in the order of pilots.</returns>
    /// <exception cref="ArgumentException">A reading is null.</exception>
    public static ValueList<PocReading> Escalations(ReadOnlySpan<PocReading> readings, LocalDate day)
    {
        var escalated = new List<PocReading>();
        foreach (PocReading reading in readings)
        {
            if (Guard.Against.Null(reading, nameof(readings)).Day == day && reading.ProcessEvents > 0)
            {
                escalated.Add(reading);
            }
        }

        escalated.Sort(static (one, other) => string.CompareOrdinal(one.Poc, other.Poc));
        return escalated.ToValueList();
    }

    /// <inheritdoc cref="Escalations(ReadOnlySpan{PocReading}, LocalDate)"/>
    public static ValueList<PocReading> Escalations(IEnumerable<PocReading> readings, LocalDate day) =>
        Escalations(readings.AsItems(), day);

    private static void Require(PocReading reading, HashSet<(string, LocalDate)> seen, string name)
    {
        if (!seen.Add((Guard.Against.Null(reading, name).Poc, reading.Day)))
        {
            throw new ArgumentException(
                Invariant($"{name} had POC \"{reading.Poc}\" twice on {reading.Day:R}; one reading is expected."),
                name);
        }

        if (reading.FalseAlerts > reading.Alerts)
        {
            throw new ArgumentException(
                Invariant($"{name} had POC \"{reading.Poc}\" on {reading.Day:R} with FalseAlerts ")
                    + Invariant($"{reading.FalseAlerts}; 0 to {reading.Alerts}, the alerts, is expected."),
                name);
        }

        if (reading.AssetsFound > reading.AssetsTotal)
        {
            throw new ArgumentException(
                Invariant($"{name} had POC \"{reading.Poc}\" on {reading.Day:R} with AssetsFound ")
                    + Invariant($"{reading.AssetsFound}; 0 to {reading.AssetsTotal}, the assets, is expected."),
                name);
        }
    }
}
