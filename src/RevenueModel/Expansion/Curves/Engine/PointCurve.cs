using System.Text.Json.Serialization;
using Ardalis.GuardClauses;
using RevenueModel.Primitives;

namespace RevenueModel.Expansion;

/// <summary>A curve through points. Each interval between two points has a polynomial of the month since its
/// start.</summary>
[JsonConverter(typeof(JsonCompanionRequired))]
internal sealed record PointCurve : ExpansionCurve
{
    private readonly CurveSegment[] _segments;

    // The segment at the start of each whole month from that of the first point to that of the last one.
    private readonly int[] _segmentOfMonth;

    private PointCurve(
        ValueList<ExpansionPoint> through,
        CurveInterpolation interpolation,
        CurveEnd end,
        CurveSegment[] segments)
    {
        Through = through;
        Interpolation = interpolation;
        End = end;
        _segments = segments;
        _segmentOfMonth = SegmentOfMonth(segments);
    }

    public ValueList<ExpansionPoint> Through { get; }

    public CurveInterpolation Interpolation { get; }

    public CurveEnd End { get; }

    public override double FirstMonth => Through[0].Month;

    public override double? LastMonth => End switch
    {
        CurveEnd.Held => null,
        CurveEnd.Continued => _segments[^1].MonthOfZero,
        _ => Through[^1].Month,
    };

    public static PointCurve Create(
        ReadOnlySpan<ExpansionPoint> points,
        CurveInterpolation interpolation,
        CurveEnd end,
        string name = "points")
    {
        Guard.Against.Undefined(interpolation);
        Guard.Against.Undefined(end);
        int least = end == CurveEnd.Continued ? 2 : 1;
        if (points.Length < least)
        {
            throw new ArgumentException(
                Invariant($"{name} had {points.Length}; at least {least} for a curve whose end is {end} is expected."),
                name);
        }

        for (int i = 0; i < points.Length; i++)
        {
            if (i > 0 && !(points[i].Month > points[i - 1].Month))
            {
                throw new ArgumentException(
                    Invariant($"{name} had month {points[i].Month} after month {points[i - 1].Month}; ")
                        + "ascending months are expected.",
                    name);
            }

            if (interpolation == CurveInterpolation.Geometric && !(points[i].Value > 0))
            {
                throw DomainGuards.OutOfRange(
                    name, points[i], "a value above zero, which geometric interpolation needs,");
            }
        }

        return new PointCurve(
            ValueList.Create(points), interpolation, end, CurveSegments.Create(points, interpolation, end));
    }

    public bool Equals(PointCurve? other) =>
        other is not null
        && Interpolation == other.Interpolation
        && End == other.End
        && Through == other.Through;

    public override int GetHashCode() => HashCode.Combine(Through, Interpolation, End);

    public override string ToString()
    {
        string points = string.Join("; ", Through);
        return Invariant($"{Interpolation.ToString().ToLowerInvariant()} through {points}; ")
            + Invariant($"then {End.ToString().ToLowerInvariant()}");
    }

    internal override double ValueAt(double month) => _segments[IndexOf(month)].ValueAt(month);

    internal override void ValuesAt(ReadOnlySpan<double> months, Span<double> destination)
    {
        double first = FirstMonth;
        double last = Math.Min(LastMonth ?? ExpansionGuards.MaxMonth, ExpansionGuards.MaxMonth);
        for (int i = 0; i < months.Length; i++)
        {
            double month = months[i];
            double value = month >= first && month <= last ? ValueAt(month) : double.NaN;
            destination[i] = double.IsFinite(value) ? value : CheckedValueAt(month, nameof(months));
        }
    }

    private static int[] SegmentOfMonth(CurveSegment[] segments)
    {
        int first = (int)segments[0].From;
        var table = new int[(int)segments[^1].From - first + 1];
        int index = 0;
        for (int month = 0; month < table.Length; month++)
        {
            while (index + 1 < segments.Length && segments[index + 1].From <= first + month)
            {
                index++;
            }

            table[month] = index;
        }

        return table;
    }

    // The table finds the segment, except where a point lies within the month.
    private int IndexOf(double month)
    {
        CurveSegment[] segments = _segments;
        int[] table = _segmentOfMonth;
        int place = (int)month - (int)segments[0].From;
        int index = table[Math.Min(place, table.Length - 1)];
        while (index + 1 < segments.Length && month >= segments[index + 1].From)
        {
            index++;
        }

        return index;
    }
}
