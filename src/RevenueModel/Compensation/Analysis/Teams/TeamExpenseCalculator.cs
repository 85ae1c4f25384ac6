using Ardalis.GuardClauses;
using RevenueModel.Primitives;

namespace RevenueModel.Compensation.Analysis;

/// <summary>Computes the expected pay and bookings of a team in a year from distributions of attainment.</summary>
/// <remarks>
/// <para>
/// A payout curve is piecewise linear, so the expected pay is a sum over its pieces and no simulation is needed:
/// <c>E[pay] = Σ corners P(A = c) pay(c) + Σ pieces ∫ (start + (a - from) × slope) dP(a)</c>. The integrals have
/// closed forms for every <see cref="AttainmentDistribution"/>, and so has the variance, <c>E[(pay - E[pay])²]</c>.
/// </para>
/// <para>
/// Assumptions: the pay is for a whole year with the whole target, without proration and ramp. All components of a
/// person have the same attainment, except for measures with their own distribution, which are independent of the
/// others. This dependence affects the standard deviation but not the mean. A component measured by quarter or month
/// has the same attainment in each period, and its amount cap is multiplied by the number of periods in a year. The
/// attainments of people are independent.
/// </para>
/// <para>
/// Draws, guarantees, expansion triggers, residuals, SPIFFs, windfalls, gates and clawbacks are excluded. Vesting
/// changes the time of payment and not the amount.
/// </para>
/// </remarks>
public static class TeamExpenseCalculator
{
    /// <summary>Computes the expected pay and bookings of a team.</summary>
    /// <param name="members">The people, grouped by plan.</param>
    /// <param name="attainment">The distribution of attainment of members without their own distribution.</param>
    /// <returns>The expectation for each group and for the team.</returns>
    /// <exception cref="ArgumentException">A plan is not valid, a distribution is given for a measure that the plan
    /// does not pay on, the head count exceeds the range of an integer, or the pay exceeds the range of a decimal. The
    /// message names the plan.</exception>
    /// <example><code>
    /// var plan = new CompPlan
    /// {
    ///     Role = "Account Executive", OnTargetEarnings = 120_000m, PayMix = PayMix.OfPercent(50, 50),
    ///     Components = [new PayComponent { Measure = CompMeasure.NewArr, Target = PayTarget.PerYear(600_000m) }],
    /// };
    /// TeamExpense expense = TeamExpenseCalculator.Expect(
    ///     [new TeamMember { Plan = plan, HeadCount = 12 }], AttainmentDistribution.Normal(0.9, 0.3));
    /// Console.WriteLine($"{expense.Variable:#,0} of variable pay"); // 648,083 of variable pay
    /// </code></example>
    public static TeamExpense Expect(ReadOnlySpan<TeamMember> members, AttainmentDistribution attainment)
    {
        Guard.Against.Null(attainment);
        var expenses = new MemberExpense[members.Length];
        for (int i = 0; i < expenses.Length; i++)
        {
            expenses[i] = Expect(Guard.Against.Null(members[i], nameof(members)), attainment, nameof(members));
        }

        try
        {
            return new TeamExpense(ValueList.Own(expenses));
        }
        catch (OverflowException overflow)
        {
            throw new ArgumentException(
                "The head count of the team exceeds 2,147,483,647; fewer people are expected.",
                nameof(members),
                overflow);
        }
    }

    /// <inheritdoc cref="Expect(ReadOnlySpan{TeamMember}, AttainmentDistribution)"/>
    public static TeamExpense Expect(IEnumerable<TeamMember> members, AttainmentDistribution attainment) =>
        Expect(members.AsItems(), attainment);

    /// <summary>Computes the expected pay and bookings of one person.</summary>
    /// <param name="plan">The plan.</param>
    /// <param name="attainment">The distribution of attainment.</param>
    /// <returns>The expectation.</returns>
    /// <exception cref="ArgumentException">The plan is not valid, or its pay exceeds the range of a
    /// decimal.</exception>
    public static MemberExpense Expect(CompPlan plan, AttainmentDistribution attainment) => Expect(
        new TeamMember { Plan = Guard.Against.Null(plan) }, Guard.Against.Null(attainment), nameof(plan));

