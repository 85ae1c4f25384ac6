using Ardalis.GuardClauses;
using NodaTime;
using RevenueModel.Primitives;

namespace RevenueModel.Organization;

/// <summary>Computes the heads that a target needs, and when they have to start.</summary>
public static class HiringCalculator
{
    /// <summary>Computes the ramped heads that a target needs.</summary>
    /// <param name="target">The bookings of the period in one currency, zero or more.</param>
    /// <param name="quota">The quota of a head for the period, above zero.</param>
    /// <param name="attainment">The share of the quota that heads attain, above zero.</param>
    /// <returns>The quota that has to be carried and the heads, which are rounded up.</returns>
    /// <exception cref="ArgumentException">A number is outside its range, or more than two billion heads are
    /// needed.</exception>
    /// <example><code>
    /// HeadRequirement heads = HiringCalculator.RequiredHeads(target: 15_000_000m, quota: 1_400_000m, attainment:
    /// 0.85m); Console.WriteLine(heads); // 13 heads (12.61) carry 17,647,058.82
    /// </code></example>
    public static HeadRequirement RequiredHeads(decimal target, decimal quota, decimal attainment)
    {
        Guard.Against.BelowZero(target);
        Guard.Against.NotPositive(quota);
        Guard.Against.NotPositive(attainment);
        try
        {
            decimal carried = target / attainment;
            decimal heads = carried / quota;
            return heads <= int.MaxValue
                ? new HeadRequirement(carried, heads, (int)decimal.Ceiling(heads))
                : throw DomainGuards.OutOfRange(nameof(target), target, "a target that needs fewer heads");
        }
        catch (OverflowException overflow)
        {
            throw DomainGuards.Overflow("The quota", nameof(target), overflow);
        }
    }

    /// <summary>Computes the hires, all of one start, that bring a capacity to a target.</summary>
    /// <param name="terms">The quota, the attainment, the ramp and the seasonality.</param>
    /// <param name="capacity">The capacity of the months of the target, at least one, in order.</param>
    /// <param name="target">The bookings of these months, zero or more.</param>
    /// <param name="start">The month at whose beginning the hires start.</param>
    /// <returns>The need.</returns>
    /// <exception cref="ArgumentException">There is no month, the target is negative, or a figure exceeds the range
    /// of a decimal.</exception>
    public static HiringNeed RequiredHires(
        CapacityTerms terms, ReadOnlySpan<CapacityMonth> capacity, decimal target, YearMonth start)
    {
        Guard.Against.Null(terms);
        Guard.Against.BelowZero(target);
        RequireMonths(capacity);
        decimal shortfall = Math.Max(target - CapacityCalculator.BookingsOf(capacity, nameof(capacity)), 0m);
        decimal perHire = BookingsOfHire(terms, capacity, start);
        decimal? hires = shortfall == 0m ? 0m : perHire > 0m ? decimal.Ceiling(shortfall / perHire) : null;
        return new HiringNeed(start, shortfall, perHire, hires is <= int.MaxValue ? (int)hires : null);
    }

    /// <inheritdoc cref="RequiredHires(CapacityTerms, ReadOnlySpan{CapacityMonth}, decimal, YearMonth)"/>
    public static HiringNeed RequiredHires(
        CapacityTerms terms, IEnumerable<CapacityMonth> capacity, decimal target, YearMonth start) =>
        RequiredHires(terms, capacity.AsItems(), target, start);

    /// <summary>Finds the last month in which a number of hires can start and still reach a target.</summary>
    /// <param name="terms">The quota, the attainment, the ramp and the seasonality.</param>
    /// <param name="capacity">The capacity of the months of the target, at least one, in order.</param>
    /// <param name="target">The bookings of these months, zero or more.</param>
    /// <param name="hires">The number of hires, one or more.</param>
    /// <param name="earliest">The first month in which they could start.</param>
    /// <returns>The month, or <see langword="null"/> if they do not suffice even if they start in the first
    /// one.</returns>
    /// <exception cref="ArgumentException">There is no month, a number is outside its range, or a figure exceeds the
    /// range of a decimal.</exception>
    public static YearMonth? LatestStart(
        CapacityTerms terms, ReadOnlySpan<CapacityMonth> capacity, decimal target, int hires, YearMonth earliest)
    {
        Guard.Against.Null(terms);
        Guard.Against.BelowZero(target);
        Guard.Against.BelowOne(hires);
        RequireMonths(capacity);
        for (YearMonth start = capacity[^1].Month; start >= earliest; start = start.PlusMonths(-1))
        {
            if (RequiredHires(terms, capacity, target, start).Hires <= hires)
            {
                return start;
            }
        }

        return null;
    }

    /// <inheritdoc cref="LatestStart(CapacityTerms, ReadOnlySpan{CapacityMonth}, decimal, int, YearMonth)"/>
    public static YearMonth? LatestStart(
        CapacityTerms terms, IEnumerable<CapacityMonth> capacity, decimal target, int hires, YearMonth earliest) =>
        LatestStart(terms, capacity.AsItems(), target, hires, earliest);

    /// <summary>Counts the heads at the start and the end of a span, and those who started and left in it.</summary>
    /// <param name="heads">The heads.</param>
    /// <param name="span">The span, with an end.</param>
    /// <returns>The counts, which close: opening + started - left = closing.</returns>
    /// <exception cref="ArgumentException">A head is null, or the span has no end.</exception>
    public static HeadBridge Bridge(ReadOnlySpan<SalesHead> heads, DateSpan span)
    {
        LocalDate end = span.End ?? throw DomainGuards.OutOfRange(nameof(span), span, "a span with an end");
        int opening = 0;
        int started = 0;
        int left = 0;
        foreach (SalesHead head in heads)
        {
            DateSpan employed = Guard.Against.Null(head, nameof(heads)).Employed;
            opening += employed.Start < span.Start && !(employed.End <= span.Start) ? 1 : 0;
            started += employed.Start >= span.Start && employed.Start < end ? 1 : 0;
            left += employed.End > span.Start && employed.End <= end ? 1 : 0;
        }

        return new HeadBridge(span, opening, started, left);
    }

    /// <inheritdoc cref="Bridge(ReadOnlySpan{SalesHead}, DateSpan)"/>
    public static HeadBridge Bridge(IEnumerable<SalesHead> heads, DateSpan span) => Bridge(heads.AsItems(), span);

    private static decimal BookingsOfHire(
        CapacityTerms terms, ReadOnlySpan<CapacityMonth> capacity, YearMonth start)
    {
        SalesHead hire = new() { Name = "hire", Employed = DateSpan.From(start.OnDayOfMonth(1)) };
        ValueList<CapacityMonth> months =
            CapacityCalculator.ByMonth(terms, [hire], capacity[0].Month, capacity.Length);
        return CapacityCalculator.BookingsOf(months.AsSpan(), nameof(terms));
    }

    private static void RequireMonths(ReadOnlySpan<CapacityMonth> capacity)
    {
        if (capacity.IsEmpty)
        {
            throw new ArgumentException("capacity had no month; at least one is expected.", nameof(capacity));
        }

        for (int i = 1; i < capacity.Length; i++)
        {
            if (capacity[i].Month != capacity[i - 1].Month.PlusMonths(1))
            {
                throw DomainGuards.OutOfRange(
                    nameof(capacity),
                    Invariant($"{capacity[i].Month:uuuu-MM} after {capacity[i - 1].Month:uuuu-MM}"),
                    "one month after the other");
            }
        }
    }
}
