namespace RevenueModel.Statistics;

/// <summary>The number of blocks that Philox computes at once. Each width gives the same bits.</summary>
internal enum LaneWidth
{
    /// <summary>One block at a time, on any processor.</summary>
    Scalar = 0,

    /// <summary>Four blocks in vectors of 256 bits, with AVX2.</summary>
    Bits256 = 1,

    /// <summary>Eight blocks in vectors of 512 bits, with AVX-512.</summary>
    Bits512 = 2,
}
