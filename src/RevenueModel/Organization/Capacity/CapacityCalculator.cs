using Ardalis.GuardClauses;
using NodaTime;
using RevenueModel.Primitives;
using RevenueModel.Statistics;

namespace RevenueModel.Organization;

/// <summary>Computes the quota and the bookings that heads can carry: by month with start, leave and ramp, and in
/// expectation with attrition and backfill.</summary>
/// <remarks>Capacity is what heads can book if there is pipeline for all of them. More heads on the same pipeline can
/// book less than their capacity.</remarks>
public static class CapacityCalculator
{
    private const int MostMonths = 1_200;

    /// <summary>Computes the capacity of known heads by month.</summary>
    /// <param name="terms">The quota, the attainment, the ramp and the seasonality.</param>
    /// <param name="heads">The heads.</param>
    /// <param name="from">The first month.</param>
    /// <param name="months">The number of months, 1 to 1,200.</param>
    /// <returns>The capacity of each month.</returns>
    /// <exception cref="ArgumentException">A head is null, the number of months is outside its range, or a figure
    /// exceeds the range of a decimal.</exception>
    /// <remarks>A head counts by the days of the month on which it works. The month in which it first works has the
    /// index zero of the ramp. A month without a working day does not advance the ramp, so that a leave of whole
    /// months is followed by the share that was reached before.</remarks>
    /// <example><code>
    /// var terms = new CapacityTerms { AnnualQuota = 1_200_000m, Ramp = RampCurve.Of(0m, 0.25m, 0.5m, 0.75m, 1m) };
    /// SalesHead[] heads = [new() { Name = "A", Employed = DateSpan.From(new(2027, 1, 1)) }];
    /// var months = CapacityCalculator.ByMonth(terms, heads, from: new YearMonth(2027, 1), months: 3);
    /// Console.WriteLine($"{months[2].Bookings:#,0}"); // 50,000
    /// </code></example>
    public static ValueList<CapacityMonth> ByMonth(
        CapacityTerms terms, ReadOnlySpan<SalesHead> heads, YearMonth from, int months)
    {
        Guard.Against.Null(terms);
        RequireMonths(months);
        var present = new decimal[months];
        var ramped = new decimal[months];
        foreach (SalesHead head in heads)
        {
            Count(Guard.Against.Null(head, nameof(heads)), terms.Ramp, from, present, ramped);
        }

        var capacity = new CapacityMonth[months];
        for (int i = 0; i < months; i++)
        {
            capacity[i] = MonthOf(terms, from.PlusMonths(i), present[i], ramped[i], leavers: 0m, backfills: 0m);
        }

        return ValueList.Own(capacity);
    }

    /// <inheritdoc cref="ByMonth(CapacityTerms, ReadOnlySpan{SalesHead}, YearMonth, int)"/>
    public static ValueList<CapacityMonth> ByMonth(
        CapacityTerms terms, IEnumerable<SalesHead> heads, YearMonth from, int months) =>
        ByMonth(terms, heads.AsItems(), from, months);

    /// <summary>Computes the expected capacity of ramped heads and planned hires by month, with attrition and
    /// backfill.</summary>
    /// <param name="terms">The quota, the attainment, the ramp and the seasonality.</param>
    /// <param name="rampedHeads">The heads at the start, all ramped, zero or more.</param>
    /// <param name="hires">The hires at the beginning of each month from the first one on; further months have none.
    /// Each is zero or more.</param>
    /// <param name="attrition">The attrition and the backfill.</param>
    /// <param name="from">The first month.</param>
    /// <param name="months">The number of months, 1 to 1,200.</param>
    /// <returns>The expected capacity of each month.</returns>
    /// <exception cref="ArgumentException">A number is outside its range, or a figure exceeds the range of a
    /// decimal.</exception>
    /// <remarks>Heads leave at the end of a month, ramped or not, with the same share. A place that becomes empty at
    /// the end of a month is filled at the beginning of the next one, or as many months later as the backfill takes,
    /// by a head that starts its ramp.</remarks>
    public static ValueList<CapacityMonth> Expected(
        CapacityTerms terms,
        decimal rampedHeads,
        ReadOnlySpan<decimal> hires,
        AttritionTerms attrition,
        YearMonth from,
        int months)
    {
        Guard.Against.Null(terms);
        Guard.Against.Null(attrition);
        Guard.Against.BelowZero(rampedHeads);
        RequireMonths(months);
        foreach (decimal hire in hires)
        {
            Guard.Against.BelowZero(hire, nameof(hires));
        }

        decimal leaving = MonthlyShare(attrition);
        decimal ramped = rampedHeads;
        var started = new decimal[months];
        var leavers = new decimal[months];
        var capacity = new CapacityMonth[months];
        for (int month = 0; month < months; month++)
        {
            int vacant = month - 1 - (attrition.BackfillMonths ?? months);
            decimal backfills = vacant >= 0 ? leavers[vacant] : 0m;
            started[month] = backfills + (month < hires.Length ? hires[month] : 0m);
            decimal heads = ramped;
            decimal productive = ramped;
            for (int start = 0; start <= month; start++)
            {
                heads += started[start];
                productive += started[start] * terms.Ramp.ShareAt(month - start);
            }

            leavers[month] = heads * leaving;
            capacity[month] = MonthOf(
                terms, from.PlusMonths(month), heads, productive, leavers[month], backfills);
            ramped *= 1m - leaving;
            for (int start = 0; start <= month; start++)
            {
                started[start] *= 1m - leaving;
            }
        }

        return ValueList.Own(capacity);
    }