    private static MemberExpense Expect(TeamMember member, AttainmentDistribution ofTeam, string name)
    {
        CompPlan plan = member.Plan.RequireTargets(name);
        foreach (MeasureAttainment own in member.Measures)
        {
            YearPay.RequireComponent(plan, own.Measure, name);
        }

        try
        {
            return Expect(member, plan, ofTeam);
        }
        catch (OverflowException overflow)
        {
            throw DomainGuards.Overflow(Invariant($"The pay of plan \"{plan.Role}\""), name, overflow);
        }
    }

    private static MemberExpense Expect(TeamMember member, CompPlan plan, AttainmentDistribution ofTeam)
    {
        AttainmentDistribution shared = member.Attainment ?? ofTeam;
        var sharing = new List<PayComponent>(plan.Components.Count);
        double mean = 0;
        double variance = 0;
        foreach (PayComponent component in plan.Components)
        {
            if (OwnOf(member, component.Measure) is { } own)
            {
                Add(YearPay.OverAttainment(plan, [component]), own);
            }
            else
            {
                sharing.Add(component);
            }
        }

        Add(YearPay.OverAttainment(plan, [.. sharing]), shared);
        PayComponent? quota = plan.QuotaComponent;
        AttainmentDistribution? ofQuota = quota is null ? null : OwnOf(member, quota.Measure) ?? shared;
        return new MemberExpense(
            member,
            mean,
            Math.Sqrt(variance),
            bookings: ofQuota?.Mean * (double?)quota?.Target?.PerYearAmount,
            ofQuota?.ProbabilityOfReaching(1));

        void Add(YearPay pay, AttainmentDistribution distribution)
        {
            double expected = ExpectedPay(pay, distribution);
            mean += expected;
            variance += SquaresAway(pay, distribution, expected);
        }
    }

    private static double ExpectedPay(YearPay pay, AttainmentDistribution distribution)
    {
        double expected = 0;
        for (int i = 0; i < pay.Corners.Length; i++)
        {
            double corner = (double)pay.Corners[i];
            expected += distribution.MassAt(corner) * (double)pay.At(pay.Corners[i]);
            PayPiece piece = pay.PieceFrom(i);
            PartialMoments moments = distribution.Inside(corner, EndOf(piece));
            double slope = (double)piece.Slope;
            double atCentre = (double)piece.Start + (slope * (distribution.Center - corner));
            expected += (atCentre * moments.Mass) + (slope * moments.First);
        }

        return expected;
    }

    private static double SquaresAway(YearPay pay, AttainmentDistribution distribution, double expected)
    {
        double squares = 0;
        for (int i = 0; i < pay.Corners.Length; i++)
        {
            double corner = (double)pay.Corners[i];
            double away = (double)pay.At(pay.Corners[i]) - expected;
            squares += distribution.MassAt(corner) * away * away;
            PayPiece piece = pay.PieceFrom(i);
            PartialMoments moments = distribution.Inside(corner, EndOf(piece));
            double slope = (double)piece.Slope;
            double atCentre = (double)piece.Start + (slope * (distribution.Center - corner)) - expected;
            squares += (atCentre * atCentre * moments.Mass) + (2 * atCentre * slope * moments.First)
                + (slope * slope * moments.Second);
        }

        return Math.Max(squares, 0);
    }

    private static double EndOf(PayPiece piece) => piece.To is { } end ? (double)end : double.PositiveInfinity;

    private static AttainmentDistribution? OwnOf(TeamMember member, CompMeasure measure)
    {
        foreach (MeasureAttainment own in member.Measures)
        {
            if (own.Measure == measure)
            {
                return own.Attainment;
            }
        }

        return null;
    }
}
