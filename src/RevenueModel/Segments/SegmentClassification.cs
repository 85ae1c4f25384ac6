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
    /// Whether size and ACV point to the same segment; where one lies in a gap or outside all bands, whether the
    /// segment of the other stands beside it. <see langword="null"/> where only one is given, or neither lies in a
    /// band.
    /// </summary>
    public bool? Agrees
    {
        get
        {
            if (BySize.Placement == SegmentPlacement.NotGiven || ByAcv.Placement == SegmentPlacement.NotGiven)
            {
                return null;
            }

            return (BySize.Segment, ByAcv.Segment) switch
            {
                (null, null) => null,
                ({ } size, _) => size == ByAcv.Upper || size == ByAcv.Lower,
                (null, { } acv) => acv == BySize.Upper || acv == BySize.Lower,
            };
        }
    }

    /// <summary>
    /// The segment of the account: what size and ACV agree on, or the one that is given; <see langword="null"/> where
    /// they disagree or neither lies in a band.
    /// </summary>
    public Segment? Segment => Agrees == false ? null : BySize.Segment ?? ByAcv.Segment;

    /// <summary>The classification in words.</summary>
    public override string ToString()
    {
        string verdict = Agrees == false ? "; size and ACV disagree" : "";
        return Invariant($"size {BySize}; ACV {ByAcv}{verdict}");
    }
}
