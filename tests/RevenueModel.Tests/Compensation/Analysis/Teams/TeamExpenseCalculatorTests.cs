using RevenueModel.Compensation;
using RevenueModel.Compensation.Analysis;
using RevenueModel.Tests.Helpers;

namespace RevenueModel.Tests.Compensation.Analysis;

public class TeamExpenseCalculatorTests
{
    private static readonly AttainmentDistribution Normal = AttainmentDistribution.Normal(0.9, 0.35);

    public static TheoryData<string> EachCurve => [.. TeamPlans.Curves.Keys];

    [Theory, MemberData(nameof(EachCurve))]
    public void ClosedFormAgreesWithSimulation(string curve)
    {
        CompPlan plan = TeamPlans.Plan(TeamPlans.Curves[curve], amountCap: 250_000m);
        CompPlan mixed = TeamPlans.Plan(TeamPlans.Curves[curve], PayoutCurve.Linear.WithThreshold(0.8m));
        var random = new SplitMix64(2027);

        AgreesWithSimulation(plan, AttainmentDistribution.Normal(0.6, 0.5), () => 0.6 + (0.5 * random.NextNormal()));
        double variance = Math.Log(1 + (0.6 * 0.6 / (0.95 * 0.95)));
        AgreesWithSimulation(
            mixed,
            AttainmentDistribution.LogNormal(0.95, 0.6),
            () => Math.Exp(Math.Log(0.95) - (variance / 2) + (Math.Sqrt(variance) * random.NextNormal())));
    }

    [Theory, MemberData(nameof(EachCurve))]
    public void ClosedFormAgreesWithQuadrature(string curve)
    {
        CompPlan plan = TeamPlans.Plan(TeamPlans.Curves[curve], amountCap: 140_000m);
        CompPlan mixed = TeamPlans.Plan(TeamPlans.Curves[curve], TeamPlans.Retroactive);
        double variance = Math.Log(1 + (0.4 * 0.4 / (1.05 * 1.05)));
        double deviation = Math.Sqrt(variance);

        foreach (CompPlan each in (CompPlan[])[plan, mixed])
        {
            AgreesWithQuadrature(
                each,
                Normal,
                x => Bell((x - 0.9) / 0.35) / 0.35,
                AttainmentDistribution.Normal(0.9, 0.35).ProbabilityOfReaching(1e-12));
            AgreesWithQuadrature(
                each,
                AttainmentDistribution.LogNormal(1.05, 0.4),
                x => x <= 0 ? 0 : Bell((Math.Log(x / 1.05) + (variance / 2)) / deviation) / (x * deviation),
                1);
            AgreesWithQuadrature(
                each, AttainmentDistribution.Uniform(0.25, 1.75), x => x is > 0.25 and < 1.75 ? 1 / 1.5 : 0, 1);
            AgreesWithQuadrature(
                each,
                AttainmentDistribution.Triangular(0.2, 0.8, 2.2),
                x => x <= 0.2 || x >= 2.2 ? 0 : x < 0.8 ? (x - 0.2) / 0.6 : (2.2 - x) / 1.4,
                1);
        }
    }

    [Theory, MemberData(nameof(EachCurve))]
    public void ObservedAttainmentsPayTheMeanOfWhatEachPays(string curve)
    {
        // The corners of the curves are among them, and so is nothing attained.
        double[] observed = [0, 0.3, 0.5, 0.6, 0.8, 0.9, 1, 1, 1.2, 1.3, 1.5, 1.8, 2.5];
        CompPlan plan = TeamPlans.Plan(TeamPlans.Curves[curve], TeamPlans.Retroactive);
        double[] pays = [.. observed.Select(TeamPlans.PayOf(plan))];

        MemberExpense expense = TeamExpenseCalculator.Expect(plan, AttainmentDistribution.Empirical(observed));

        Assert.Equal(pays.Average(), expense.VariablePerPerson, 1e-9);
        Assert.Equal(
            Math.Sqrt(pays.Average(pay => (pay - pays.Average()) * (pay - pays.Average()))),
            expense.StandardDeviationPerPerson,
            1e-8);
        Assert.Equal(7.0 / 13, expense.ProbabilityOfQuota!.Value, 1e-15);
        Assert.Equal(observed.Average() * 800_000, expense.BookingsPerPerson!.Value, 1e-6);
    }

