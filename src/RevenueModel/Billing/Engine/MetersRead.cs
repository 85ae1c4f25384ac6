using RevenueModel.Pricing;
using RevenueModel.Primitives;

namespace RevenueModel.Billing;

/// <summary>What was read of a plan's meters in a period, and the means that are billed where the plan smooths.</summary>
internal sealed class MetersRead
{
    private readonly BillingAccount _account;
    private readonly PlanTerms _terms;
    private readonly decimal[] _metered; // by meter of the plan
    private readonly decimal[] _smoothed;
    private readonly ValueList<decimal>[] _transactions;

    /// <exception cref="ArgumentException">A meter is none of the plan's, or is duplicated.</exception>
    public MetersRead(BillingAccount account, ReadOnlySpan<MeterUsage> usage)
    {
        _account = account;
        _terms = account.Plan.Validated(nameof(account));
        _metered = new decimal[_terms.Meters.Count];
        _transactions = new ValueList<decimal>[_metered.Length];
        ValueList<MeterUsage> all = DomainGuards.RequireDistinct(
            ValueList.Create(usage), static one => one.Meter, nameof(usage), "meter");
        foreach (MeterUsage one in all)
        {
            int meter = NameLookup.IndexOf(_terms.Meters.AsSpan(), one.Meter, static meter => meter);
            if (meter < 0)
            {
                throw new ArgumentException(
                    $"usage had \"{one.Meter}\", which plan \"{account.Plan.Name}\" does not bill; one of {_terms.Meters} is expected.",
                    nameof(usage));
            }

            _metered[meter] = one.Quantity;
            _transactions[meter] = one.Transactions;
        }

        _smoothed = [.. _metered.Select((_, meter) => Smoothed(meter))];
    }

    /// <summary>What is billed.</summary>
    public PeriodUsage Usage => new(_smoothed, _transactions);

    /// <summary>What was read of a meter.</summary>
    public decimal Metered(int meter) => _metered[meter];

    /// <summary>The number of periods whose mean is billed.</summary>
    public int Means(int meter) => Math.Min(RecentOf(meter).Length + 1, _terms.SmoothingPeriods);

    /// <summary>What the next period needs to know of this one and those before.</summary>
    public ValueList<MeterSeries> Recent()
    {
        int kept = _terms.SmoothingPeriods - 1;
        return kept == 0 ? [] : _metered.Select((_, meter) => MeterSeries.Of(_terms.Meters[meter], Last(kept, meter))).ToValueList();
    }

    private decimal Smoothed(int meter)
    {
        decimal[] all = [.. RecentOf(meter), _metered[meter]];
        return BillCalculator.Smoothed(all, all.Length - 1, _terms.SmoothingPeriods);
    }

    private decimal[] Last(int count, int meter)
    {
        decimal[] all = [.. RecentOf(meter), _metered[meter]];
        return all[Math.Max(all.Length - count, 0)..];
    }

    private ReadOnlySpan<decimal> RecentOf(int meter)
    {
        MeterSeries? recent = NameLookup.Find(_account.RecentUsage.AsSpan(), _terms.Meters[meter], static series => series.Meter);
        return recent is null ? [] : recent.Quantities.AsSpan();
    }
}
