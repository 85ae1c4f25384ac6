using System.Diagnostics.CodeAnalysis;
using Ardalis.GuardClauses;
using NodaTime;
using RevenueModel.Pricing;
using RevenueModel.Primitives;

namespace RevenueModel.Packaging;

/// <summary>Projects the bills of plans as usage grows, and finds bills that become shocks by growth alone.</summary>
/// <remarks>
/// <para>The points follow each other from the first month of a contract. Ramped commitments count the years, and
/// allowances are carried and usage is smoothed from one point to the next. A point that covers part of a contract
/// year has no true-up of that year.</para>
/// <para>Published: 24, 48 and 72 integrations in years 1, 2 and 3, at 1.0x, 1.5x and 2.2x the contract value of the
/// first year (iPaaS 2027, section 2.2). A price per operation alone would bill 3.0x, the multiple of the published
/// shock.</para>
/// </remarks>
public static class PricePlanProjectionCalculator
{
    private const string Subject = "points";

    /// <summary>Projects the bills of a plan along a growth curve of usage.</summary>
    /// <param name="plan">The plan.</param>
    /// <param name="points">The points in order, at least one, all with the same meters.</param>
    /// <param name="unitMeter">The meter of effective prices, billed or not. Default: the first meter of the first
    /// point.</param>
    /// <param name="multiple">The multiple of the bill at the first point from which a bill is a shock, above one.
    /// Default: three, as published.</param>
    /// <param name="minIncrease">The smallest increase of the mean monthly bill, in money, from which a bill is a
    /// shock, zero or more. Default: zero, which is no minimum.</param>
    /// <returns>The projection.</returns>
    /// <exception cref="ArgumentException">There is no point, points differ in their meters, a meter of the plan or
    /// <paramref name="unitMeter"/> is missing, usage is above a last tier, the multiple is one or less, the minimum
    /// is negative, or bills are too large for a decimal.</exception>
    /// <example><code>
    /// Charge tasks = new() { Name = "tasks", Price = PriceModel.PerUnit(0.10m) };
    /// var plan = new PricePlan { Name = "Team", BaseFee = 100m, Charges = [tasks] };
    /// UsagePoint[] points =
    /// [
    ///     UsagePoint.Of("Year 1", 12, "tasks", 24_000m), // tasks per month
    ///     UsagePoint.Of("Year 2", 12, "tasks", 48_000m),
    /// ];
    /// PricePlanProjection projection = PricePlanProjectionCalculator.Project(plan, points);
    /// Console.WriteLine($"{projection.Bills[0].MonthlyBill:#,0} a month"); // 2,500 a month
    /// Console.WriteLine($"{projection.Bills[1].MonthlyBill:#,0} a month"); // 4,900 a month
    /// </code></example>
    public static PricePlanProjection Project(
        PricePlan plan,
        ReadOnlySpan<UsagePoint> points,
        string? unitMeter = null,
        decimal multiple = BillShockRule.PublishedMultiple,
        decimal minIncrease = 0m)
    {
        UsageHistory history = HistoryOf(points, multiple, minIncrease, ref unitMeter, nameof(points));
        PlanTerms terms = Guard.Against.Null(plan).Validated(nameof(plan));
        return Project(terms, points, history, unitMeter, multiple, minIncrease, nameof(points));
    }

    /// <inheritdoc cref="Project(PricePlan, ReadOnlySpan{UsagePoint}, string, decimal, decimal)"/>
    public static PricePlanProjection Project(
        PricePlan plan,
        IEnumerable<UsagePoint> points,
        string? unitMeter = null,
        decimal multiple = BillShockRule.PublishedMultiple,
        decimal minIncrease = 0m) => Project(plan, points.AsItems(), unitMeter, multiple, minIncrease);

