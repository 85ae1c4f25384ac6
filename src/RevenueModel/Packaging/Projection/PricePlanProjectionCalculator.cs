using Ardalis.GuardClauses;
using NodaTime;
using RevenueModel.Pricing;
using RevenueModel.Primitives;

namespace RevenueModel.Packaging;

/// <summary>What plans bill as usage grows, and whether the growth alone makes a shock of a bill.</summary>
/// <remarks>
/// <para>The points follow each other from the first month of a contract: ramped commitments count the years, allowances
/// are carried and usage is smoothed from one point to the next. A point of part of a contract year has no true-up of that
/// year.</para>
/// <para>Published: 24, 48 and 72 integrations in the years 1, 2 and 3, at 1.0x, 1.5x and 2.2x the first year's contract
/// value (iPaaS 2027, section 2.2). A price per operation alone would bill 3.0x, the multiple of the published
/// shock.</para>
/// </remarks>
public static class PricePlanProjectionCalculator
{
    /// <summary>The bills of plans along a growth curve of usage.</summary>
    /// <param name="plans">The plans.</param>
    /// <param name="points">The points in order, at least one, all of the same meters.</param>
    /// <param name="unitMeter">The meter that effective prices are told for, billed or not; the first of the first point
    /// unless said.</param>
    /// <param name="multiple">The multiple of the first point's bill from which a bill is a shock, above one.</param>
    /// <returns>A projection for each plan, in their order.</returns>
    /// <exception cref="ArgumentException">There is no point, points differ in their meters, a meter of a plan or
    /// <paramref name="unitMeter"/> is missing, usage is above a last tier, or the multiple is one or less.</exception>
    public static ValueList<PricePlanProjection> Project(
        ReadOnlySpan<PricePlan> plans,
        ReadOnlySpan<UsagePoint> points,
        string? unitMeter = null,
        decimal multiple = BillShockRule.PublishedMultiple)
    {
        BillShockRule.RequireMultiple(multiple);
        RequireSameMeters(points);
        unitMeter ??= points[0].Quantities[0].Meter;
        if (points[0].Find(unitMeter) is null)
        {
            throw DomainGuards.OutOfRange(
                nameof(unitMeter), unitMeter, "a meter of the points, " + string.Join(", ", points[0].Quantities.Select(one => one.Meter)) + ",");
        }

        UsageHistory history = HistoryOf(points);
        decimal[] bills = new decimal[history.Months];
        var projections = new PricePlanProjection[plans.Length];
        for (int i = 0; i < projections.Length; i++)
        {
            RequireMeters(Guard.Against.Null(plans[i], nameof(plans)), points[0]);
            Bill(plans[i], history, bills);
            projections[i] = new PricePlanProjection(plans[i], unitMeter, BillsAt(points, bills, unitMeter, multiple));
        }

        return ValueList.Own(projections);
    }

    /// <summary>The bills of plans with one meter along years of growth.</summary>
    /// <param name="plans">The plans.</param>
    /// <param name="meter">The meter that they bill: operations.</param>
    /// <param name="curve">The count in each year, in order, zero or more, at least one: 24, 48 and 72
    /// integrations.</param>
    /// <param name="quantityEach">What each one uses in a month, zero or more: operations per integration.</param>
    /// <param name="multiple">The multiple of the first year's bill from which a bill is a shock, above one.</param>
    /// <returns>A projection for each plan, of points of twelve months named "Year 1" and so on.</returns>
    /// <exception cref="ArgumentException">There is no year, a plan bills another meter, a value is outside its range, or
    /// usage is above a last tier.</exception>
    public static ValueList<PricePlanProjection> ProjectYears(
        ReadOnlySpan<PricePlan> plans,
        string meter,
        ReadOnlySpan<decimal> curve,
        decimal quantityEach,
        decimal multiple = BillShockRule.PublishedMultiple)
    {
        var points = new UsagePoint[curve.Length];
        for (int year = 0; year < points.Length; year++)
        {
            decimal count = Guard.Against.BelowZero(curve[year], nameof(curve));
            points[year] = UsagePoint.Of(
                Invariant($"Year {year + 1}"), 12, meter, count * Guard.Against.BelowZero(quantityEach));
        }

        return Project(plans, points, meter, multiple);
    }

