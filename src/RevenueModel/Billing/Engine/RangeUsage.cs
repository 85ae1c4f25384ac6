using NodaTime;
using RevenueModel.Pricing;
using RevenueModel.Primitives;

namespace RevenueModel.Billing;

/// <summary>The usage of neighboring parts, by meter of the period, smoothed if the plan smooths.</summary>
internal sealed class RangeUsage
{
    private readonly decimal[] _metered;
    private readonly decimal[] _billed;
    private readonly int[] _periods;
    private readonly ValueList<decimal>[] _transactions;

    /// <param name="account">The account, with the usage of earlier periods.</param>
    /// <param name="plan">The plans of the period.</param>
    /// <param name="facts">The usage of the period.</param>
    /// <param name="range">The first and the last part.</param>
    /// <param name="terms">A plan of the range.</param>
    /// <param name="before">The day before which usage counts.</param>
    public RangeUsage(
        BillingAccount account,
        PeriodPlan plan,
        UsageFacts facts,
        (int First, int Last) range,
        PlanTerms terms,
        LocalDate before)
    {
        int count = plan.Meters.Count;
        DateSpan days = plan.DaysOf(range.First, range.Last);
        _metered = new decimal[count];
        _transactions = facts.HasTransactions ? new ValueList<decimal>[count] : [];
        for (int meter = 0; meter < count; meter++)
        {
            _metered[meter] = facts.Quantity(meter, days, before);
            if (facts.HasTransactions)
            {
                _transactions[meter] = facts.Transactions(meter, days, before);
            }
        }

        _billed = _metered;
        _periods = [];
        if (terms.SmoothingPeriods > 1)
        {
            _billed = new decimal[count];
            _periods = new int[count];
            PeriodShare share = ShareOfService(plan, days, terms.Plan);
            for (int meter = 0; meter < count; meter++)
            {
                Smooth(account, plan.Meters[meter], meter, share, terms.SmoothingPeriods);
            }
        }
    }

    public PeriodUsage Usage => new(_billed, _transactions) { Metered = _metered, Periods = _periods };

    private static PeriodShare ShareOfService(PeriodPlan plan, DateSpan days, PricePlan terms)
    {
        decimal own = plan.ShareOf(terms, days) is { IsWhole: false } part ? part.Days : 1m;
        decimal service = plan.ShareOf(terms, plan.Service) is { IsWhole: false } whole ? whole.Days : 1m;
        if (days == plan.Service)
        {
            return PeriodShare.All;
        }

        // Of a whole service the days are those of the period, which the share of a part carries.
        return new PeriodShare(own, plan.Service == plan.Span ? plan.ShareOf(terms, days).Whole : service);
    }

    // Usage of earlier periods counts in proportion to the days of the range.
    private void Smooth(BillingAccount account, string meter, int at, PeriodShare share, int window)
    {
        MeterSeries? series = NameLookup.Find(account.RecentUsage.AsSpan(), meter, static one => one.Meter);
        ReadOnlySpan<decimal> recent = series is null ? [] : series.Quantities.AsSpan();
        recent = recent[Math.Max(recent.Length - window + 1, 0)..];
        decimal sum = 0m;
        foreach (decimal quantity in recent)
        {
            sum += quantity;
        }

        sum = _metered[at] + share.Of(sum);
        _periods[at] = recent.Length + 1;
        _billed[at] = DivisionNoise.Remove(sum / _periods[at], sum);
    }
}
