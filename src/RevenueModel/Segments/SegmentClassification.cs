namespace RevenueModel.Segments;

/// <summary>What the size and the ACV of an account say about its segment, and whether they agree.</summary>
/// <remarks>The default value says that neither was given.</remarks>
public readonly record struct SegmentClassification
{
    internal SegmentClassification(SegmentMatch bySize, SegmentMatch byAcv)
    {
        BySize = bySize;
        ByAcv = byAcv;
    }

    /// <summary>The segment by the size of the account.</summary>
    public SegmentMatch BySize { get; }

    /// <summary>The segment by the ACV of its contract.</summary>
    public SegmentMatch ByAcv { get; }

    /// <summary>
    /// Whether size and ACV point to the same segment; where one lies on a shared end, in a gap or outside all bands,
    /// whether the segment of the other stands beside it. <see langword="null"/> where only one is given, or neither
    /// lies in a band.
    /// </summary>
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

    /// <summary>
    /// The segment of the account: what size and ACV agree on, or the one that is given; <see langword="null"/> where
    /// they disagree or neither lies in a band.
    /// </summary>
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

    /// <summary>Returns what size and ACV say, and whether they disagree.</summary>
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
