
namespace RevenueModel.Tests.Helpers;

/// <summary>Compares decimals by their digits: 1.0 is not 1.00.</summary>
internal static class Digits
{
    public static bool Same(decimal one, decimal other) =>
        decimal.GetBits(one).AsSpan().SequenceEqual(decimal.GetBits(other));

    public static bool Same(IReadOnlyList<decimal> all, IReadOnlyList<decimal> others) =>
        all.Count == others.Count && all.Zip(others, Same).All(isSame => isSame);
}
