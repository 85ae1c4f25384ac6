using NodaTime;
using RevenueModel.Pricing;
using RevenueModel.Primitives;

namespace RevenueModel.Billing;

/// <summary>The usage of consecutive parts, by meter of the period, smoothed if the plan smooths usage.</summary>
internal sealed class RangeUsage
{
    private readonly decimal[] _metered;
    private readonly decimal[] _billed;
    private readonly int[] _periods = [];
    private readonly ValueList<decimal>[] _transactions = [];

    /// <param name="account">The account, with the usage of earlier periods.</param>
    /// <param name="plan">The plans of the period.</param>
    /// <param name="facts">The usage of the period.</param>
    /// <param name="range">The first and the last part.</param>
    /// <param name="terms">A plan of the range.</param>
    /// <param name="before">The day; only usage before it counts.</param>
    public RangeUsage(
        BillingAccount account,
        PeriodPlan plan,
        UsageFacts facts,
        (int First, int Last) range,
        PlanTerms terms,
        LocalDate before)
    {
        Range = range;
        Window = terms.SmoothingPeriods;
        DateSpan days = plan.DaysOf(range.First, range.Last);
        _metered = new decimal[plan.Meters.Count];
        for (int meter = 0; meter < _metered.Length; meter++)
        {
            _metered[meter] = facts.Quantity(meter, days, before);
        }

        if (facts.HasTransactions)
        {
            _transactions = [.. _metered.Select((_, meter) => facts.Transactions(meter, days, before))];
        }

        _billed = _metered;
        if (Window > 1)
        {
            _billed = new decimal[_metered.Length];
            _periods = new int[_metered.Length];
            PeriodShare share = ShareOfService(plan, days, terms.Plan);
            for (int meter = 0; meter < _metered.Length; meter++)
            {
                Smooth(account, plan.Meters[meter], meter, share);
            }
        }
    }

    /// <summary>Gets the first and the last part.</summary>
    public (int First, int Last) Range { get; }

    /// <summary>Gets the number of periods over which usage is smoothed.</summary>
    public int Window { get; }

    /// <summary>Gets the usage.</summary>
    public PeriodUsage Usage => new(_billed, _transactions) { Metered = _metered, Periods = _periods };

    // The days of the range as a share of the service days.
    private static PeriodShare ShareOfService(PeriodPlan plan, DateSpan days, PricePlan terms)
    {
        if (days == plan.Service)
        {
            return PeriodShare.All;
        }

        PeriodShare own = plan.ShareOf(terms, days);
        return plan.Service == plan.Span ? own : new PeriodShare(own.Days, plan.ShareOf(terms, plan.Service).Days);
    }

    // Usage of earlier periods counts in proportion to the days of the range.
    private void Smooth(BillingAccount account, string meter, int at, PeriodShare share)
    {
        MeterSeries? series = NameLookup.Find(account.RecentUsage.AsSpan(), meter, static one => one.Meter);
        ReadOnlySpan<decimal> recent = series is null ? [] : series.Quantities.AsSpan();
        recent = recent[Math.Max(recent.Length - Window + 1, 0)..];
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
