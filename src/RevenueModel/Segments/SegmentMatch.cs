using System.Text.Json.Serialization;
using RevenueModel.Primitives;

namespace RevenueModel.Segments;

/// <summary>The segment that a size or an ACV belongs to, or the segments that it lies between.</summary>
/// <remarks>The default value represents a value that was not given.</remarks>
[JsonConverter(typeof(JsonCompanionRequired))]
public readonly record struct SegmentMatch
{
    internal SegmentMatch(
        bool isSize, SegmentPlacement placement, decimal value, Segment? lower, Segment? upper, decimal distance)
    {
        IsSize = isSize;
        Placement = placement;
        Value = value;
        Lower = lower;
        Upper = upper;
        DistanceToNearest = distance;
    }

    /// <summary>Gets the position of the value among the bands.</summary>
    public SegmentPlacement Placement { get; }

    /// <summary>Gets the classified size, in the size unit of the segmentation, or the classified ACV.</summary>
    public decimal Value { get; }

    /// <summary>Gets the segment that the value belongs to, or <see langword="null"/> if it lies in no band. A value
    /// on a shared end belongs to the upper segment.</summary>
    public Segment? Segment =>
        Placement is SegmentPlacement.InSegment or SegmentPlacement.OnSharedEnd ? Upper : null;

    /// <summary>Gets the segment below a gap, or the lower segment of a shared end.</summary>
    public Segment? Lower { get; }

    /// <summary>Gets the segment above a gap, or the segment that the value belongs to.</summary>
    public Segment? Upper { get; }

    /// <summary>Gets the segment that the value belongs to, or else the segment with the nearest band end. If two are
    /// equally near, the lower one.</summary>
    public Segment? Nearest => Segment ?? (Lower is null || (Upper is not null && IsNearerToUpper) ? Upper : Lower);

    /// <summary>Gets the distance of the value from the band of <see cref="Nearest"/>; zero inside a band.</summary>
    public decimal DistanceToNearest { get; }

    internal bool IsNearerToUpper { get; init; }

    /// <summary>Gets whether the value is a size, not an ACV.</summary>
    internal bool IsSize { get; }

    /// <summary>Returns a sentence that names the value, its unit and the segments.</summary>
    public override string ToString() => Placement switch
    {
        SegmentPlacement.NotGiven => "not given",
        SegmentPlacement.InSegment => Invariant($"{Text} is in {Upper?.Name}"),
        SegmentPlacement.OnSharedEnd =>
            Invariant($"{Text} is where {Lower?.Name} ends and {Upper?.Name} starts; it counts as {Upper?.Name}"),
        SegmentPlacement.BetweenSegments =>
            Invariant($"{Text} is between {Lower?.Name} and {Upper?.Name}, ")
                + Invariant($"{DistanceToNearest:#,0.##} from {Nearest?.Name}"),
        SegmentPlacement.BelowAll => Invariant($"{Text} is below {Upper?.Name}, by {DistanceToNearest:#,0.##}"),
        _ => Invariant($"{Text} is above {Lower?.Name}, by {DistanceToNearest:#,0.##}"),
    };

    private string Text => IsSize
        ? Invariant($"{Value:#,0.##} {Unit((Upper ?? Lower)?.SizeUnit ?? "")}")
        : Invariant($"ACV {Value:#,0.##}");

    // A size unit is a plural: connected assets, integration developers, sites.
    private string Unit(string plural) =>
        Value == 1m && plural is [.. { Length: > 1 } singular, 's'] ? singular : plural;
}

/// <summary>The position of a value among the bands of a segmentation.</summary>
public enum SegmentPlacement
{
    /// <summary>The value was not given.</summary>
    NotGiven = 0,

    /// <summary>In the band of one segment.</summary>
    InSegment = 1,

    /// <summary>On an end that the bands of two segments share. The value belongs to the upper segment.</summary>
    OnSharedEnd = 2,

    /// <summary>In the gap between two segments.</summary>
    BetweenSegments = 3,

    /// <summary>Below the lowest segment.</summary>
    BelowAll = 4,

    /// <summary>Above the highest segment.</summary>
    AboveAll = 5,
}
