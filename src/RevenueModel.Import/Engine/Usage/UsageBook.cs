using NodaTime;
using RevenueModel.Pricing;
using RevenueModel.Primitives;

namespace RevenueModel.Import;

/// <summary>The usage of all customers, as rows are read.</summary>
internal sealed class UsageBook
{
    private readonly Dictionary<string, Dictionary<string, MeterUsage>> _customers = new(StringComparer.Ordinal);
    private readonly List<string> _order = [];
    private readonly List<string> _meters = [];

    /// <summary>Returns the usage of a customer's meter.</summary>
    public MeterUsage this[string customer, string meter]
    {
        get
        {
            if (!_customers.TryGetValue(customer, out Dictionary<string, MeterUsage>? meters))
            {
                _customers[customer] = meters = new Dictionary<string, MeterUsage>(StringComparer.OrdinalIgnoreCase);
                _order.Add(customer);
            }

            if (!meters.TryGetValue(meter, out MeterUsage? usage))
            {
                meters[meter] = usage = new MeterUsage();
                if (NameLookup.IndexOf<string>(_meters.ToArray(), meter, static name => name) < 0)
                {
                    _meters.Add(meter);
                }
            }

            return usage;
        }
    }

    /// <summary>Returns whether a customer has usage.</summary>
    public bool Has(string customer) => _customers.ContainsKey(customer);

    /// <summary>Returns the sum of the usage so far of one customer or all, one meter or all, one month or
    /// all.</summary>
    public decimal Sum(string? customer, string? meter, int? month) => _customers
        .Where(entry => customer is null || entry.Key == customer)
        .SelectMany(entry => entry.Value)
        .Where(entry => meter is null || NameLookup.Same(entry.Key, meter))
        .SelectMany(entry => entry.Value.Months)
        .Where(entry => month is null || entry.Key == month)
        .Sum(entry => entry.Value);

    /// <summary>Returns a history for each customer, and adds the months without rows to the gaps.</summary>
    public List<UsageHistory> ToHistories(List<UsageGap> gaps)
    {
        var histories = new List<UsageHistory>(_order.Count);
        foreach (string customer in _order)
        {
            KeyValuePair<string, MeterUsage>[] meters =
                [.. _customers[customer].Where(entry => entry.Value.Months.Count > 0)];
            if (meters.Length == 0)
            {
                continue;
            }

            int first = meters.Min(entry => entry.Value.First);
            int last = meters.Max(entry => entry.Value.Last);
            foreach ((string meter, MeterUsage usage) in meters)
            {
                YearMonth[] missing =
                [
                    .. Enumerable.Range(usage.First, usage.Last - usage.First + 1)
                        .Where(month => !usage.Months.ContainsKey(month))
                        .Select(MeterUsage.MonthOf),
                ];
                if (missing.Length > 0)
                {
                    gaps.Add(new UsageGap(customer, meter, [.. missing]));
                }
            }

            histories.Add(UsageHistory.Of(
                customer,
                MeterUsage.MonthOf(first),
                meters.Select(entry => MeterSeries.Of(
                    entry.Key,
                    Enumerable.Range(first, last - first + 1)
                        .Select(month => entry.Value.Months.GetValueOrDefault(month))))));
        }

        return histories;
    }

    /// <summary>Returns the meters in the order in which they first appear.</summary>
    public ValueList<SurveyedMeter> ToMeters() =>
    [
        .. _meters
            .Select(meter => (Name: meter, Usages: _customers.Values
                .Select(meters => meters.GetValueOrDefault(meter))
                .OfType<MeterUsage>()
                .Where(usage => usage.Months.Count > 0)
                .ToArray()))
            .Where(meter => meter.Usages.Length > 0)
            .Select(meter => new SurveyedMeter(
                meter.Name,
                meter.Usages.Length,
                MeterUsage.MonthOf(meter.Usages.Min(usage => usage.First)),
                MeterUsage.MonthOf(meter.Usages.Max(usage => usage.Last)),
                meter.Usages.Sum(usage => usage.Months.Values.Sum()))),
    ];
}
