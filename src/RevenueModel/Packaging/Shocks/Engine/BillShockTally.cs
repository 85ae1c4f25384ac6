using NodaTime;
using RevenueModel.Primitives;

namespace RevenueModel.Packaging;

/// <summary>Collects shocks. Allocates only where there is one.</summary>
internal struct BillShockTally
{
    private List<BillShock>? _shocks;
    private long _evaluatedCount;
    private long _zeroReferenceCount;

    /// <summary>Compares a bill with the mean of <paramref name="count"/> bills that sum to
    /// <paramref name="sum"/>.</summary>
    /// <remarks>Compares products, so that the rounding of the mean has no influence.</remarks>
    public void Evaluate(string customer, YearMonth month, decimal bill, decimal sum, int count, decimal multiple)
    {
        if (sum == 0m)
        {
            _zeroReferenceCount++;
            return;
        }

        _evaluatedCount++;
        if (DivisionNoise.Reaches(bill * count, multiple * sum))
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
