using NodaTime;
using RevenueModel.Primitives;

namespace RevenueModel.Forecasting;

/// <summary>Converts the key columns of a grouping to one key per deal, and keys to groups.</summary>
/// <remarks>
/// A key is a whole number with a digit for each column, each with its own base, in the order of the lines. The last
/// digit is the weight: deals of one group and one weight are summed unweighted, and weighted once at the end.
/// </remarks>
internal sealed class GroupKeys
{
    private const SnapshotDimensions All = SnapshotDimensions.Stage | SnapshotDimensions.Segment
            | SnapshotDimensions.Month | SnapshotDimensions.Quarter | SnapshotDimensions.Motion
            | SnapshotDimensions.Category;

    private readonly SnapshotColumns _columns;
    private readonly FiscalCalendar _calendar;
    private readonly bool _hasQuarter;
    private readonly YearQuarter[] _quarters;
    private readonly List<Digit> _digitsFromLast = [];

    public GroupKeys(SnapshotColumns columns, SnapshotDimensions dimensions, FiscalCalendar calendar)
    {
        if ((dimensions & ~All) != SnapshotDimensions.None)
        {
            throw DomainGuards.OutOfRange(nameof(dimensions), dimensions, "a combination of defined dimensions");
        }

        _columns = columns;
        _calendar = calendar;
        _hasQuarter = dimensions.HasFlag(SnapshotDimensions.Quarter);
        (int[] quarterOfMonth, _quarters) = Quarters(_hasQuarter ? columns.Months.Values : [], calendar);

        Add(columns.Weights.Keys, columns.Weights.Values.Length, SnapshotDimensions.None);
        Add(columns.Categories.Keys, columns.Categories.Values.Length, SnapshotDimensions.Category);
        Add(columns.Motions.Keys, columns.Motions.Values.Length, SnapshotDimensions.Motion);
        if (!dimensions.HasFlag(SnapshotDimensions.Month))
        {
            Add(columns.Months.Keys, _quarters.Length, SnapshotDimensions.Quarter, quarterOfMonth);
        }

        Add(columns.Months.Keys, columns.Months.Values.Length, SnapshotDimensions.Month);
        Add(columns.Segments.Keys, columns.Segments.Values.Length, SnapshotDimensions.Segment);
        Add(columns.Stages.Keys, columns.Stages.Values.Length, SnapshotDimensions.Stage);

        void Add(ushort[] column, int highest, SnapshotDimensions dimension, int[]? digitOfNumber = null)
        {
            if (dimensions.HasFlag(dimension))
            {
                long place = Cardinality;
                Cardinality = place <= long.MaxValue / (highest + 1L)
                    ? place * (highest + 1L)
                    : throw new ArgumentException(
                        Invariant($"dimensions was {dimensions}, which has more than 2^63 possible groups; ")
                            + "fewer dimensions are expected.",
                        nameof(dimensions));
                digitOfNumber ??= [.. Enumerable.Range(0, highest + 1)];
                long[] valueOfNumber = Array.ConvertAll(digitOfNumber, digit => digit * place);
                _digitsFromLast.Add(new Digit(dimension, highest + 1L, column, valueOfNumber));
            }
        }
    }

    /// <summary>Gets the number of possible keys.</summary>
    public long Cardinality { get; private set; } = 1;

    /// <summary>Computes the keys of the deals from a row on.</summary>
    public void Fill(int start, Span<long> keys)
    {
        keys.Clear();
        foreach (Digit digit in _digitsFromLast)
        {
            ReadOnlySpan<ushort> column = digit.Column.AsSpan(start, keys.Length);
            long[] valueOfNumber = digit.ValueOfNumber;
            for (int i = 0; i < keys.Length; i++)
            {
                keys[i] += valueOfNumber[column[i]];
            }
        }
    }

    /// <summary>Returns the group of a key.</summary>
    /// <param name="key">The key.</param>
    /// <param name="weight">The weight of its deals, or <see langword="null"/> if they have no amount.</param>
    public SnapshotGroup GroupOf(long key, out int? weight)
    {
        weight = null;
        var group = new SnapshotGroup();
        foreach (Digit digit in _digitsFromLast)
        {
            int index = (int)(key % digit.Base) - 1;
            key /= digit.Base;
            if (index < 0)
            {
                continue;
            }

            if (digit.Dimension == SnapshotDimensions.None)
            {
                weight = _columns.Weights.Values[index];
            }
            else
            {
                group = With(group, digit.Dimension, index);
            }
        }

        return group;
    }

    private static (int[] QuarterOfMonth, YearQuarter[] Quarters) Quarters(int[] months, FiscalCalendar calendar)
    {
        var quarterOfMonth = new int[months.Length + 1];
        var quarters = new List<YearQuarter>();
        for (int i = 0; i < months.Length; i++)
        {
            YearQuarter quarter = calendar.QuarterOf(ToYearMonth(months[i]));
            if (quarters.Count == 0 || quarters[^1] != quarter)
            {
                quarters.Add(quarter);
            }

            quarterOfMonth[i + 1] = quarters.Count;
        }

        return (quarterOfMonth, [.. quarters]);
    }

    private static YearMonth ToYearMonth(int monthsSinceYearOne) =>
        new((monthsSinceYearOne / 12) + 1, (monthsSinceYearOne % 12) + 1);

    private SnapshotGroup With(SnapshotGroup group, SnapshotDimensions dimension, int index) => dimension switch
    {
        SnapshotDimensions.Stage => group with { Stage = _columns.StageNames[_columns.Stages.Values[index]] },
        SnapshotDimensions.Segment => group with { Segment = _columns.Segments.Values[index] },
        SnapshotDimensions.Month => WithMonth(group, ToYearMonth(_columns.Months.Values[index])),
        SnapshotDimensions.Quarter => group with { Quarter = _quarters[index] },
        SnapshotDimensions.Motion => group with { Motion = _columns.Motions.Values[index] },
        _ => group with { Category = _columns.Categories.Values[index] },
    };

    private SnapshotGroup WithMonth(SnapshotGroup group, YearMonth month) => group with
    {
        Month = month,
        Quarter = _hasQuarter ? _calendar.QuarterOf(month) : null,
    };

    private sealed record Digit(SnapshotDimensions Dimension, long Base, ushort[] Column, long[] ValueOfNumber);
}
