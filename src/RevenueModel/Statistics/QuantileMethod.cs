namespace RevenueModel.Statistics;

/// <summary>The convention for a quantile between two observations. The type numbers are those of Hyndman and Fan
/// (1996).</summary>
public enum QuantileMethod
{
    /// <summary>Type 7, <c>(n - 1) p + 1</c>, interpolated: Excel PERCENTILE.INC, NumPy, R. The default.</summary>
    Inclusive = 0,

    /// <summary>Type 6, <c>(n + 1) p</c>, interpolated: Excel PERCENTILE.EXC, Minitab, SPSS.</summary>
    Exclusive = 1,

    /// <summary>Type 1: the smallest observation that at least a share p of the observations does not exceed. Never
    /// interpolated. SQL PERCENTILE_DISC.</summary>
    NearestRank = 2,
}
