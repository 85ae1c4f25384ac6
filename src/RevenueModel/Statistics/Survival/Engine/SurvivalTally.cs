using System.Runtime.InteropServices;
using RevenueModel.Primitives;

namespace RevenueModel.Statistics;

/// <summary>Adds exact weights by time and cause.</summary>
internal sealed class SurvivalTally
{
    private readonly decimal[] _times;
    private readonly int _causes;
    private readonly decimal[] _entered;
    private readonly decimal[] _censored;
    private readonly decimal[] _events;

    private SurvivalTally(decimal[] times, int causes)
    {
        _times = times;
        _causes = causes;
        _entered = new decimal[times.Length];
        _censored = new decimal[times.Length];
        _events = new decimal[times.Length * causes];
    }

    /// <summary>Counts subjects.</summary>
    public static SurvivalTable Count(ReadOnlySpan<SurvivalSubject> subjects, string name)
    {
        var times = new List<decimal>(subjects.Length);
        int causes = 0;
        for (int i = 0; i < subjects.Length; i++)
        {
            SurvivalSubject subject = subjects[i]
                ?? throw new ArgumentNullException(name, Invariant($"{name} had null at {i}; a subject is expected."));
            if (subject.Entry >= subject.Time && subject.Entry > 0m)
            {
                throw DomainGuards.Within(
                    Invariant($"{name} at {i}"),
                    DomainGuards.OutOfRange(
                        nameof(SurvivalSubject.Entry), subject.Entry, Invariant($"a time before {subject.Time}")),
                    name);
            }

            times.Add(subject.Time);
            times.Add(subject.Entry);
            causes = Math.Max(causes, subject.Cause);
        }

        var tally = new SurvivalTally(Distinct(times), causes);
        foreach (SurvivalSubject subject in subjects)
        {
            tally._entered[tally.Find(subject.Entry)] += subject.Weight;
            int end = tally.Find(subject.Time);
            if (subject.Cause == 0)
            {
                tally._censored[end] += subject.Weight;
            }
            else
            {
                tally._events[(end * causes) + subject.Cause - 1] += subject.Weight;
            }
        }

        return tally.ToTable(name);
    }

    /// <summary>Adds tables.</summary>
    public static SurvivalTable Merge(ReadOnlySpan<SurvivalTable> tables, string name)
    {
        var times = new List<decimal>();
        int causes = 0;
        for (int i = 0; i < tables.Length; i++)
        {
            SurvivalTable table = tables[i]
                ?? throw new ArgumentNullException(name, Invariant($"{name} had null at {i}; a table is expected."));
            foreach (SurvivalRow row in table.Rows)
            {
                times.Add(row.Time);
            }

            causes = Math.Max(causes, table.CauseCount);
        }

        var tally = new SurvivalTally(Distinct(times), causes);
        foreach (SurvivalTable table in tables)
        {
            foreach (SurvivalRow row in table.Rows)
            {
                int place = tally.Find(row.Time);
                tally._entered[place] += row.Entered;
                tally._censored[place] += row.Censored;
                for (int cause = 0; cause < row.Events.Count; cause++)
                {
                    tally._events[(place * causes) + cause] += row.Events[cause];
                }
            }
        }

        return tally.ToTable(name);
    }

    private int Find(decimal time) => Array.BinarySearch(_times, time);

    private static decimal[] Distinct(List<decimal> times)
    {
        Span<decimal> sorted = CollectionsMarshal.AsSpan(times);
        sorted.Sort();
        int count = 0;
        foreach (decimal time in sorted)
        {
            if (count == 0 || sorted[count - 1] != time)
            {
                sorted[count++] = time;
            }
        }

        return sorted[..count].ToArray();
    }

    private SurvivalTable ToTable(string name)
    {
        var rows = new List<SurvivalRow>(_times.Length);
        decimal total = 0m;
        for (int i = 0; i < _times.Length; i++)
        {
            ReadOnlySpan<decimal> events = _events.AsSpan(i * _causes, _causes);
            total += _entered[i];
            if (total > SurvivalGuards.MaxWeight)
            {
                throw DomainGuards.OutOfRange(name, Invariant($"of weight {total}"), "a sum of at most 10^18");
            }

            if (_entered[i] > 0m || _censored[i] > 0m || events.ContainsAnyExcept(0m))
            {
                rows.Add(new SurvivalRow
                {
                    Time = _times[i],
                    Entered = _entered[i],
                    Events = ValueList.Create(events),
                    Censored = _censored[i],
                });
            }
        }

        return rows.Count > 0
            ? SurvivalTable.Of(rows.ToValueList(), name)
            : throw new ArgumentException(
                $"{name} had no subject with a weight above zero; at least one is expected.", name);
    }
}
