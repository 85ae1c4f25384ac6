namespace RevenueModel.Primitives;

/// <summary>Decimals without trailing zeros, so that equal amounts have the same bits, however they were
/// added.</summary>
internal static class ShortestDecimal
{
    private const decimal One = 1.0000000000000000000000000000m;

    /// <summary>Returns the decimal with the fewest decimal places: a quotient has no trailing zeros.</summary>
    public static decimal Of(decimal value) => value.Scale == 0 ? value : value / One;

    /// <summary>Returns the sum with the fewest decimal places.</summary>
    public static decimal Sum(decimal one, decimal other) => Of(one + other);
}
