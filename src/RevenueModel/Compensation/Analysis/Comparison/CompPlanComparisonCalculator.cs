using Ardalis.GuardClauses;
using RevenueModel.Primitives;

namespace RevenueModel.Compensation.Analysis;

/// <summary>Two plans on the same deals: what each pays, and where the better one changes.</summary>
/// <remarks>
/// The deals are those of one year, against the whole target of the component that is paid on them, neither prorated nor
/// ramped. A component measured by quarter or month is taken by year, its amount cap that of a period times the periods of
/// a year. Other components, draws, expansion triggers, residuals, SPIFFs and gates are not compared.
/// </remarks>
public static class CompPlanComparisonCalculator
{
    // Quotients have 28 digits: what differs by less than this is the same amount.
    private const decimal Indistinct = 0.000_000_000_001m;
    private const decimal BeyondAnyCredit = 1_000_000_000_000_000m;

    /// <summary>Compares what the same deals pay under two plans.</summary>
    /// <param name="first">The first plan.</param>
    /// <param name="second">The second plan.</param>
    /// <param name="credits">What is credited for each deal, in order; negative takes back.</param>
    /// <param name="measure">The measure that the deals are credited to, a flow. Default: that of the quota of each
    /// plan.</param>
    /// <param name="pay">Whether base salary is included. Default: variable pay only.</param>
    /// <returns>The pay for each deal to the minor unit of its plan, the totals, and the break-evens of
    /// <see cref="BreakEvens"/>.</returns>
    /// <exception cref="ArgumentException">A plan is not valid, does not pay on the measure or has no quota; the
    /// measure is a level, whose readings do not add up; or a figure exceeds the range of a decimal.</exception>
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
                first, second, ofFirst.Target, ofSecond.Target, pay, ValueList.Own(deals), breakEvens);
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
    /// <param name="measure">The measure that is credited, a flow. Default: that of the quota of each plan.</param>
    /// <param name="pay">Whether base salary is included. Default: variable pay only.</param>
    /// <returns>
    /// In ascending order, exact where the credit has a decimal expansion: where the lines of both plans cross, where a
    /// jump changes the order, and where a stretch of equal pay starts or ends. Where they touch, nothing changes.
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
            ? second.BaseSalary - first.BaseSalary
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
                found.Add(new BreakEven(credit, credit / ofFirst.Target, credit / ofSecond.Target, before, above));
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
        Guard.Against.Null(plan, name).RequireValid(name);
        if (measure is null)
        {
            return plan.QuotaComponent ?? throw new ArgumentException(
                Invariant($"Plan \"{plan.Role}\" has no quota that deals could be credited to; a measure is expected."), name);
        }

        return measure.Kind == MeasureKind.Flow
            ? YearPay.RequireComponent(plan, measure, nameof(measure))
            : throw new ArgumentException(
                Invariant($"measure was {measure.Name}, a level, whose readings do not add up; a flow is expected."),
                nameof(measure));
    }
}