    private static void RequireMeters(PricePlan plan, UsagePoint points)
    {
        foreach (string meter in plan.Meters)
        {
            if (points.Find(meter) is null)
            {
                throw new ArgumentException(
                    $"points had no usage of \"{meter}\", which plan \"{plan.Name}\" bills; it is expected at each of them.", nameof(points));
            }
        }
    }

    private static void Bill(PricePlan plan, UsageHistory history, decimal[] bills)
    {
        try
        {
            BillCalculator.MonthlyAmounts(plan, history, bills);
        }
        catch (ArgumentException refused) when (refused.InnerException is ArgumentException ofCharge)
        {
            throw DomainGuards.Within("points", ofCharge); // the customer and the months are none that anybody knows
        }
    }

    private static void RequireSameMeters(ReadOnlySpan<UsagePoint> points)
    {
        if (points.IsEmpty)
        {
            throw new ArgumentException("points had no point; at least one is expected.", nameof(points));
        }

        foreach (UsagePoint point in points)
        {
            Guard.Against.Null(point, nameof(points));
            foreach (MeterUsage quantity in points[0].Quantities)
            {
                if (point.Find(quantity.Meter) is null || point.Quantities.Count != points[0].Quantities.Count)
                {
                    throw new ArgumentException(
                        $"{point} and {points[0]} differ in their meters; the same meters at all points are expected.", nameof(points));
                }
            }
        }
    }

    private static UsageHistory HistoryOf(ReadOnlySpan<UsagePoint> points)
    {
        var series = new MeterSeries[points[0].Quantities.Count];
        for (int meter = 0; meter < series.Length; meter++)
        {
            string name = points[0].Quantities[meter].Meter;
            var months = new List<MeterUsage>();
            bool hasTransactions = false;
            bool hasQuantities = false;
            foreach (UsagePoint point in points)
            {
                MeterUsage usage = point.Find(name)!;
                hasTransactions |= !usage.Transactions.IsEmpty;
                hasQuantities |= usage.Transactions.IsEmpty && usage.Quantity > 0m;
                months.AddRange(Enumerable.Repeat(usage, point.Months));
            }

            // Where a point has a quantity alone, transactions are not known of all: a price that needs them refuses it.
            series[meter] = hasTransactions && !hasQuantities
                ? MeterSeries.OfTransactions(name, [.. months.Select(static month => month.Transactions)])
                : MeterSeries.Of(name, months.Select(static month => month.Quantity));
        }

        return UsageHistory.Of("The growth curve", new YearMonth(1, 1), series); // which year it is changes no bill
    }

    private static ValueList<ProjectedBill> BillsAt(
        ReadOnlySpan<UsagePoint> points,
        ReadOnlySpan<decimal> bills,
        string unitMeter,
        decimal multiple)
    {
        var projected = new ProjectedBill[points.Length];
        decimal first = 0m;
        for (int i = 0; i < projected.Length; i++)
        {
            UsagePoint point = points[i];
            decimal total = 0m;
            foreach (decimal bill in bills[..point.Months])
            {
                total += bill;
            }

            bills = bills[point.Months..];
            first = i == 0 ? total : first;
            decimal atFirst = first * point.Months; // compared by products, over as many months
            decimal atPoint = total * points[0].Months;
            projected[i] = new ProjectedBill(
                point,
                total,
                point.Find(unitMeter)!.Quantity * point.Months,
                atFirst > 0m ? atPoint / atFirst : null,
                atFirst > 0m && DivisionNoise.Reaches(atPoint, multiple * atFirst));
        }

        return ValueList.Own(projected);
    }
}
