using Ardalis.GuardClauses;
using RevenueModel.Primitives;

namespace RevenueModel.Compensation.Analysis;

/// <summary>What a team is expected to be paid and to book in a year, given how likely each attainment is.</summary>
/// <remarks>
/// <para>
/// A payout curve is made of straight pieces, so that the expected pay is a sum over them and nothing is simulated:
/// <c>E[pay] = Σ corners P(A = c) pay(c) + Σ pieces ∫ (start + (a - from) × slope) dP(a)</c>. The integrals have closed
/// forms for every <see cref="AttainmentDistribution"/>, and so has the variance, <c>E[(pay - E[pay])²]</c>.
/// </para>
/// <para>
/// Assumed: a whole year with the whole target, neither prorated nor ramped. All components of a person attain the same,
/// save those measures that are given a distribution of their own, which are independent of the rest; the mean is the same
/// whether they are or not, the standard deviation is not. A component measured by quarter or month attains the same in
/// each, and its amount cap is that of a period times the periods of a year. People attain independently of each other.
/// </para>
/// <para>
/// Draws, guarantees, expansion triggers, residuals, SPIFFs, windfalls, gates and clawbacks are not in it, and vesting
/// moves pay in time but not in amount.
/// </para>
/// </remarks>
public static class TeamExpenseCalculator
{
    /// <summary>What a team is expected to be paid and to book.</summary>
    /// <param name="members">The people, by plan.</param>
    /// <param name="attainment">How likely each attainment is, of those who have no distribution of their own.</param>
    /// <exception cref="ArgumentException">A measure is given a distribution that the plan does not pay on.</exception>
    public static TeamExpense Expect(ReadOnlySpan<TeamMember> members, AttainmentDistribution attainment)
    {
        Guard.Against.Null(attainment);
        var expenses = new MemberExpense[members.Length];
        for (int i = 0; i < expenses.Length; i++)
        {
            expenses[i] = Expect(members[i], attainment);
        }

        return new TeamExpense(ValueList.Own(expenses));
    }

    /// <summary>What one person under a plan is expected to be paid and to book.</summary>
    /// <param name="plan">The plan.</param>
    /// <param name="attainment">How likely each attainment is.</param>
    public static MemberExpense Expect(CompPlan plan, AttainmentDistribution attainment) =>
        Expect(new TeamMember { Plan = plan }, Guard.Against.Null(attainment));

    private static MemberExpense Expect(TeamMember member, AttainmentDistribution ofTeam)
    {
        CompPlan plan = Guard.Against.Null(member).Plan;
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

        foreach (MeasureAttainment own in member.Measures)
        {
            _ = YearPay.ComponentOf(plan, own.Measure); // refused where the plan does not pay on it
        }

        Add(YearPay.OverAttainment(plan, [.. sharing]), shared);
        PayComponent? quota = plan.QuotaComponent;
        AttainmentDistribution ofQuota = OwnOf(member, (quota ?? plan.Components[0]).Measure) ?? shared;
        return new MemberExpense(
            member,
            mean,
            Math.Sqrt(variance),
            bookings: quota is null ? 0 : ofQuota.Mean * (double)quota.Target,
            ofQuota.ProbabilityOfReaching(1));

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
            double atCentre = (double)piece.Start + (slope * (distribution.Centre - corner));
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
            double atCentre = (double)piece.Start + (slope * (distribution.Centre - corner)) - expected;
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
