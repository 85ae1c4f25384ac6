using Ardalis.GuardClauses;
using RevenueModel.Primitives;

namespace RevenueModel.Compensation.Analysis;

/// <summary>Computes the pay of a plan over a range of attainments, as points for a chart.</summary>
/// <remarks>The pay is for a whole year with the whole target, without proration and ramp. A component measured by
/// quarter or month has the same attainment in each period, and its amount cap is multiplied by the number of periods
/// in a year. Draws, expansion triggers, residuals and SPIFFs are excluded.</remarks>
public static class EffectiveRateCalculator
{
    /// <summary>Computes the pay of a plan if all its components have the same attainment.</summary>
    /// <param name="plan">The plan.</param>
    /// <param name="from">The lowest attainment, as a ratio; zero or more.</param>
    /// <param name="to">The highest attainment, as a ratio; above <paramref name="from"/>.</param>
    /// <param name="points">The number of evenly spaced points, including both ends; two or more.</param>
    /// <returns>The points in ascending order, with the corners of the curve added.</returns>
    /// <exception cref="ArgumentException">The plan is not valid or has no quota, a value is outside its range, or a
    /// figure exceeds the range of a decimal.</exception>
    /// <remarks>The credit is <c>attainment × quota</c>. The pay is the sum over all components.</remarks>
    /// <example><code>
    /// var plan = new CompPlan
    /// {
    ///     Role = "Account Executive", OnTargetEarnings = 120_000m, PayMix = PayMix.OfPercent(50, 50),
    ///     Components = [new PayComponent { Measure = CompMeasure.NewArr, Target = PayTarget.PerYear(600_000m) }],
    /// };
    /// ValueList&lt;EffectiveRatePoint&gt; curve = EffectiveRateCalculator.Curve(plan, from: 0m, to: 2m, points: 21);
    /// Console.WriteLine(curve[10]); // 100%, 600,000 credited: 60,000, 10% of it, 10% of the next
    /// </code></example>
    public static ValueList<EffectiveRatePoint> Curve(CompPlan plan, decimal from, decimal to, int points)
    {
        Guard.Against.Null(plan).RequireTargets(nameof(plan));
        decimal quota = plan.Quota ?? throw new ArgumentException(
            Invariant($"Plan \"{plan.Role}\" has no quota; a component on a flow of money, or a measure to ")
                + "compute, is expected.",
            nameof(plan));
        return Points(plan, plan.Components.AsSpan(), quota, from, to, points);
    }

    /// <summary>Computes the pay of one component of a plan.</summary>
    /// <param name="plan">The plan.</param>
    /// <param name="measure">The measure that the component is paid on.</param>
    /// <param name="from">The lowest attainment, as a ratio; zero or more.</param>
    /// <param name="to">The highest attainment, as a ratio; above <paramref name="from"/>.</param>
    /// <param name="points">The number of evenly spaced points, including both ends; two or more.</param>
    /// <returns>The points in ascending order, with the corners of the curve added.</returns>
    /// <exception cref="ArgumentException">The plan is not valid or does not pay on the measure, a value is outside
    /// its range, or a figure exceeds the range of a decimal.</exception>
    public static ValueList<EffectiveRatePoint> Curve(
        CompPlan plan,
        CompMeasure measure,
        decimal from,
        decimal to,
        int points)
    {
        Guard.Against.Null(plan).RequireTargets(nameof(plan));
        PayComponent component = YearPay.RequireComponent(plan, Guard.Against.Null(measure), nameof(measure));
        return Points(plan, [component], component.Target!.PerYearAmount, from, to, points);
    }

    private static ValueList<EffectiveRatePoint> Points(
        CompPlan plan,
        ReadOnlySpan<PayComponent> components,
        decimal target,
        decimal from,
        decimal to,
        int points)
    {
        Guard.Against.BelowZero(from);
        if (to <= from)
        {
            throw DomainGuards.OutOfRange(nameof(to), to, Invariant($"more than {from}"));
        }

        if (points < 2)
        {
            throw DomainGuards.OutOfRange(nameof(points), points, "2 or more");
        }

        try
        {
            return Points(YearPay.OverAttainment(plan, components), target, from, to, points);
        }
        catch (OverflowException overflow)
        {
            throw DomainGuards.Overflow(
                Invariant($"The pay of plan \"{plan.Role}\" at an attainment of up to {to}"), nameof(plan), overflow);
        }
    }

    private static ValueList<EffectiveRatePoint> Points(
        YearPay pay,
        decimal target,
        decimal from,
        decimal to,
        int points)
    {
        var isCorner = new SortedDictionary<decimal, bool>();
        for (int i = 0; i < points; i++)
        {
            isCorner[i == points - 1 ? to : from + ((to - from) * i / (points - 1))] = false;
        }

        foreach (decimal corner in pay.Corners)
        {
            if (corner > 0m && corner >= from && corner <= to)
            {
                isCorner[corner] = true;
            }
        }

        var curve = new List<EffectiveRatePoint>(isCorner.Count);
        foreach (KeyValuePair<decimal, bool> point in isCorner)
        {
            curve.Add(new EffectiveRatePoint(
                point.Key,
                point.Key * target,
                pay.At(point.Key),
                pay.LineAbove(point.Key).Slope / target,
                pay.JumpAt(point.Key),
                point.Value));
        }

        return curve.ToValueList();
    }
}
