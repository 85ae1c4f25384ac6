namespace RevenueModel.Segments;

/// <summary>The segment that a size or an ACV belongs to, or the segments that it lies between.</summary>
/// <remarks>The default value says that nothing was given.</remarks>
public readonly record struct SegmentMatch
{
    private readonly bool _isSize;

    internal SegmentMatch(
        bool isSize, SegmentPlacement placement, decimal value, Segment? lower, Segment? upper, decimal distance)
    {
        _isSize = isSize;
        Placement = placement;
        Value = value;
        Lower = lower;
        Upper = upper;
        DistanceToNearest = distance;
    }

    /// <summary>Where the value lies.</summary>
    public SegmentPlacement Placement { get; }

    /// <summary>The size, in the size unit of the segmentation, or the ACV that was classified.</summary>
    public decimal Value { get; }

    /// <summary>The segment that the value belongs to; on an end that two share, the upper one; <see langword="null"/>
    /// where it lies in no band.</summary>
    public Segment? Segment =>
        Placement is SegmentPlacement.InSegment or SegmentPlacement.OnSharedEnd ? Upper : null;

    /// <summary>The segment below a gap, or the other one of a shared end.</summary>
    public Segment? Lower { get; }

    /// <summary>The segment above a gap, or the one that the value belongs to.</summary>
    public Segment? Upper { get; }

    /// <summary>The segment that the value belongs to, else the one whose band ends nearest; half-way between two,
    /// the lower one.</summary>
    public Segment? Nearest => Segment ?? (Lower is null || (Upper is not null && IsNearerToUpper) ? Upper : Lower);

    /// <summary>How far the value lies from the band of <see cref="Nearest"/>; zero inside a band.</summary>
    public decimal DistanceToNearest { get; }

    internal bool IsNearerToUpper { get; init; }

    /// <summary>Returns a sentence that names the value, its unit and the segments.</summary>
    public override string ToString() => Placement switch
    {
        SegmentPlacement.NotGiven => "not given",
        SegmentPlacement.InSegment => Invariant($"{Text} is in {Upper!.Name}"),
        SegmentPlacement.OnSharedEnd =>
            Invariant($"{Text} is where {Lower!.Name} ends and {Upper!.Name} starts; it counts as {Upper.Name}"),
        SegmentPlacement.BetweenSegments =>
            Invariant($"{Text} is between {Lower!.Name} and {Upper!.Name}, {DistanceToNearest:#,0.##} from {Nearest!.Name}"),
        SegmentPlacement.BelowAll => Invariant($"{Text} is below {Upper!.Name}, by {DistanceToNearest:#,0.##}"),
        _ => Invariant($"{Text} is above {Lower!.Name}, by {DistanceToNearest:#,0.##}"),
    };

    private string Text => _isSize
        ? Invariant($"{Value:#,0.##} {Unit((Upper ?? Lower)!.SizeUnit)}")
        : Invariant($"ACV {Value:#,0.##}");

    // A size unit is a plural: connected assets, integration developers, sites.
    private string Unit(string plural) =>
        Value == 1m && plural is [.. { Length: > 1 } singular, 's'] ? singular : plural;
}

/// <summary>Where a value lies among the bands of a segmentation.</summary>
public enum SegmentPlacement
{
    /// <summary>The value was not given.</summary>
    NotGiven = 0,

    /// <summary>In the band of one segment.</summary>
    InSegment = 1,

    /// <summary>On an end that the bands of two segments share; the upper segment is the answer.</summary>
    OnSharedEnd = 2,

    /// <summary>In the gap between two segments.</summary>
    BetweenSegments = 3,

    /// <summary>Below the lowest segment.</summary>
    BelowAll = 4,

    /// <summary>Above the highest segment.</summary>
    AboveAll = 5,
}
