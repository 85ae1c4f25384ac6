using Ardalis.GuardClauses;
using NodaTime;
using RevenueModel.Primitives;

namespace RevenueModel.Kpis;

/// <summary>Estimates the revenue that running pilots will bring.</summary>
public static class PocRevenueCalculator
{
    /// <summary>Estimates new ARR by month.</summary>
    /// <param name="conversion">A reading of the conversion rate, with an interval.</param>
    /// <param name="leadMonths">The months from the start of a pilot to its revenue, such as 6 to 12; closed, zero or
    /// more.</param>
    /// <param name="pocs">The pilots; those that ended are excluded.</param>
    /// <returns>The months from the earliest to the latest with revenue, or nothing without a running pilot.</returns>
    /// <exception cref="ArgumentException">The reading has no value or no interval, the band is open or negative, or a
    /// running pilot has no ARR.</exception>
    /// <remarks>
    /// <c>ARR × conversion rate</c> of each pilot, in equal parts on the months of the lead: published figures say
    /// only that the rate leads revenue by 6 to 12 months. Low and high take the ends of the interval of the rate, and
    /// so do not contain the chance of single pilots.
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
        Guard.Against.Null(conversion);
        if (conversion.Value is not { } rate || conversion.Interval is not { Upper: { } high } interval)
        {
            throw new ArgumentException(
                Invariant($"conversion was {conversion}; a reading with a value and an interval is expected."),
                nameof(conversion));
        }

        if (Guard.Against.BelowZero(leadMonths).Max is not { } most)
        {
            throw DomainGuards.OutOfRange(nameof(leadMonths), leadMonths, "a closed band");
        }

        int parts = most - leadMonths.Min + 1;
        var arr = new SortedDictionary<int, decimal>();
        foreach (Poc poc in pocs)
        {
            Guard.Against.Null(poc, nameof(pocs)).Require(nameof(pocs));
            if (poc.Outcome != PocOutcome.Running)
            {
                continue;
            }

            decimal whole = poc.ProductionArr ?? throw new ArgumentException(
                Invariant($"POC \"{poc.Id}\" had no ProductionArr; an amount is expected of a running pilot."),
                nameof(pocs));
            int start = (poc.Started.Year * 12) + poc.Started.Month - 1;
            for (int lead = leadMonths.Min; lead <= most; lead++)
            {
                arr[start + lead] = arr.GetValueOrDefault(start + lead) + (whole / parts);
            }
        }

        var months = new List<PocRevenueMonth>();
        foreach ((int month, decimal amount) in arr)
        {
            months.Add(new PocRevenueMonth
            {
                Month = new YearMonth(month / 12, (month % 12) + 1),
                Arr = amount * rate,
                Low = amount * interval.Lower,
                High = amount * high,
            });
        }

        return months.ToValueList();
    }

    /// <inheritdoc cref="ByMonth(KpiReading, Band{int}, ReadOnlySpan{Poc})"/>
    public static ValueList<PocRevenueMonth> ByMonth(
        KpiReading conversion, Band<int> leadMonths, IEnumerable<Poc> pocs) =>
        ByMonth(conversion, leadMonths, pocs.AsItems());
}
