namespace RevenueModel.Compensation;

/// <summary>Divides figures of records without exceptions, because getters do not throw.</summary>
internal static class Quotient
{
    /// <summary>Returns the quotient of two figures.</summary>
    /// <param name="dividend">The dividend.</param>
    /// <param name="divisor">The divisor, zero or more.</param>
    /// <returns>The quotient, or null if the divisor is zero or the quotient exceeds the range of a decimal.</returns>
    public static decimal? Of(decimal dividend, decimal divisor) =>
        divisor >= 1m || (divisor > 0m && Math.Abs(dividend) < decimal.MaxValue * 0.99m * divisor)
            ? dividend / divisor
            : null;
}
