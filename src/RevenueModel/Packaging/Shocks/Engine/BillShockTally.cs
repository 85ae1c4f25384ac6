using NodaTime;
using RevenueModel.Primitives;

namespace RevenueModel.Packaging;

/// <summary>Collects shocks; allocates where there are some.</summary>
internal struct BillShockTally
{
    private List<BillShock>? _shocks;
    private long _judged;
    private long _zeroReferences;

    /// <summary>Judges a bill by the mean of <paramref name="count"/> bills that sum to <paramref name="sum"/>.</summary>
    /// <remarks>Compares products, so that a mean that is no decimal does not decide.</remarks>
    public void Evaluate(string customer, YearMonth month, decimal bill, decimal sum, int count, decimal multiple)
    {
        if (sum == 0m)
        {
            _zeroReferences++;
            return;
        }

        _judged++;
        if (DivisionNoise.Reaches(bill * count, multiple * sum))
        {
            (_shocks ??= []).Add(new BillShock(customer, month, bill, sum / count, bill * count / sum));
        }
    }

    public void Add(BillShocks shocks)
    {
        _judged += shocks.EvaluatedCount;
        _zeroReferences += shocks.ZeroReferenceCount;
        if (!shocks.Shocks.IsEmpty)
        {
            (_shocks ??= []).AddRange(shocks.Shocks.AsSpan());
        }
    }

    public readonly BillShocks ToShocks() => new(_shocks?.ToValueList() ?? [], _judged, _zeroReferences);
}
