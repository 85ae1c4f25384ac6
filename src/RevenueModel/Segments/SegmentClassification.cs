using System.Text.Json.Serialization;
using RevenueModel.Primitives;

namespace RevenueModel.Segments;

/// <summary>The segments of an account by its size and by its ACV, and whether they agree.</summary>
/// <remarks>The default value represents an account with neither.</remarks>
[JsonConverter(typeof(JsonCompanionRequired))]
public readonly record struct SegmentClassification
{
    internal SegmentClassification(SegmentMatch bySize, SegmentMatch byAcv)
    {
        BySize = bySize;
        ByAcv = byAcv;
    }

    /// <summary>Gets the segment by the size of the account.</summary>
    public SegmentMatch BySize { get; }

    /// <summary>Gets the segment by the ACV of the contract.</summary>
    public SegmentMatch ByAcv { get; }

    /// <summary>Gets whether size and ACV give the same segment. If one of them lies on a shared end, in a gap or
    /// outside all bands, gets whether the segment of the other is next to it. <see langword="null"/> if only one is
    /// given or neither lies in a band.</summary>
    public bool? Agrees
    {
        get
        {
            if (BySize.Placement == SegmentPlacement.NotGiven || ByAcv.Placement == SegmentPlacement.NotGiven)
            {
                return null;
            }

            return BySize.Segment is null && ByAcv.Segment is null
                ? null
                : Names(ByAcv, BySize.Segment) || Names(BySize, ByAcv.Segment);
        }
    }

    /// <summary>Gets the segment of the account: the one on which size and ACV agree, or that of the only one given.
    /// <see langword="null"/> if they disagree or neither lies in a band.</summary>
    public Segment? Segment
    {
        get
        {
            if (Agrees == false)
            {
                return null;
            }

            return Names(ByAcv, BySize.Segment) ? BySize.Segment : ByAcv.Segment ?? BySize.Segment;
        }
    }

    /// <summary>Returns the segments by size and by ACV, and states a disagreement.</summary>
    public override string ToString()
    {
        string bySize = BySize.Placement == SegmentPlacement.NotGiven ? "size not given" : BySize.ToString();
        string byAcv = ByAcv.Placement == SegmentPlacement.NotGiven ? "ACV not given" : ByAcv.ToString();
        string verdict = Agrees == false ? "; size and ACV disagree" : "";
        return Invariant($"{bySize}; {byAcv}{verdict}");
    }

    private static bool Names(SegmentMatch match, Segment? segment) =>
        segment is not null && (segment == match.Upper || segment == match.Lower);
}
