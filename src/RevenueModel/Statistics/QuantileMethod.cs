namespace RevenueModel.Statistics;

/// <summary>How a quantile that falls between two observations is read (the numbers are Hyndman and Fan's,
/// 1996).</summary>
public enum QuantileMethod
{
    /// <summary>Type 7, <c>(n - 1) p + 1</c>, interpolated: Excel PERCENTILE.INC, NumPy, R. The default.</summary>
    Inclusive = 0,

    /// <summary>Type 6, <c>(n + 1) p</c>, interpolated: Excel PERCENTILE.EXC, Minitab, SPSS.</summary>
    Exclusive = 1,

    /// <summary>Type 1, the smallest observation that at least a share p of them do not exceed; never
    /// interpolated: SQL PERCENTILE_DISC.</summary>
    NearestRank = 2,
}