    /// <inheritdoc cref="Expected(CapacityTerms, decimal, ReadOnlySpan{decimal}, AttritionTerms, YearMonth, int)"/>
    public static ValueList<CapacityMonth> Expected(
        CapacityTerms terms,
        decimal rampedHeads,
        IEnumerable<decimal> hires,
        AttritionTerms attrition,
        YearMonth from,
        int months) => Expected(terms, rampedHeads, hires.AsItems(), attrition, from, months);

    /// <summary>Estimates the capacity of ramped heads at their attainment and of ramping heads at a flat
    /// productivity.</summary>
    /// <param name="rampedHeads">The ramped heads, zero or more.</param>
    /// <param name="rampingHeads">The ramping heads, zero or more.</param>
    /// <param name="quota">The quota of a head for the period, zero or more.</param>
    /// <param name="attainment">The share of the quota that ramped heads attain, zero or more.</param>
    /// <param name="rampingProductivity">The share of the quota that ramping heads bring, zero or more.</param>
    /// <returns>The bookings of both and their sum.</returns>
    /// <exception cref="ArgumentException">A number is negative, or a figure exceeds the range of a
    /// decimal.</exception>
    /// <remarks>A common estimate on one line. The productivity of ramping heads includes their
    /// attainment.</remarks>
    public static CapacityEstimate Estimate(
        decimal rampedHeads, decimal rampingHeads, decimal quota, decimal attainment, decimal rampingProductivity)
    {
        Guard.Against.BelowZero(rampedHeads);
        Guard.Against.BelowZero(rampingHeads);
        Guard.Against.BelowZero(quota);
        Guard.Against.BelowZero(attainment);
        Guard.Against.BelowZero(rampingProductivity);
        try
        {
            return new CapacityEstimate(
                rampedHeads * quota * attainment, rampingHeads * quota * rampingProductivity);
        }
        catch (OverflowException overflow)
        {
            throw DomainGuards.Overflow("The capacity", nameof(quota), overflow);
        }
    }

    /// <summary>Adds the bookings of months.</summary>
    internal static decimal BookingsOf(ReadOnlySpan<CapacityMonth> months, string name)
    {
        decimal bookings = 0m;
        foreach (CapacityMonth month in months)
        {
            bookings = DomainGuards.Total(bookings, month.Bookings, name);
        }

        return bookings;
    }

    private static void Count(
        SalesHead head, RampCurve ramp, YearMonth from, decimal[] present, decimal[] ramped)
    {
        YearMonth month = head.Employed.Start.ToYearMonth();
        int rampMonth = 0;
        int skipped = MonthsBetween(from, month);
        for (int i = skipped; i < present.Length; i++)
        {
            var span = DateSpan.Of(from.PlusMonths(i));
            int days = head.DaysIn(span);
            if (i >= 0)
            {
                decimal share = (decimal)days / span.Days!.Value;
                present[i] += share;
                ramped[i] += share * ramp.ShareAt(rampMonth);
            }

            rampMonth += days > 0 ? 1 : 0;
        }
    }

    private static int MonthsBetween(YearMonth from, YearMonth to) =>
        ((to.Year - from.Year) * 12) + to.Month - from.Month;

    private static CapacityMonth MonthOf(
        CapacityTerms terms, YearMonth month, decimal heads, decimal ramped, decimal leavers, decimal backfills)
    {
        try
        {
            decimal quota = terms.QuotaIn(month.Month) * ramped;
            return new CapacityMonth(month, heads, ramped, quota, quota * terms.Attainment, leavers, backfills);
        }
        catch (OverflowException overflow)
        {
            throw DomainGuards.Overflow("The capacity", nameof(terms), overflow);
        }
    }

    private static decimal MonthlyShare(AttritionTerms attrition) => attrition switch
    {
        { Convention: AttritionConvention.Twelfth } => attrition.PerYear / 12m,
        { PerYear: 1m } => 1m,
        _ => 1m - (decimal)StandardNormal.Exp(StandardNormal.Log((double)(1m - attrition.PerYear)) / 12),
    };

    private static void RequireMonths(int months)
    {
        if (months is < 1 or > MostMonths)
        {
            throw DomainGuards.OutOfRange(nameof(months), months, "1 to 1,200");
        }
    }
}
