
namespace RevenueModel.Benchmarks.Rivals;

/// <summary>The largest-remainder method as LINQ over decimals, in cents.</summary>
/// <remarks>
/// Shares are rounded to 28 digits, so that equal remainders can differ for some weights. The remainders of the
/// library are exact.
/// </remarks>
public static class LinqAllocation
{
    /// <summary>The parts of a positive total, which sum to it.</summary>
    public static decimal[] ByLargestRemainder(decimal total, decimal[] weights)
    {
        decimal cents = total * 100m;
        decimal sum = weights.Sum();
        var shares = weights
            .Select((weight, index) => (Index: index, Exact: cents * weight / sum))
            .Select(share => (share.Index, Whole: decimal.Floor(share.Exact), Remainder: share.Exact % 1m))
            .ToArray();
        int left = (int)(cents - shares.Sum(share => share.Whole));
        HashSet<int> raised = shares
            .OrderByDescending(share => share.Remainder)
            .Take(left)
            .Select(share => share.Index)
            .ToHashSet();
        return shares.Select(share => (share.Whole + (raised.Contains(share.Index) ? 1m : 0m)) / 100m).ToArray();
    }
}
