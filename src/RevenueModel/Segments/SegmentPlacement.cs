
namespace RevenueModel.Segments;

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