    /// <summary>Projects the bills of several plans along a growth curve of usage.</summary>
    /// <param name="plans">The plans.</param>
    /// <param name="points">The points in order, at least one, all with the same meters.</param>
    /// <param name="unitMeter">The meter of effective prices, billed or not. Default: the first meter of the first
    /// point.</param>
    /// <param name="multiple">The multiple of the bill at the first point from which a bill is a shock, above one.
    /// Default: three, as published.</param>
    /// <param name="minIncrease">The smallest increase of the mean monthly bill, in money, from which a bill is a
    /// shock, zero or more. Default: zero, which is no minimum.</param>
    /// <returns>A projection for each plan, in their order.</returns>
    /// <exception cref="ArgumentException">There is no point, points differ in their meters, a meter of a plan or
    /// <paramref name="unitMeter"/> is missing, usage is above a last tier, the multiple is one or less, the minimum
    /// is negative, or bills are too large for a decimal.</exception>
    public static ValueList<PricePlanProjection> Project(
        ReadOnlySpan<PricePlan> plans,
        ReadOnlySpan<UsagePoint> points,
        string? unitMeter = null,
        decimal multiple = BillShockRule.PublishedMultiple,
        decimal minIncrease = 0m)
    {
        UsageHistory history = HistoryOf(points, multiple, minIncrease, ref unitMeter, nameof(points));
        return Project(plans, points, history, unitMeter, multiple, minIncrease, nameof(points));
    }

    /// <inheritdoc cref="Project(ReadOnlySpan{PricePlan}, ReadOnlySpan{UsagePoint}, string, decimal, decimal)"/>
    public static ValueList<PricePlanProjection> Project(
        IEnumerable<PricePlan> plans,
        IEnumerable<UsagePoint> points,
        string? unitMeter = null,
        decimal multiple = BillShockRule.PublishedMultiple,
        decimal minIncrease = 0m) =>
        Project(plans.AsItems(), points.AsItems(), unitMeter, multiple, minIncrease);

    /// <summary>Projects the bills of a plan with one meter along years of growth.</summary>
    /// <param name="plan">The plan.</param>
    /// <param name="meter">The meter that the plan bills, such as operations.</param>
    /// <param name="counts">The number of units of growth in each year, such as 24, 48 and 72 integrations, in order,
    /// zero or more each; at least one year.</param>
    /// <param name="quantityEach">The monthly usage of each unit of growth, zero or more, such as operations per
    /// integration.</param>
    /// <param name="multiple">The multiple of the bill of the first year from which a bill is a shock, above one.
    /// Default: three, as published.</param>
    /// <param name="minIncrease">The smallest increase of the mean monthly bill, in money, from which a bill is a
    /// shock, zero or more. Default: zero, which is no minimum.</param>
    /// <returns>The projection, with points of twelve months named "Year 1" and so on.</returns>
    /// <exception cref="ArgumentException">There is no year, the plan bills another meter, a value is outside its
    /// range, usage is above a last tier, or bills are too large for a decimal.</exception>
    public static PricePlanProjection ProjectYears(
        PricePlan plan,
        string meter,
        ReadOnlySpan<decimal> counts,
        decimal quantityEach,
        decimal multiple = BillShockRule.PublishedMultiple,
        decimal minIncrease = 0m)
    {
        string? unitMeter = Guard.Against.Blank(meter);
        UsagePoint[] points = YearsOf(meter, counts, quantityEach);
        UsageHistory history = HistoryOf(points, multiple, minIncrease, ref unitMeter, nameof(counts));
        PlanTerms terms = Guard.Against.Null(plan).Validated(nameof(plan));
        return Project(terms, points, history, unitMeter, multiple, minIncrease, nameof(counts));
    }

    /// <inheritdoc cref="ProjectYears(PricePlan, string, ReadOnlySpan{decimal}, decimal, decimal, decimal)"/>
    public static PricePlanProjection ProjectYears(
        PricePlan plan,
        string meter,
        IEnumerable<decimal> counts,
        decimal quantityEach,
        decimal multiple = BillShockRule.PublishedMultiple,
        decimal minIncrease = 0m) =>
        ProjectYears(plan, meter, counts.AsItems(), quantityEach, multiple, minIncrease);

