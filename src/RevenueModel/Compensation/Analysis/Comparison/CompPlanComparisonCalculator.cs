using Ardalis.GuardClauses;
using RevenueModel.Primitives;

namespace RevenueModel.Compensation.Analysis;

/// <summary>Compares the pay for the same deals under two plans, and finds the credits at which the better plan
/// changes.</summary>
/// <remarks>
/// The deals are those of one year. They are measured against the whole yearly target of the component that is paid on
/// them, without proration and ramp. A component measured by quarter or month is evaluated for the year, and its
/// amount cap is multiplied by the number of periods in a year. Other components, draws, expansion triggers,
/// residuals, SPIFFs and gates are not compared.
/// </remarks>
public static class CompPlanComparisonCalculator
{
    // Smaller differences are rounding noise from non-terminating division.
    private const decimal Indistinct = 0.000_000_000_001m;
    private const decimal BeyondAnyCredit = 1_000_000_000_000_000m;

    /// <summary>Compares the pay for the same deals under two plans.</summary>
    /// <param name="first">The first plan.</param>
    /// <param name="second">The second plan.</param>
    /// <param name="credits">The credit of each deal, in order. A negative credit is a reversal.</param>
    /// <param name="measure">The measure of the credits, a flow. Default: the measure of the quota of each
    /// plan.</param>
    /// <param name="pay">The pay to compare: variable pay, or variable pay with base salary. Default: variable
    /// pay.</param>
    /// <returns>The pay for each deal, rounded by the policy of its plan, the totals, and the break-evens of
    /// <see cref="BreakEvens"/>.</returns>
    /// <exception cref="ArgumentException">A plan is not valid, does not pay on the measure or has no quota; the
    /// measure is a level, whose readings do not add up; or a figure exceeds the range of a decimal.</exception>
    /// <example><code>
    /// var flat = new PayComponent { Measure = CompMeasure.NewArr, Target = PayTarget.PerYear(600_000m) };
    /// PayoutCurve faster = PayoutCurve.Of(Tier.Between(0m, 1m, rate: 1m), Tier.AtLeast(1m, rate: 1.5m));
    /// var current = new CompPlan
    /// {
    ///     Role = "AE", OnTargetEarnings = 120_000m, PayMix = PayMix.OfPercent(50, 50), Components = [flat],
    /// };
    /// CompPlan proposed = current with { Components = [flat with { Curve = faster }] };
    /// CompPlanComparison comparison = CompPlanComparisonCalculator.Compare(current, proposed, [400_000m, 320_000m]);
    /// Console.WriteLine($"{comparison.Difference:#,0} more in the proposed plan"); // 6,000 more in the proposed plan
    /// </code></example>
    public static CompPlanComparison Compare(
        CompPlan first,
        CompPlan second,
        ReadOnlySpan<decimal> credits,
        CompMeasure? measure = null,
        ComparedPay pay = ComparedPay.Variable)
    {
        PayComponent ofFirst = Component(first, measure, nameof(first));
        PayComponent ofSecond = Component(second, measure, nameof(second));
        Guard.Against.Undefined(pay);
        decimal[] firstPays = Pays(first, ofFirst, credits, nameof(first));
        decimal[] secondPays = Pays(second, ofSecond, credits, nameof(second));
        ValueList<BreakEven> breakEvens = BreakEvens(first, second, measure, pay);
        try
        {
            var deals = new DealComparison[credits.Length];
            for (int i = 0; i < deals.Length; i++)
            {
                deals[i] = new DealComparison(credits[i], firstPays[i], secondPays[i]);
            }

            return new CompPlanComparison(
                first,
                second,
                ofFirst.Target!.PerYearAmount,
                ofSecond.Target!.PerYearAmount,
                pay,
                ValueList.Own(deals),
                breakEvens);
        }
        catch (OverflowException overflow)
        {
            throw DomainGuards.Overflow(
                Invariant($"The total of {Plural.Of(credits.Length, "deal")}"), nameof(credits), overflow);
        }
    }

    /// <inheritdoc cref="Compare(CompPlan, CompPlan, ReadOnlySpan{decimal}, CompMeasure?, ComparedPay)"/>
    public static CompPlanComparison Compare(
        CompPlan first,
        CompPlan second,
        IEnumerable<decimal> credits,
        CompMeasure? measure = null,
        ComparedPay pay = ComparedPay.Variable) => Compare(first, second, credits.AsItems(), measure, pay);

