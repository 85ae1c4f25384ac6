using NodaTime;
using RevenueModel.Primitives;

namespace RevenueModel.Forecasting.Bulk;

/// <summary>Turns the key columns that a grouping asks for into one key a deal, and back into a group.</summary>
internal sealed class GroupKeys
{
    private const SnapshotDimensions All = SnapshotDimensions.Stage | SnapshotDimensions.Segment
        | SnapshotDimensions.Month | SnapshotDimensions.Quarter | SnapshotDimensions.Motion | SnapshotDimensions.Category;

    private readonly SnapshotColumns _columns;
    private readonly YearQuarter[] _quarters;
    private readonly List<Part> _parts = [];

    public GroupKeys(SnapshotColumns columns, SnapshotDimensions dimensions, FiscalCalendar calendar)
    {
        if ((dimensions & ~All) != SnapshotDimensions.None)
        {
            throw DomainGuards.OutOfRange(nameof(dimensions), dimensions, "a combination of defined dimensions");
        }

        _columns = columns;
        (ushort[] quarterOfMonth, _quarters) = Quarters(columns.Months.Values, calendar);
        Add(SnapshotDimensions.Stage, columns.Stages.Keys, columns.Stages.Values.Length);
        Add(SnapshotDimensions.Segment, columns.Segments.Keys, columns.Segments.Values.Length);
        Add(SnapshotDimensions.Month, columns.Months.Keys, columns.Months.Values.Length);
        Add(SnapshotDimensions.Quarter, columns.Months.Keys, _quarters.Length, quarterOfMonth);
        Add(SnapshotDimensions.Motion, columns.Motions.Keys, columns.Motions.Values.Length);
        Add(SnapshotDimensions.Category, columns.Categories.Keys, columns.Categories.Values.Length);

        void Add(SnapshotDimensions dimension, ushort[] keys, int values, ushort[]? map = null)
        {
            if (dimensions.HasFlag(dimension))
            {
                _parts.Add(new Part(dimension, keys, values + 1L, map));
                Cardinality = checked(Cardinality * (values + 1L));
            }
        }
    }

    /// <summary>The number of keys there can be.</summary>
    public long Cardinality { get; private set; } = 1;

    /// <summary>The keys of the deals from a row on.</summary>
    public void Fill(int start, Span<long> keys)
    {
        keys.Clear();
        foreach (Part part in _parts)
        {
            ReadOnlySpan<ushort> column = part.Keys.AsSpan(start, keys.Length);
            long cardinality = part.Cardinality;
            if (part.Map is { } map)
            {
                for (int i = 0; i < keys.Length; i++)
                {
                    keys[i] = (keys[i] * cardinality) + map[column[i]];
                }
            }
            else
            {
                for (int i = 0; i < keys.Length; i++)
                {
                    keys[i] = (keys[i] * cardinality) + column[i];
                }
            }
        }
    }

    /// <summary>The group that a key stands for.</summary>
    public SnapshotGroup GroupOf(long key)
    {
        var group = new SnapshotGroup();
        for (int i = _parts.Count - 1; i >= 0; i--)
        {
            int own = (int)(key % _parts[i].Cardinality);
            key /= _parts[i].Cardinality;
            if (own > 0)
            {
                group = With(group, _parts[i].Dimension, own - 1);
            }
        }

        return group;
    }

    private static (ushort[] QuarterOfMonth, YearQuarter[] Quarters) Quarters(int[] months, FiscalCalendar calendar)
    {
        var quarterOfMonth = new ushort[months.Length + 1];
        var quarters = new List<YearQuarter>();
        for (int i = 0; i < months.Length; i++)
        {
            YearQuarter quarter = calendar.QuarterOf(ToYearMonth(months[i]));
            if (quarters.Count == 0 || quarters[^1] != quarter)
            {
                quarters.Add(quarter);
            }

            quarterOfMonth[i + 1] = (ushort)quarters.Count;
        }

        return (quarterOfMonth, [.. quarters]);
    }

    private static YearMonth ToYearMonth(int monthsSinceYearOne) =>
        new((monthsSinceYearOne / 12) + 1, (monthsSinceYearOne % 12) + 1);

    private SnapshotGroup With(SnapshotGroup group, SnapshotDimensions dimension, int index) => dimension switch
    {
        SnapshotDimensions.Stage => group with { Stage = _columns.Stages.Values[index] },
        SnapshotDimensions.Segment => group with { Segment = _columns.Segments.Values[index] },
        SnapshotDimensions.Month => group with { Month = ToYearMonth(_columns.Months.Values[index]) },
        SnapshotDimensions.Quarter => group with { Quarter = _quarters[index] },
        SnapshotDimensions.Motion => group with { Motion = _columns.Motions.Values[index] },
        _ => group with { Category = _columns.Categories.Values[index] },
    };

    private sealed record Part(SnapshotDimensions Dimension, ushort[] Keys, long Cardinality, ushort[]? Map);
}