    [Fact]
    public void TeamIsTheSumOfItsPeople()
    {
        CompPlan hunter = TeamPlans.Plan(TeamPlans.Accelerated);
        CompPlan farmer = TeamPlans.Plan(PayoutCurve.Linear, PayoutCurve.Linear);
        var strong = AttainmentDistribution.Uniform(0.8, 1.6);

        TeamExpense team = TeamExpenseCalculator.Expect(
            [
                new TeamMember { Plan = hunter, HeadCount = 9 },
                new TeamMember { Plan = farmer, HeadCount = 4, Attainment = strong },
            ],
            Normal);
        MemberExpense ofHunter = TeamExpenseCalculator.Expect(hunter, Normal);
        MemberExpense ofFarmer = TeamExpenseCalculator.Expect(farmer, strong);

        Assert.Equal(13, team.HeadCount);
        Assert.Equal((9 * 100_000) + (4 * 90_000), team.BaseSalary);
        Assert.Equal((9 * 100_000) + (4 * 60_000), team.TargetVariable);
        Assert.Equal((9 * ofHunter.VariablePerPerson) + (4 * ofFarmer.VariablePerPerson), team.Variable, 1e-6);
        Assert.Equal(
            (9 * ofHunter.BookingsPerPerson!.Value) + (4 * ofFarmer.BookingsPerPerson!.Value),
            team.Bookings!.Value,
            1e-6);
        Assert.Equal((9 * 1_200_000) + (4 * 800_000), team.Quota);
        Assert.Equal((9 * ofHunter.ProbabilityOfQuota!.Value) + (4 * 0.75), team.PeopleReachingQuota, 1e-12);
        Assert.Equal(team.PeopleReachingQuota / 13, team.ShareReachingQuota);
        Assert.Equal(
            Math.Sqrt(
                (9 * Square(ofHunter.StandardDeviationPerPerson)) + (4 * Square(ofFarmer.StandardDeviationPerPerson))),
            team.StandardDeviation,
            1e-6);
        Assert.Equal(team.Variable / team.TargetVariable, team.PayoutRatio);
        Assert.Equal(team.Variable / team.Bookings, team.VariableShareOfBookings);
        Assert.Equal((team.BaseSalary + team.Variable) / team.Bookings, team.TotalShareOfBookings);
    }

    [Fact]
    public void MeasureWithADistributionOfItsOwnIsIndependentOfTheOthers()
    {
        CompPlan plan = TeamPlans.Plan(PayoutCurve.Linear, PayoutCurve.Linear);
        var member = new TeamMember
        {
            Plan = plan with { Components = [plan.Components[0] with { AmountCap = null }, plan.Components[1]] },
            Measures = [MeasureAttainment.Of(CompMeasure.GrossRetention, AttainmentDistribution.Normal(1, 0.02))],
        };

        MemberExpense expense =
            TeamExpenseCalculator.Expect([member], AttainmentDistribution.Normal(5, 0.3)).Members[0];

        Assert.Equal((5 * 42_000) + 18_000, expense.VariablePerPerson, 1e-6);
        Assert.Equal(
            Math.Sqrt(Square(0.3 * 42_000) + Square(0.02 * 18_000)), expense.StandardDeviationPerPerson, 1e-6);
        Assert.Equal(5 * 800_000, expense.BookingsPerPerson!.Value, 1e-6);
        Assert.Equal(1, expense.ProbabilityOfQuota!.Value, 1e-12);
    }

    [Fact]
    public void QuarterlyCapIsFourTimesThatOfAQuarter()
    {
        CompPlan yearly = TeamPlans.Plan(PayoutCurve.Linear, amountCap: 120_000m);
        CompPlan quarterly = yearly with
        {
            Components = [yearly.Components[0] with { Period = MeasurementPeriod.Quarter, AmountCap = 30_000m }],
        };

        Assert.Equal(
            TeamExpenseCalculator.Expect(yearly, Normal).VariablePerPerson,
            TeamExpenseCalculator.Expect(quarterly, Normal).VariablePerPerson);
    }

    [Fact]
    public void SharesOfBookingsAreUndefinedWhereNothingIsBooked()
    {
        CompPlan keeper = TeamPlans.Plan(PayoutCurve.Linear) with
        {
            Components = [new PayComponent { Measure = CompMeasure.LogoRetention, Target = PayTarget.Level(0.95m) }],
        };

        TeamExpense team = TeamExpenseCalculator.Expect([new TeamMember { Plan = keeper }], Normal);
        TeamExpense nobody = TeamExpenseCalculator.Expect([], Normal);

        Assert.Null(team.VariableShareOfBookings);
        Assert.Null(team.TotalShareOfBookings);
        Assert.Null(team.Quota);
        Assert.Null(team.Bookings);
        Assert.Null(team.ShareReachingQuota);
        Assert.Equal((0, 0.0), (team.PeopleWithQuota, team.PeopleReachingQuota));
        Assert.Null(team.Members[0].Quota);
        Assert.Null(team.Members[0].Bookings);
        Assert.Null(team.Members[0].BookingsPerPerson);
        Assert.Null(team.Members[0].ProbabilityOfQuota);
        Assert.Null(nobody.Quota);
        Assert.Null(nobody.Bookings);
        Assert.Null(nobody.ShareReachingQuota);
        Assert.Null(nobody.PayoutRatio);
        Assert.Equal(0, nobody.StandardDeviation);
    }