    /// <summary>Projects the bills of several plans with one meter along years of growth.</summary>
    /// <param name="plans">The plans.</param>
    /// <param name="meter">The meter that the plans bill, such as operations.</param>
    /// <param name="counts">The number of units of growth in each year, such as 24, 48 and 72 integrations, in order,
    /// zero or more each; at least one year.</param>
    /// <param name="quantityEach">The monthly usage of each unit of growth, zero or more, such as operations per
    /// integration.</param>
    /// <param name="multiple">The multiple of the bill of the first year from which a bill is a shock, above one.
    /// Default: three, as published.</param>
    /// <param name="minIncrease">The smallest increase of the mean monthly bill, in money, from which a bill is a
    /// shock, zero or more. Default: zero, which is no minimum.</param>
    /// <returns>A projection for each plan, in their order, with points of twelve months named "Year 1" and so
    /// on.</returns>
    /// <exception cref="ArgumentException">There is no year, a plan bills another meter, a value is outside its range,
    /// usage is above a last tier, or bills are too large for a decimal.</exception>
    public static ValueList<PricePlanProjection> ProjectYears(
        ReadOnlySpan<PricePlan> plans,
        string meter,
        ReadOnlySpan<decimal> counts,
        decimal quantityEach,
        decimal multiple = BillShockRule.PublishedMultiple,
        decimal minIncrease = 0m)
    {
        string? unitMeter = Guard.Against.Blank(meter);
        UsagePoint[] points = YearsOf(meter, counts, quantityEach);
        UsageHistory history = HistoryOf(points, multiple, minIncrease, ref unitMeter, nameof(counts));
        return Project(plans, points, history, unitMeter, multiple, minIncrease, nameof(counts));
    }

    /// <inheritdoc cref="ProjectYears(ReadOnlySpan{PricePlan}, string, ReadOnlySpan{decimal}, decimal, decimal,
    /// decimal)"/>
    public static ValueList<PricePlanProjection> ProjectYears(
        IEnumerable<PricePlan> plans,
        string meter,
        IEnumerable<decimal> counts,
        decimal quantityEach,
        decimal multiple = BillShockRule.PublishedMultiple,
        decimal minIncrease = 0m) =>
        ProjectYears(plans.AsItems(), meter, counts.AsItems(), quantityEach, multiple, minIncrease);

    private static UsagePoint[] YearsOf(string meter, ReadOnlySpan<decimal> counts, decimal quantityEach)
    {
        Guard.Against.BelowZero(quantityEach);
        if (counts.IsEmpty)
        {
            throw new ArgumentException("counts had no year; at least one is expected.", nameof(counts));
        }

        var points = new UsagePoint[counts.Length];
        int year = 0;
        try
        {
            for (; year < points.Length; year++)
            {
                decimal count = Guard.Against.BelowZero(counts[year], nameof(counts));
                points[year] = UsagePoint.Of(Invariant($"Year {year + 1}"), 12, meter, count * quantityEach);
            }
        }
        catch (OverflowException overflow)
        {
            throw DomainGuards.Overflow(Invariant($"The usage of Year {year + 1}"), nameof(counts), overflow);
        }

        return points;
    }

    private static ValueList<PricePlanProjection> Project(
        ReadOnlySpan<PricePlan> plans,
        ReadOnlySpan<UsagePoint> points,
        UsageHistory history,
        string unitMeter,
        decimal multiple,
        decimal minIncrease,
        string name)
    {
        var projections = new PricePlanProjection[plans.Length];
        for (int i = 0; i < projections.Length; i++)
        {
            PlanTerms terms = Guard.Against.Null(plans[i], nameof(plans)).Validated(nameof(plans));
            projections[i] = Project(terms, points, history, unitMeter, multiple, minIncrease, name);
        }

        return ValueList.Own(projections);
    }

    private static PricePlanProjection Project(
        PlanTerms terms,
        ReadOnlySpan<UsagePoint> points,
        UsageHistory history,
        string unitMeter,
        decimal multiple,
        decimal minIncrease,
        string name)
    {
        RequireMeters(terms.Plan, points[0], name);
        string[] labels = LabelsByMonth(points, history.Months);
        var bills = new decimal[history.Months];
        BillCalculator.RateMonths(terms, history, month => labels[month], name, bills);
        try
        {
            ValueList<ProjectedBill> projected = BillsAt(points, bills, unitMeter, multiple, minIncrease);
            return new PricePlanProjection(terms.Plan, unitMeter, projected);
        }
        catch (OverflowException overflow)
        {
            throw DomainGuards.Overflow($"The total of the bills of plan \"{terms.Plan.Name}\"", name, overflow);
        }
    }

