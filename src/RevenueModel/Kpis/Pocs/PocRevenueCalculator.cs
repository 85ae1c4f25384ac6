using Ardalis.GuardClauses;
using RevenueModel.Primitives;
using RevenueModel.Retention;

namespace RevenueModel.Kpis;

/// <summary>Estimates the revenue that running pilots will bring.</summary>
public static class PocRevenueCalculator
{
    private const int MostLead = 1_200;

    /// <summary>Estimates new ARR by month.</summary>
    /// <param name="conversion">A reading of <see cref="StandardKpis.PocConversion"/>, with an interval.</param>
    /// <param name="leadMonths">The months from the start of a pilot to its revenue, such as 6 to 12; 0 to
    /// 1,200.</param>
    /// <param name="pocs">The pilots; those that ended are excluded.</param>
    /// <returns>Each month from the earliest to the latest with revenue, or nothing without a running pilot.</returns>
    /// <exception cref="ArgumentException">The reading is of another indicator or has no value or no interval, the
    /// band is open or outside its range, a pilot is repeated, or a running pilot has no ARR.</exception>
    /// <remarks>
    /// <c>ARR × conversion rate</c> of each pilot, in equal parts on the months of the lead that are after the month
    /// of the reading: published figures say only that the rate leads revenue by 6 to 12 months. A pilot that runs
    /// longer than the lead is expected in the first month after the reading. Low and high take the ends of the
    /// interval of the rate, and so do not contain the chance of single pilots.
    /// </remarks>
    /// <example><code>
    /// KpiReading conversion = new()
    /// {
    ///     Kpi = StandardKpis.PocConversion.Name, AsOf = new LocalDate(2027, 6, 30), Value = 0.6m, Count = 20,
    ///     Interval = new KpiInterval { Lower = 0.4m, Upper = 0.8m, Confidence = 0.95 },
    /// };
    /// Poc pilot = new()
    /// {
    ///     Id = "P1", Account = "Acme", Started = new LocalDate(2027, 4, 15), ProductionArr = 700_000m,
    /// };
    /// var months = PocRevenueCalculator.ByMonth(conversion, Band.Between(6, 12), [pilot]);
    /// Console.WriteLine(months[0]); // 2027-10: 60,000 (40,000 to 80,000)
    /// </code></example>
    public static ValueList<PocRevenueMonth> ByMonth(
        KpiReading conversion, Band<int> leadMonths, ReadOnlySpan<Poc> pocs)
    {
        if (Guard.Against.Null(conversion).Kpi != StandardKpis.PocConversion.Name
            || conversion.Value is not { } rate
            || conversion.Interval is not { Upper: { } high } interval)
        {
            throw new ArgumentException(
                Invariant($"conversion was {conversion}; a reading of \"{StandardKpis.PocConversion.Name}\" with a ")
                    + "value and an interval is expected.",
                nameof(conversion));
        }

        if (Guard.Against.BelowZero(leadMonths).Max is not { } most || most > MostLead)
        {
            throw DomainGuards.OutOfRange(
                nameof(leadMonths), leadMonths, Invariant($"a band within 0 to {MostLead:#,0}"));
        }

        SortedDictionary<int, decimal> arr = ArrByMonth(
            pocs, leadMonths.Min, most, next: MonthIndex.Of(conversion.AsOf) + 1);
        var months = new List<PocRevenueMonth>();
        foreach ((int month, decimal amount) in arr)
        {
            months.Add(new PocRevenueMonth
            {
                Month = MonthIndex.ToMonth(month),
                Arr = amount * rate,
                Low = amount * interval.Lower,
                High = amount * high,
            });
        }

        return months.ToValueList();
    }

    // The first month that is not past is next.
    private static SortedDictionary<int, decimal> ArrByMonth(ReadOnlySpan<Poc> pocs, int least, int most, int next)
    {
        var arr = new SortedDictionary<int, decimal>();
        var ids = new HashSet<string>(StringComparer.Ordinal);
        foreach (Poc poc in pocs)
        {
            Guard.Against.Null(poc, nameof(pocs)).Require(nameof(pocs));
            if (!ids.Add(poc.Id))
            {
                throw new ArgumentException(
                    Invariant($"pocs had POC \"{poc.Id}\" twice; one record of it is expected."), nameof(pocs));
            }

            if (poc.Outcome != PocOutcome.Running)
            {
                continue;
            }

            decimal whole = poc.ProductionArr ?? throw new ArgumentException(
                Invariant($"POC \"{poc.Id}\" had no ProductionArr; an amount is expected of a running pilot."),
                nameof(pocs));
            int start = MonthIndex.Of(poc.Started);
            int last = Math.Max(start + most, next);
            int first = Math.Max(start + least, next);
            for (int month = first; month <= last; month++)
            {
                arr[month] = DomainGuards.Total(
                    arr.GetValueOrDefault(month), whole / (last - first + 1), nameof(pocs));
            }
        }

        int end = arr.Count > 0 ? arr.Keys.Last() : 0;
        for (int month = arr.Count > 0 ? arr.Keys.First() : 0; month < end; month++)
        {
            arr.TryAdd(month, 0m);
        }

        return arr;
    }

    /// <inheritdoc cref="ByMonth(KpiReading, Band{int}, ReadOnlySpan{Poc})"/>
    public static ValueList<PocRevenueMonth> ByMonth(
        KpiReading conversion, Band<int> leadMonths, IEnumerable<Poc> pocs) =>
        ByMonth(conversion, leadMonths, pocs.AsItems());
}
