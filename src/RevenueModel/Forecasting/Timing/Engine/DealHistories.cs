using Ardalis.GuardClauses;
using RevenueModel.Pipeline;

namespace RevenueModel.Forecasting;

/// <summary>Looks up the histories of deals.</summary>
internal static class DealHistories
{
    /// <summary>Returns the histories by the id of the deal, in the given order.</summary>
    /// <exception cref="ArgumentException">A history is null, or a deal occurs twice.</exception>
    public static OrderedDictionary<string, DealHistory> ById(ReadOnlySpan<DealHistory> histories)
    {
        var byId = new OrderedDictionary<string, DealHistory>(histories.Length, StringComparer.Ordinal);
        foreach (DealHistory history in histories)
        {
            if (!byId.TryAdd(Guard.Against.Null(history, nameof(histories)).Deal, history))
            {
                throw new ArgumentException(
                    Invariant($"histories had deal \"{history.Deal}\" twice; each deal once is expected."),
                    nameof(histories));
            }
        }

        return byId;
    }
}