    private static string[] LabelsByMonth(ReadOnlySpan<UsagePoint> points, int months)
    {
        var labels = new string[months];
        int month = 0;
        foreach (UsagePoint point in points)
        {
            labels.AsSpan(month, point.Months).Fill(point.Label);
            month += point.Months;
        }

        return labels;
    }

    private static void RequireMeters(PricePlan plan, UsagePoint point, string name)
    {
        foreach (string meter in plan.Meters)
        {
            if (point.Find(meter) is null)
            {
                throw new ArgumentException(
                    $"{Subject} had no usage of \"{meter}\", which plan \"{plan.Name}\" bills; "
                        + "it is expected at each of them.",
                    name);
            }
        }
    }

    // Validates the points and their unit meter, and returns them as a history that starts with the contract.
    private static UsageHistory HistoryOf(
        ReadOnlySpan<UsagePoint> points,
        decimal multiple,
        decimal minIncrease,
        [NotNull] ref string? unitMeter,
        string name)
    {
        BillShockRule.RequireMultiple(multiple);
        Guard.Against.BelowZero(minIncrease);
        RequireSameMeters(points, name);
        unitMeter ??= points[0].Quantities[0].Meter;
        if (points[0].Find(unitMeter) is null)
        {
            throw DomainGuards.OutOfRange(
                nameof(unitMeter),
                unitMeter,
                $"a meter of the points, {string.Join(", ", points[0].Quantities.Select(one => one.Meter))},");
        }

        var series = new MeterSeries[points[0].Quantities.Count];
        for (int i = 0; i < series.Length; i++)
        {
            string meter = points[0].Quantities[i].Meter;
            var months = new List<MeterUsage>();
            bool hasTransactions = false;
            bool hasQuantities = false;
            foreach (UsagePoint point in points)
            {
                MeterUsage usage = point.Find(meter)!;
                hasTransactions |= !usage.Transactions.IsEmpty;
                hasQuantities |= usage.Transactions.IsEmpty && usage.Quantity > 0m;
                months.AddRange(Enumerable.Repeat(usage, point.Months));
            }

            // If a point has a quantity without transactions, a price that needs transactions refuses the series.
            series[i] = hasTransactions && !hasQuantities
                ? MeterSeries.OfTransactions(meter, [.. months.Select(static month => month.Transactions)])
                : MeterSeries.Of(meter, months.Select(static month => month.Quantity));
        }

        return UsageHistory.Of(Subject, new YearMonth(1, 1), series); // bills do not depend on the year
    }

    private static void RequireSameMeters(ReadOnlySpan<UsagePoint> points, string name)
    {
        if (points.IsEmpty)
        {
            throw new ArgumentException("points had no point; at least one is expected.", name);
        }

        foreach (UsagePoint point in points)
        {
            Guard.Against.Null(point, name);
            foreach (MeterUsage quantity in points[0].Quantities)
            {
                if (point.Find(quantity.Meter) is null || point.Quantities.Count != points[0].Quantities.Count)
                {
                    throw new ArgumentException(
                        $"{point} and {points[0]} differ in their meters; the same meters at all points are expected.",
                        name);
                }
            }
        }
    }

    private static ValueList<ProjectedBill> BillsAt(
        ReadOnlySpan<UsagePoint> points,
        ReadOnlySpan<decimal> bills,
        string unitMeter,
        decimal multiple,
        decimal minIncrease)
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
            decimal atFirst = first * point.Months; // products over the same number of months
            decimal atPoint = total * points[0].Months;
            projected[i] = new ProjectedBill(
                point,
                total,
                point.Find(unitMeter)!.Quantity * point.Months,
                atFirst > 0m ? atPoint / atFirst : null,
                atFirst > 0m && BillShockRule.IsShock(
                    atPoint, atFirst, multiple, minIncrease * points[0].Months * point.Months));
        }

        return ValueList.Own(projected);
    }
}
