namespace RevenueModel.Retention;

/// <summary>Ratios that are undefined for a zero denominator.</summary>
internal static class RetentionRatio
{
    /// <summary>Returns a quotient, or null for a denominator of zero.</summary>
    public static decimal? Of(decimal numerator, decimal denominator) =>
        denominator == 0m ? null : numerator / denominator;
}