    [Fact]
    public void PlanWithoutVariablePayHasNoPayoutRatio()
    {
        MemberExpense expense = TeamExpenseCalculator.Expect(
            TeamPlans.Plan(PayoutCurve.Linear, amountCap: 5m) with { PayMix = default }, Normal);

        Assert.Null(expense.PayoutRatio);
        Assert.Equal(0, expense.Variable);
        Assert.Equal(200_000, expense.Total);
    }

    [Fact]
    public void MeasureThatThePlanDoesNotPayOnIsRefused()
    {
        var member = new TeamMember
        {
            Plan = TeamPlans.Plan(PayoutCurve.Linear),
            Measures = [MeasureAttainment.Of(CompMeasure.Activations, Normal)],
        };

        Assert.Contains(
            "activations",
            Refusal.By<ArgumentException>(() => TeamExpenseCalculator.Expect([member], Normal)).Message,
            StringComparison.Ordinal);
        Refusal.By<ArgumentOutOfRangeException>(() => member with { HeadCount = 0 });
        Refusal.By<ArgumentException>(() => member with
        {
            Measures =
                [MeasureAttainment.Of(CompMeasure.NewArr, Normal), MeasureAttainment.Of(CompMeasure.NewArr, Normal)],
        });
    }

    private static void AgreesWithSimulation(CompPlan plan, AttainmentDistribution distribution, Func<double> draw)
    {
        const int Draws = 250_000;
        Func<double, double> payAt = TeamPlans.PayOf(plan);
        double sum = 0;
        double squares = 0;
        double fourths = 0;
        double reached = 0;
        MemberExpense expense = TeamExpenseCalculator.Expect(plan, distribution);
        for (int i = 0; i < Draws; i++)
        {
            double attainment = Math.Max(draw(), 0);
            double away = payAt(attainment) - expense.VariablePerPerson;
            sum += away;
            squares += away * away;
            fourths += away * away * away * away;
            reached += attainment >= 1 ? 1 : 0;
        }

        // Four and a half standard errors: one honest run in 150,000 is further away.
        double variance = Square(expense.StandardDeviationPerPerson);
        Assert.Equal(0, sum / Draws, 4.5 * expense.StandardDeviationPerPerson / Math.Sqrt(Draws));
        Assert.Equal(
            variance, squares / Draws, 4.5 * Math.Sqrt(((fourths / Draws) - Square(squares / Draws)) / Draws));
        Assert.Equal(
            expense.ProbabilityOfQuota!.Value,
            reached / Draws,
            4.5 * Math.Sqrt(expense.ProbabilityOfQuota.Value * (1 - expense.ProbabilityOfQuota.Value) / Draws));
    }

    private static void AgreesWithQuadrature(
        CompPlan plan,
        AttainmentDistribution distribution,
        Func<double, double> density,
        double massAboveZero)
    {
        // Between any two of these the pay and the density are smooth: the corners of both, and where pay meets its
        // cap, which is at 140,000 of 100,000 or at 90,000 of 42,000.
        const double Cap = 90_000.0 / 42_000;
        double[] corners =
        [
            0, 0.2, 0.25, 0.5, 0.6, 0.7, 0.8, 0.9, 1, 1.2, 1.3, 1.4, 1.5, 1.6, 1.75, 1.8, 2, 2.2, 2.5, 3, 4, 6, 9, 14,
            22,
            1.2 + (0.5 / 2.625), 1.2 + ((Cap - 0.9) / 2.625), 1.5 + ((Cap - 2) / 3), 1.5 + ((Cap - 1.6) / 3),
            Cap, Cap / 0.7, Cap / 1.4, Cap / 1.5,
        ];
        Array.Sort(corners);
        Func<double, double> payAt = TeamPlans.PayOf(plan);
        double atZero = 1 - massAboveZero;
        double mean = atZero * payAt(0);
        double square = atZero * Square(payAt(0));
        for (int i = 0; i + 1 < corners.Length; i++)
        {
            mean += Quadrature.Between(corners[i], corners[i + 1], x => payAt(x) * density(x));
            square += Quadrature.Between(corners[i], corners[i + 1], x => Square(payAt(x)) * density(x));
        }

        MemberExpense expense = TeamExpenseCalculator.Expect(plan, distribution);
        Assert.Equal(mean, expense.VariablePerPerson, Quadrature.Tolerance * mean);
        Assert.Equal(
            square - (mean * mean), Square(expense.StandardDeviationPerPerson), Quadrature.Tolerance * square);
    }

    private static double Square(double value) => value * value;

    private static double Bell(double z) => Math.Exp(-z * z / 2) / Math.Sqrt(2 * Math.PI);
}
