using NodaTime;
using RevenueModel.Primitives;

namespace RevenueModel.Packaging;

/// <summary>Collects shocks. Allocates only if there is one.</summary>
internal struct BillShockTally
{
    private List<BillShock>? _shocks;
    private long _evaluatedCount;
    private long _zeroReferenceCount;

    /// <summary>Compares a bill with the mean of <paramref name="count"/> bills with the sum
    /// <paramref name="sum"/>.</summary>
    public void Evaluate(string customer, YearMonth month, decimal bill, decimal sum, int count, in BillShockRule rule)
    {
        if (sum == 0m)
        {
            _zeroReferenceCount++;
            return;
        }

        _evaluatedCount++;
        if (rule.IsShock(bill, sum, count))
        {
            (_shocks ??= []).Add(new BillShock(customer, month, bill, sum / count, bill * count / sum));
        }
    }

    public void Add(BillShocks shocks)
    {
        _evaluatedCount += shocks.EvaluatedCount;
        _zeroReferenceCount += shocks.ZeroReferenceCount;
        if (!shocks.Shocks.IsEmpty)
        {
            (_shocks ??= []).AddRange(shocks.Shocks.AsSpan());
        }
    }

    public readonly BillShocks ToShocks() => new(_shocks?.ToValueList() ?? [], _evaluatedCount, _zeroReferenceCount);
}
