namespace RevenueModel.Kpis;

/// <summary>Counts the deals of columns in one pass.</summary>
/// <remarks>Each deal adds one to the cell of its segment and flags and one to its day. The first place of the days
/// takes the deals that are not won or have no cycle, so that no flag decides a branch.</remarks>
internal static class DealColumnReader
{
    private const int Flags = 256;
    private const int Cells = 2 * Flags;
    private const int Days = 2_048;
    private const int MostDays = 10_000_000;
    private const uint Both = (uint)(DealTraits.Won | DealTraits.Lost);

    /// <summary>Adds the deals.</summary>
    /// <param name="columns">The columns, of one length.</param>
    /// <param name="counts">The counts of deals without a segment, then of each segment.</param>
    /// <param name="longDays">The days from which a cycle is long, for each of the counts.</param>
    /// <param name="name">The parameter that holds the columns.</param>
    /// <exception cref="ArgumentException">A row has a number outside its range.</exception>
    public static void Read(in DealColumns columns, DealCounts[] counts, int[] longDays, string name)
    {
        ReadOnlySpan<int> segments = columns.Segments;
        ReadOnlySpan<DealTraits> traits = columns.Traits[..segments.Length];
        ReadOnlySpan<int> cycles = columns.CycleDays[..segments.Length];
        var cells = new int[counts.Length * Cells];
        var days = new int[counts.Length * Days];
        for (int i = 0; i < segments.Length; i++)
        {
            uint segment = (uint)(segments[i] + 1);
            uint flags = (uint)traits[i];
            int cycle = cycles[i];
            uint place = (uint)(cycle + 1);
            if ((segment >= (uint)counts.Length) | (flags >= Flags) | (place > MostDays + 1))
            {
                throw OutOfRange(columns, counts.Length, name);
            }

            // Masks of all ones for a long cycle and for a won deal.
            uint isLong = (uint)((longDays[segment] - 1 - cycle) >> 31);
            uint isWon = (uint)-(int)(flags & (uint)DealTraits.Won);
            cells[(segment * Cells) + flags + (isLong & Flags)]++;
            place &= isWon;
            if (place < Days)
            {
                days[(segment * Days) + place]++;
            }
            else
            {
                counts[segment].AddDay(cycle, 1);
            }
        }

        for (int segment = 0; segment < counts.Length; segment++)
        {
            ReadOnlySpan<int> cellsOfSegment = cells.AsSpan(segment * Cells, Cells);
            for (int cell = 0; cell < Cells; cell++)
            {
                if (cellsOfSegment[cell] > 0 && Contradicts((uint)(cell & (Flags - 1))))
                {
                    throw OutOfRange(columns, counts.Length, name);
                }
            }

            counts[segment].Add(cellsOfSegment, days.AsSpan((segment * Days) + 1, Days - 1));
        }
    }

    /// <summary>Returns whether flags contradict each other: won and lost, or a trait without the one that it
    /// implies.</summary>
    private static bool Contradicts(uint flags)
    {
        var traits = (DealTraits)flags;
        return (flags & Both) == Both
            || (traits.HasFlag(DealTraits.OtEngaged) && !traits.HasFlag(DealTraits.EngagementKnown))
            || (traits.HasFlag(DealTraits.ManyRivals) && !traits.HasFlag(DealTraits.RivalsKnown))
            || (traits.HasFlag(DealTraits.RivalsKnown) && !traits.HasFlag(DealTraits.Competitive));
    }

    private static ArgumentException OutOfRange(in DealColumns columns, int segments, string name)
    {
        for (int row = 0; row < columns.Segments.Length; row++)
        {
            if ((uint)(columns.Segments[row] + 1) >= (uint)segments)
            {
                return Refused(
                    row, Invariant($"segment {columns.Segments[row]}"), Invariant($"-1 to {segments - 2}"));
            }

            if (columns.CycleDays[row] is < -1 or > MostDays)
            {
                return Refused(
                    row, Invariant($"{columns.CycleDays[row]} cycle days"), Invariant($"-1 to {MostDays:#,0}"));
            }

            uint flags = (uint)columns.Traits[row];
            if (flags >= Flags || Contradicts(flags))
            {
                return Refused(
                    row,
                    Invariant($"traits {columns.Traits[row]}"),
                    "a set of DealTraits without a contradiction, such as Won and Lost,");
            }
        }

        throw new InvalidOperationException("No row is outside its range.");

        ArgumentException Refused(int row, string was, string allowed) =>
            new(Invariant($"Row {row} of {name} had {was}; {allowed} is expected."), name);
    }
}
