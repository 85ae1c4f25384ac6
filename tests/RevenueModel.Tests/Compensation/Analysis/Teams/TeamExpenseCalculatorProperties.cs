using FsCheck.Xunit;
using RevenueModel.Compensation;
using RevenueModel.Compensation.Analysis;
using RevenueModel.Tests.Generators;
using RevenueModel.Tests.Helpers;

namespace RevenueModel.Tests.Compensation.Analysis;

public class TeamExpenseCalculatorProperties
{
    private static readonly string[] Curves = [.. TeamPlans.Curves.Keys];

    [Property]
    public bool PayInProportionCostsTargetPayWhereMeanAttainmentIsOne(Fraction deviation)
    {
        CompPlan plan = TeamPlans.Plan(PayoutCurve.Linear);
        double scale = 0.001 + (double)deviation.Value;
        return Costs(AttainmentDistribution.LogNormal(1, scale))
            && Costs(AttainmentDistribution.Uniform(1 - (scale * 0.99), 1 + (scale * 0.99)))
            && Costs(AttainmentDistribution.Empirical(0, 1, 2))
            && Math.Abs(Expected(plan, AttainmentDistribution.Normal(1, 0.1)) - 100_000) <= 1e-6;

        bool Costs(AttainmentDistribution distribution) => Math.Abs(Expected(plan, distribution) - 100_000) <= 1e-9;
    }

    [Property]
    public bool ExpenseIsInProportionToHeadCount(byte curve, ushort count)
    {
        CompPlan plan = PlanOf(curve);
        var attainment = AttainmentDistribution.LogNormal(0.9, 0.4);
        TeamExpense team = TeamExpenseCalculator.Expect(
            [new TeamMember { Plan = plan, HeadCount = count + 1 }], attainment);
        MemberExpense one = TeamExpenseCalculator.Expect(plan, attainment);
        return team.Variable == (count + 1) * one.VariablePerPerson
            && team.Bookings == (count + 1) * one.BookingsPerPerson
            && team.Total == (count + 1) * (double)plan.BaseSalary!.Value + team.Variable;
    }

    [Property]
    public bool AHigherMeanNeverCostsLessWherePayNeverFalls(
        byte curve, Fraction one, Fraction other, Fraction deviation)
    {
        PayoutCurve payout = CurveOf(curve);
        double low = 0.05 + (2 * (double)Math.Min(one, other));
        double high = 0.05 + (2 * (double)Math.Max(one, other));
        double scale = 0.02 + (double)deviation.Value;
        CompPlan plan = TeamPlans.Plan(payout);
        return !PayoutCalculator.NeverFalls(payout)
            || (Expected(plan, AttainmentDistribution.Normal(low, scale))
                <= Expected(plan, AttainmentDistribution.Normal(high, scale)) + 1e-8
                && Expected(plan, AttainmentDistribution.LogNormal(low, scale * low))
                    <= Expected(plan, AttainmentDistribution.LogNormal(high, scale * high)) + 1e-8
                && Expected(plan, AttainmentDistribution.Uniform(low, low + scale))
                    <= Expected(plan, AttainmentDistribution.Uniform(high, high + scale)) + 1e-8
                && Expected(plan, AttainmentDistribution.Certain(low))
                    <= Expected(plan, AttainmentDistribution.Certain(high)) + 1e-8);
    }

    [Property]
    public bool ACapNeverRaisesExpense(byte curve, Cents cap, Fraction mean, Fraction deviation)
    {
        decimal most = Math.Abs(cap.Amount) % 400_000m;
        var attainment = AttainmentDistribution.Normal(2 * (double)mean.Value, 0.02 + (double)deviation.Value);
        double uncapped = Expected(TeamPlans.Plan(CurveOf(curve)), attainment);
        double capped = Expected(TeamPlans.Plan(CurveOf(curve), most), attainment);
        return capped <= uncapped + 1e-8 && capped <= (double)most + 1e-8;
    }

    [Property]
    public bool EqualObservationsPayWhatOnePays(byte curve, Fraction fraction, byte count)
    {
        double attainment = (double)(3m * fraction.Value);
        CompPlan plan = TeamPlans.Plan(CurveOf(curve), CurveOf(curve + 1));
        MemberExpense expense = TeamExpenseCalculator.Expect(
            plan, AttainmentDistribution.Empirical([.. Enumerable.Repeat(attainment, count + 1)]));
        double pay = TeamPlans.PayOf(plan)(attainment);
        return Math.Abs(expense.VariablePerPerson - pay) <= 1e-9 && expense.StandardDeviationPerPerson <= 1e-8;
    }

    private static PayoutCurve CurveOf(int curve) => TeamPlans.Curves[Curves[curve % Curves.Length]];

    private static CompPlan PlanOf(int curve) => TeamPlans.Plan(CurveOf(curve), CurveOf(curve + 3));

    private static double Expected(CompPlan plan, AttainmentDistribution attainment) =>
        TeamExpenseCalculator.Expect(plan, attainment).VariablePerPerson;
}