    /// <summary>Finds the credits of a year at which the plan that pays more changes.</summary>
    /// <param name="first">The first plan.</param>
    /// <param name="second">The second plan.</param>
    /// <param name="measure">The measure of the credits, a flow. Default: the measure of the quota of each
    /// plan.</param>
    /// <param name="pay">The pay to compare: variable pay, or variable pay with base salary. Default: variable
    /// pay.</param>
    /// <returns>
    /// The break-evens in ascending order: credits at which the pay lines of the plans cross, a jump changes the
    /// better plan, or a range of equal pay starts or ends. A credit at which the lines touch without crossing is not
    /// returned. A credit is exact if it has a finite number of decimal places.
    /// </returns>
    /// <exception cref="ArgumentException">A plan is not valid, does not pay on the measure or has no quota; the
    /// measure is a level, whose readings do not add up; or a figure exceeds the range of a decimal.</exception>
    public static ValueList<BreakEven> BreakEvens(
        CompPlan first,
        CompPlan second,
        CompMeasure? measure = null,
        ComparedPay pay = ComparedPay.Variable)
    {
        PayComponent ofFirst = Component(first, measure, nameof(first));
        PayComponent ofSecond = Component(second, measure, nameof(second));
        Guard.Against.Undefined(pay);
        try
        {
            return FindBreakEvens(first, ofFirst, second, ofSecond, pay);
        }
        catch (OverflowException overflow)
        {
            throw DomainGuards.Overflow(
                Invariant($"The pay of \"{first.Role}\" or \"{second.Role}\""), nameof(second), overflow);
        }
    }

    private static ValueList<BreakEven> FindBreakEvens(
        CompPlan first,
        PayComponent ofFirst,
        CompPlan second,
        PayComponent ofSecond,
        ComparedPay pay)
    {
        YearPay payOfFirst = YearPay.OverCredit(first, ofFirst);
        YearPay payOfSecond = YearPay.OverCredit(second, ofSecond);
        decimal more = pay == ComparedPay.WithBaseSalary
            ? second.BaseSalary.GetValueOrDefault() - first.BaseSalary.GetValueOrDefault()
            : 0m;
        decimal[] corners = [.. new SortedSet<decimal>([.. payOfFirst.Corners, .. payOfSecond.Corners])];

        var found = new List<BreakEven>();
        Preference? below = null;
        for (int i = 0; i < corners.Length; i++)
        {
            decimal from = corners[i];
            decimal? to = i + 1 < corners.Length ? corners[i + 1] : null;
            PayPiece one = payOfFirst.Piece(from, to);
            PayPiece other = payOfSecond.Piece(from, to);
            decimal start = Distinct(other.Start - one.Start + more);
            if (to is { } end)
            {
                decimal atEnd = Distinct(other.End - one.End + more);
                Reach(from, start != 0m ? start : atEnd);
                if (start * atEnd < 0m)
                {
                    Reach(from + ((end - from) * start / (start - atEnd)), atEnd);
                }
            }
            else
            {
                decimal slope = Distinct(other.Slope - one.Slope);
                Reach(from, start != 0m ? start : slope);
                if (start * slope < 0m && Math.Abs(start) < Math.Abs(slope) * BeyondAnyCredit)
                {
                    Reach(from - (start / slope), slope);
                }
            }
        }

        return found.ToValueList();

        void Reach(decimal credit, decimal difference)
        {
            Preference above = difference == 0m
                ? Preference.Neither
                : difference < 0m ? Preference.First : Preference.Second;
            if (below is { } before && before != above)
            {
                found.Add(new BreakEven(
                    credit,
                    credit / ofFirst.Target!.PerYearAmount,
                    credit / ofSecond.Target!.PerYearAmount,
                    before,
                    above));
            }

            below = above;
        }
    }

    private static decimal Distinct(decimal difference) => Math.Abs(difference) < Indistinct ? 0m : difference;

    private static decimal[] Pays(CompPlan plan, PayComponent component, ReadOnlySpan<decimal> credits, string name)
    {
        var pays = new decimal[credits.Length];
        try
        {
            CommissionCalculator.Amounts(PeriodTerms.OfYear(plan, component), credits, plan.Rounding, pays);
            return pays;
        }
        catch (OverflowException overflow)
        {
            throw DomainGuards.Overflow(
                Invariant($"Component \"{component.Measure.Name}\" of plan \"{plan.Role}\""), name, overflow);
        }
    }

    private static PayComponent Component(CompPlan plan, CompMeasure? measure, string name)
    {
        Guard.Against.Null(plan, name).RequireTargets(name);
        if (measure is null)
        {
            return plan.QuotaComponent ?? throw new ArgumentException(
                Invariant($"Plan \"{plan.Role}\" has no quota that deals could be credited to; a measure is ")
                    + "expected.",
                name);
        }

        return measure.Kind == MeasureKind.Flow
            ? YearPay.RequireComponent(plan, measure, nameof(measure))
            : throw new ArgumentException(
                Invariant($"measure was {measure.Name}, a level, whose readings do not add up; a flow is expected."),
                nameof(measure));
    }
}
