using NodaTime;
using RevenueModel.Compensation;
using RevenueModel.Primitives;
using RevenueModel.Tests.Helpers;

namespace RevenueModel.Tests.Compensation;

/// <summary>
/// Pay when something changes within a period: a person leaves, a quota changes, a deal is corrected, a payment covers
/// two measures, a draw ends while another balance is open.
/// </summary>
public class PayMidwayTests
{
    private static readonly LocalDate Start = new(2027, 1, 1);

    // 100,000 at a quota of 1,000,000, twice the rate above it.
    private static readonly CompPlan Plan = new()
    {
        Role = "AE",
        OnTargetEarnings = 200_000m,
        PayMix = PayMix.OfPercent(50, 50),
        Components =
        [
            new PayComponent
            {
                Measure = CompMeasure.NewArr,
                Target = PayTarget.PerYear(1_000_000m),
                Curve = PayoutCurve.Of(Tier.Between(0m, 1m, rate: 1m), Tier.AtLeast(1m, rate: 2m)),
            },
        ],
    };

    [Fact]
    public void ForgivingADrawForgivesNoOtherDebt()
    {
        CompPlan plan = Plan with { Draw = Draw.Recoverable(1_200m, atEnd: DrawEnd.Forgiven) };
        CompLedger ledger = CompLedger.Of(
            "Ada",
            [CompAssignment.Of(plan, DateSpan.Year(2027))],
            [CompMaker.Credit("D-1", 1, 15, 100_000m), CompMaker.Credit("D-1", 12, 10, -100_000m)]);

        CompStatement december = StatementCalculator.Run(ledger, DateSpan.Year(2027))[11];

        Assert.Equal(1_100m, december.Lines.Single(line => line.Kind == StatementLineKind.DrawForgiven).Earned);
        Assert.Equal((0m, 10_000m), (december.DrawBalance, december.CarriedBalance));
    }

    [Fact]
    public void NegativePayIsRecoveredFromAllPayablePay()
    {
        CompPlan plan = Plan with
        {
            Draw = Draw.Recoverable(12_000m),
            Clawback = new Clawback { WindowMonths = 12 },
        };
        CompLedger ledger = CompLedger.Of(
            "Ada",
            [CompAssignment.Of(plan, DateSpan.Year(2027))],
            [CompMaker.Credit("D-1", 1, 15, 50_000m), CompMaker.Credit("D-2", 4, 15, 15_000m)],
            [CompEvent.Churned(new LocalDate(2027, 2, 10), "D-1")]);

        ValueList<CompStatement> run = StatementCalculator.Run(ledger, DateSpan.Months(Start, 4));

        // February claws back 5,000. April earns 1,500: all of it reduces the carried balance, and the draw advances
        // 1,000.
        Assert.Equal(-1_500m, run[3].Lines.Single(line => line.Kind == StatementLineKind.CarriedRecovery).PayableNow);
        Assert.Equal([5_000m, 5_000m, 3_500m], run.Skip(1).Select(statement => statement.CarriedBalance));
        Assert.Equal([1_000m, 2_000m, 3_000m], run.Skip(1).Select(statement => statement.DrawBalance));
        Assert.Equal([1_000m, 1_000m, 1_000m], run.Skip(1).Select(statement => statement.PayableNow));
    }

    [Theory]
    [InlineData(LeavingQuota.Kept, "50000.00")]
    [InlineData(LeavingQuota.Prorated, "91506.85")] // the quota of 31 days pays 8,493.15; twice the rate above it
    public void LeavingKeepsTheQuotaOrProratesIt(LeavingQuota convention, string earned)
    {
        CompPlan plan = Plan with { QuotaOnLeaving = convention };
        CompLedger ledger = CompLedger.Of(
            "Ada", [CompAssignment.Of(plan, DateSpan.Year(2027))], [CompMaker.Credit("D-1", 1, 5, 500_000m)]);
        CompStatement january = StatementCalculator.Next(ledger, DateSpan.Months(Start, 1));
        CompStatement february = StatementCalculator.Next(
            ledger.With(lastWorkingDay: new LocalDate(2027, 1, 31)),
            DateSpan.Months(new LocalDate(2027, 2, 1), 1),
            january);

        decimal sum = january.Earned + february.Earned;
        Assert.Equal(earned, sum.ToString("0.00", null));
        if (convention == LeavingQuota.Prorated)
        {
            StatementLine line = Assert.Single(february.Lines);
            var detail = Assert.IsType<AdjustmentDetail>(line.Detail);
            Assert.Equal([PayFact.Target, PayFact.TargetPay], detail.Changes.Select(change => change.Fact));
            Assert.StartsWith(
                "target 1,000,000 -> 84,931.51, pay at target 100,000 -> 8,493.15: before 2027-02-01, "
                    + "91,506.85 is earned",
                line.Explanation,
                StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData(QuotaContinuity.StartsAnew, 40_000, 35_000)] // 400,000 of 495,890 and 700,000 of 1,008,219
    [InlineData(QuotaContinuity.CarriesAttainment, 40_000, 35_000)] // 5% of 700,000: 1.1 million of 2 million
    [InlineData(QuotaContinuity.BlendsQuota, 26_594, 46_539)] // all credit against one quota of 1,504,110
    public void AQuotaRaisedMidPeriodFollowsItsConvention(QuotaContinuity continuity, int first, int second)
    {
        var change = new LocalDate(2027, 7, 1);
        CompPlan raised = Plan with
        {
            Components = [Plan.Components[0] with { Target = PayTarget.PerYear(2_000_000m) }],
        };
        CompLedger ledger = CompLedger.Of(
            "Ada",
            [
                CompAssignment.Of(Plan, DateSpan.Between(Start, change)),
                CompAssignment.Of(raised, DateSpan.Between(change, new LocalDate(2028, 1, 1))) with
                {
                    Continuity = continuity,
                },
            ],
            [CompMaker.Credit("D-1", 3, 1, 400_000m), CompMaker.Credit("D-2", 9, 1, 700_000m)]);

        ValueList<CompStatement> run = StatementCalculator.Run(ledger, DateSpan.Year(2027));

        Assert.Equal((first, second), (decimal.Round(run[2].Earned), decimal.Round(run[8].Earned)));
    }

    [Fact]
    public void ASecondPlanVersionDoesNotRerateTheFirstHalf()
    {
        // 600,000 would be 120% of half the quota, and would be paid at twice the rate.
        var change = new LocalDate(2027, 7, 1);
        CompCredit credit = CompMaker.Credit("D-1", 3, 1, 600_000m);
        decimal anew = March(QuotaContinuity.StartsAnew);
        decimal carried = March(QuotaContinuity.CarriesAttainment);

        Assert.Equal(70_411m, decimal.Round(anew));
        Assert.Equal(60_000m, carried);

        decimal March(QuotaContinuity continuity) => StatementCalculator.Run(
            CompLedger.Of(
                "Ada",
                [
                    CompAssignment.Of(Plan, DateSpan.Between(Start, change)),
                    CompAssignment.Of(Plan, DateSpan.Between(change, new LocalDate(2028, 1, 1))) with
                    {
                        Continuity = continuity,
                    },
                ],
                [credit]),
            DateSpan.Year(2027))[2].Earned;
    }

    [Fact]
    public void AReadingInPercentIsRefusedWithAHint()
    {
        CompPlan plan = Plan with
        {
            Components = [new PayComponent { Measure = CompMeasure.LogoRetention, Target = PayTarget.Level(0.9m) }],
        };
        var reading = new CompCredit { Date = Start, Measure = CompMeasure.LogoRetention, Amount = 92m };

        Refusal.With(
            "CompCredit 2027-01-01 no deal: logo retention 9200% of Ada: Amount was 92; a ratio up to 1 (for 92% "
                + "write 0.92) "
                + "is expected.",
            () => CompLedger.Of("Ada", [CompAssignment.Of(plan, DateSpan.Year(2027))], [reading]));
        Refusal.With(
            "CompPlan \"AE\": component \"logo retention\": Target was 90; a ratio up to 1 (for 90% write 0.9) is "
                + "expected.",
            () => (plan with
            {
                Components = [plan.Components[0] with { Target = PayTarget.Level(90m) }],
            }).Validate());
    }

    [Fact]
    public void ACreditIsCountedOnce()
    {
        CompCredit credit = CompMaker.Credit("D-1", 1, 15, 100_000m);
        CompLedger ledger = CompLedger.Of("Ada", [CompAssignment.Of(Plan, DateSpan.Year(2027))], [credit]);
        CompLedger named = CompLedger.Of(
            "Ada", [CompAssignment.Of(Plan, DateSpan.Year(2027))], [credit with { Id = "1" }]);

        Refusal.By<ArgumentException>("credits", () => ledger.With([credit]));
        Refusal.By<ArgumentException>("credits", () => named.With([credit with { Id = "1" }]));
        Refusal.By<ArgumentException>(
            "credits", () => named.With([credit with { Id = "2" }, credit with { Id = "2", Amount = 1m }]));
        CompLedger replaced = named.With([credit with { Id = "1", Amount = 40_000m }]);

        Assert.Equal(40_000m, Assert.Single(replaced.Credits).Amount);
        Assert.Equal(4_000m, StatementCalculator.Run(replaced, DateSpan.Months(Start, 1))[0].Earned);
    }

    [Fact]
    public void CashOfADealCoversTheDealOnce()
    {
        CompPlan plan = Plan with
        {
            PaymentTrigger = PaymentTrigger.CashReceived,
            Components =
            [
                new PayComponent { Measure = CompMeasure.NewArr, Target = PayTarget.PerYear(500_000m), Weight = 0.5m },
                new PayComponent
                {
                    Measure = CompMeasure.ExpansionArr,
                    Target = PayTarget.PerYear(500_000m),
                    Weight = 0.5m,
                },
            ],
        };
        CompCredit credit = CompMaker.Credit("D-1", 1, 15, 10_000m);
        CompLedger ledger = CompLedger.Of(
            "Ada",
            [CompAssignment.Of(plan, DateSpan.Year(2027))],
            [credit, credit with { Measure = CompMeasure.ExpansionArr }],
            [CompEvent.CashReceived(new LocalDate(2027, 1, 20), "D-1", 10_000m)]);

        CompStatement january = StatementCalculator.Run(ledger, DateSpan.Months(Start, 1))[0];

        Assert.Equal((2_000m, 1_000m, 1_000m), (january.Earned, january.PayableNow, january.PayableLater));
    }

    [Theory]
    [InlineData(1)] // corrected on the day of the booking
    [InlineData(40)]
    public void PayFollowsTheCorrectedContract(int daysLater)
    {
        CompPlan plan = Plan with { PaymentTrigger = PaymentTrigger.CashReceived };
        CompCredit credit = CompMaker.Credit("D-1", 1, 15, 100_000m) with { ContractValue = 300_000m };
        CompLedger ledger = CompLedger.Of(
            "Ada",
            [CompAssignment.Of(plan, DateSpan.Year(2027))],
            [credit, credit with { Date = credit.Date.PlusDays(daysLater), Amount = -40_000m, ContractValue = null }],
            [CompEvent.CashReceived(new LocalDate(2027, 3, 10), "D-1", 180_000m)]);

        ValueList<CompStatement> run = StatementCalculator.Run(ledger, DateSpan.Months(Start, 3));

        // A credit of 60,000 for a contract of 180,000, which is paid in full.
        Assert.Equal(6_000m, run[2].PayableNow);
        Assert.Equal(0m, run[2].PayableLater);
    }

    [Fact]
    public void ThirdsSumToTheCent()
    {
        ValueList<SplitCredit> thirds = CreditSplitCalculator.SplitEqually(
            CompMaker.Credit("D-1", 1, 15, 100_000m), RoundingPolicy.Cents, "Ada", "Grace", "Mary");

        Assert.Equal([33_333.34m, 33_333.33m, 33_333.33m], thirds.Select(third => third.Credit.Credited));
    }

    [Fact]
    public void ReturnedCashReversesPay()
    {
        CompPlan plan = Plan with { PaymentTrigger = PaymentTrigger.CashReceived };
        CompLedger ledger = CompLedger.Of(
            "Ada",
            [CompAssignment.Of(plan, DateSpan.Year(2027))],
            [CompMaker.Credit("D-1", 1, 15, 100_000m)],
            [
                CompEvent.CashReceived(new LocalDate(2027, 1, 20), "D-1", 100_000m),
                CompEvent.Refunded(new LocalDate(2027, 2, 20), "D-1", 25_000m),
                CompEvent.CashReceived(new LocalDate(2027, 3, 20), "D-1", 25_000m),
            ]);

        ValueList<CompStatement> run = StatementCalculator.Run(ledger, DateSpan.Months(Start, 3));

        Assert.Equal([10_000m, 0m, 0m], run.Select(statement => statement.PayableNow));
        Assert.Equal([0m, 2_500m, 0m], run.Select(statement => statement.PayableLater));
        Assert.Equal([0m, 2_500m, 0m], run.Select(statement => statement.CarriedBalance));
        Assert.EndsWith("as cash went back", run[1].Lines[0].Explanation, StringComparison.Ordinal);
    }

    [Fact]
    public void PayWaitsUntilTheDealIsPaidInFull()
    {
        CompPlan plan = Plan with { PaymentTrigger = PaymentTrigger.PaidInFull };
        CompLedger ledger = CompLedger.Of(
            "Ada",
            [CompAssignment.Of(plan, DateSpan.Year(2027))],
            [CompMaker.Credit("D-1", 1, 15, 100_000m)],
            [
                CompEvent.CashReceived(new LocalDate(2027, 1, 20), "D-1", 99_999.99m),
                CompEvent.CashReceived(new LocalDate(2027, 3, 20), "D-1", 0.01m),
            ]);

        Assert.Equal(
            [0m, 0m, 10_000m],
            StatementCalculator.Run(ledger, DateSpan.Months(Start, 3)).Select(statement => statement.PayableNow));
    }

    [Theory]
    [InlineData(0, 1_500)]
    [InlineData(1, 1_250)]
    [InlineData(2, 1_000)]
    [InlineData(3, 750)]
    [InlineData(4, 500)]
    [InlineData(5, 250)]
    [InlineData(6, 0)]
    public void AClawbackDeclinesByMonth(int months, int recovered)
    {
        CompPlan plan = Plan with { Clawback = new Clawback { WindowMonths = 6, DeclinesMonthly = true } };
        CompCredit credit = CompMaker.Credit("D-1", 1, 15, 15_000m);
        CompLedger ledger = CompLedger.Of(
            "Ada",
            [CompAssignment.Of(plan, DateSpan.Year(2027))],
            [credit],
            [CompEvent.Churned(credit.Date.PlusMonths(months).PlusDays(10), "D-1")]);

        Assert.Equal(
            1_500m - recovered,
            StatementCalculator.Run(ledger, DateSpan.Year(2027)).Sum(statement => statement.Earned));
    }

    [Fact]
    public void SeasonalQuotaOfALateHireHasTheRemainingSeasons()
    {
        PayComponent component = Plan.Components[0] with
        {
            Target = PayTarget.PerYear(100_000m).Seasonal(0.2m, 0.2m, 0.2m, 0.4m),
        };
        CompPlan plan = Plan with { Components = [component] };
        var march = new LocalDate(2027, 3, 1);
        decimal target = QuotaCalculator.Target(plan, component, DateSpan.Year(2027), DateSpan.From(march), march);

        Assert.Equal(86_667m, decimal.Round(target)); // a third of 20,000, 20,000, 20,000 and 40,000
        Assert.Equal("100,000 a year by season", component.Target.ToString());
    }

    [Fact]
    public void AnAbsenceReducesQuotaAndPausesTheDraw()
    {
        CompPlan plan = Plan with { Draw = Draw.Recoverable(12_000m) };
        DateSpan leave = DateSpan.Months(new LocalDate(2027, 3, 1), 3);
        ComponentAttainment kept = Attainment(AbsenceQuota.Kept);
        ComponentAttainment reduced = Attainment(AbsenceQuota.Reduced);
        ComponentAttainment withPay = Attainment(AbsenceQuota.ReducedWithPay);

        Assert.Equal((1_000_000m, 100_000m), (kept.Target, kept.TargetPay));
        // less 92 of 365 days
        Assert.Equal((747_945m, 100_000m), (decimal.Round(reduced.Target!.Value), reduced.TargetPay));
        Assert.Equal(
            (747_945m, 74_795m), (decimal.Round(withPay.Target!.Value), decimal.Round(withPay.TargetPay!.Value)));

        ComponentAttainment Attainment(AbsenceQuota quota)
        {
            CompAssignment assignment = CompAssignment.Of(plan, DateSpan.Year(2027)) with
            {
                Absences = [Absence.Of(leave, quota, pausesDraw: true)],
            };
            ValueList<CompStatement> run = StatementCalculator.Run(
                CompLedger.Of("Ada", [assignment]), DateSpan.Year(2027));
            Assert.Equal(
                [1_000m, 1_000m, 0m, 0m, 0m, 1_000m], run.Take(6).Select(statement => statement.PayableNow));
            return run[0].Attainments[0];
        }
    }

    [Fact]
    public void OpeningBalancesContinueFromAnotherSystem()
    {
        var july = new LocalDate(2027, 7, 1);
        var opening = new CompOpening
        {
            On = july,
            DrawBalance = 2_000m,
            CarriedBalance = 500m,
            PayableLater = [new DeferredPay(new LocalDate(2027, 9, 15), 3_000m, "D-0")],
            Attainments = [new OpeningAttainment(CompMeasure.NewArr, 950_000m)],
        };
        CompLedger ledger = CompLedger.Of(
            "Ada",
            [CompAssignment.Of(Plan with { Draw = Draw.Recoverable(12_000m) }, DateSpan.Year(2027))],
            [CompMaker.Credit("D-1", 8, 15, 100_000m)],
            opening: opening);

        ValueList<CompStatement> run = StatementCalculator.Run(ledger, DateSpan.Months(july, 3));

        // 5,000 to the quota and 10,000 beyond it.
        Assert.Equal([0m, 15_000m, 0m], run.Select(statement => statement.Earned));
        Assert.Equal([1_000m, 11_500m, 3_000m], run.Select(statement => statement.PayableNow));
        Assert.Equal([3_000m, 3_000m, 0m], run.Select(statement => statement.PayableLater));
        Assert.Equal([3_000m, 0m, 0m], run.Select(statement => statement.DrawBalance));
        Assert.Equal([500m, 0m, 0m], run.Select(statement => statement.CarriedBalance));
        Assert.All(run, statement => Assert.True(statement.AddsUp));
        Assert.Equal(950_000m, run[0].Attainments[0].Credited);
        Refusal.By<ArgumentOutOfRangeException>(
            "period", () => StatementCalculator.Run(ledger, DateSpan.Months(july.PlusMonths(1), 3)));
        Refusal.By<ArgumentException>("credits", () => ledger.With([CompMaker.Credit("D-2", 6, 30, 1m)]));
        Assert.DoesNotContain(
            StatementCalculator.Next(ledger, DateSpan.Months(july.PlusMonths(3), 1), run).Lines,
            line => line.Kind == StatementLineKind.Adjustment);
    }

    [Theory]
    [InlineData(PayFrequency.SemiMonthly, "500, 500, 500, 500")]
    [InlineData(PayFrequency.Monthly, "1000, 1000")]
    public void ADrawIsHalvedForHalfMonths(PayFrequency frequency, string paid)
    {
        CompLedger ledger = CompLedger.Of(
            "Ada", [CompAssignment.Of(Plan with { Draw = Draw.Recoverable(12_000m) }, DateSpan.Year(2027))]);

        Assert.Equal(
            paid,
            string.Join(", ", StatementCalculator.Run(ledger, DateSpan.Months(Start, 2), frequency)
                .Select(statement => statement.PayableNow.ToString("0.##", null))));
    }

    [Fact]
    public void ADrawOfFourWeeksIsProratedByDaysOfTheMonth()
    {
        CompLedger ledger = CompLedger.Of(
            "Ada", [CompAssignment.Of(Plan with { Draw = Draw.Recoverable(12_000m) }, DateSpan.Year(2027))]);
        var weeks = DateSpan.Between(Start, Start.PlusDays(35));

        // 7 of 31 days, four times; 3 of 31 days and 4 of 28.
        Assert.Equal(
            [225.81m, 225.81m, 225.81m, 225.81m, 239.63m],
            StatementCalculator.Run(ledger, weeks, PayFrequency.Weekly).Select(statement => statement.PayableNow));
        Refusal.By<ArgumentOutOfRangeException>(
            "period", () => StatementCalculator.Run(ledger, DateSpan.Months(Start, 1), PayFrequency.Weekly));
    }

    [Fact]
    public void RenamingAPlanCausesNoAdjustment()
    {
        CompMeasure before = CompMeasure.Custom("ACV", id: "acv");
        CompPlan plan = Plan with
        {
            Id = "plan",
            Components = [Plan.Components[0] with { Measure = before }],
            Spiffs = [new Spiff
            {
                Id = "spiff",
                Name = "Push",
                Measure = before,
                Window = DateSpan.Year(2027),
                Rate = 0.01m,
            }],
        };
        CompStatement january = StatementCalculator.Next(LedgerOf(plan, before), DateSpan.Months(Start, 1));
        CompMeasure after = CompMeasure.Custom("New ACV", id: "acv");
        CompPlan renamed = plan with
        {
            Role = "Account executive",
            Components = [plan.Components[0] with { Measure = after }],
            Spiffs = [plan.Spiffs[0] with { Name = "Pull", Measure = after }],
        };

        CompStatement february = StatementCalculator.Next(
            LedgerOf(renamed, after), DateSpan.Months(new LocalDate(2027, 2, 1), 1), january);

        Assert.Equal(11_000m, january.Earned);
        Assert.Empty(february.Lines);

        static CompLedger LedgerOf(CompPlan plan, CompMeasure measure) => CompLedger.Of(
            "Ada",
            [CompAssignment.Of(plan, DateSpan.Year(2027))],
            [CompMaker.Credit("D-1", 1, 15, 100_000m) with { Measure = measure }]);
    }

    [Fact]
    public void EventsWithoutEffectAreReportedWithTheReason()
    {
        var churned = CompEvent.Churned(new LocalDate(2027, 1, 2), "D-1");
        var misspelled = CompEvent.CashReceived(new LocalDate(2027, 1, 20), "D1", 5m);
        var unused = CompEvent.Invoiced(new LocalDate(2027, 1, 20), "D-1", 5m);
        CompLedger ledger = CompLedger.Of(
            "Ada",
            [CompAssignment.Of(Plan, DateSpan.Year(2027))],
            [CompMaker.Credit("D-1", 1, 15, 100_000m)],
            [churned, misspelled, unused]);

        Assert.Equal(
            [NoEffectReason.BeforeFirstCredit, NoEffectReason.NoCredit, NoEffectReason.NoRule],
            ledger.EventsWithoutEffect.Select(one => one.Reason));
        Assert.Equal(
            "2027-01-02 D-1: churned: it is dated before the first credit of its deal or account",
            ledger.EventsWithoutEffect[0].ToString());
    }

    [Fact]
    public void ThirdsOfARampAndAbsencesLeaveNoNoise()
    {
        CompAssignment assignment = CompAssignment.Of(Plan with { Ramp = Ramp.Straight(3) }, DateSpan.Year(2027)) with
        {
            Absences =
            [
                Absence.Of(DateSpan.Between(Start, Start.PlusDays(2))),
                Absence.Of(DateSpan.Between(Start.PlusDays(2), new LocalDate(2028, 1, 1))),
            ],
        };
        CompLedger ledger = CompLedger.Of("Ada", [assignment], [CompMaker.Credit("D-1", 2, 15, 1_000m)]);

        Assert.Equal(100m, StatementCalculator.Run(ledger, DateSpan.Year(2027)).Sum(statement => statement.Earned));
    }

    [Fact]
    public void ASeasonWithoutQuotaPaysAtTheRateOfTheYear()
    {
        CompPlan plan = Plan with
        {
            Components =
            [
                Plan.Components[0] with
                {
                    Target = PayTarget.PerYear(1_000_000m).Seasonal(0m, 0m, 0.5m, 0.5m),
                    Period = MeasurementPeriod.Quarter,
                },
            ],
        };
        CompLedger ledger = CompLedger.Of(
            "Ada", [CompAssignment.Of(plan, DateSpan.Year(2027))], [CompMaker.Credit("D-1", 2, 15, 1_000m)]);

        Assert.Equal(100m, StatementCalculator.Run(ledger, DateSpan.Year(2027)).Sum(statement => statement.Earned));
    }

    [Fact]
    public void ACorrectionUnderAnotherPlanSparesClawedBackPay()
    {
        CompPlan plan = Plan with { Clawback = new Clawback { WindowMonths = 12 } };
        var change = new LocalDate(2027, 3, 1);
        CompLedger ledger = CompLedger.Of(
            "Ada",
            [
                CompAssignment.Of(plan, DateSpan.Between(Start, change)),
                CompAssignment.Of(plan, DateSpan.Between(change, new LocalDate(2028, 1, 1))) with
                {
                    Continuity = QuotaContinuity.CarriesAttainment,
                },
            ],
            [CompMaker.Credit("D-1", 1, 10, 100_000m), CompMaker.Credit("D-1", 4, 10, -100_000m)],
            [CompEvent.Churned(new LocalDate(2027, 2, 1), "D-1")]);

        Assert.Equal(0m, StatementCalculator.Run(ledger, DateSpan.Year(2027)).Sum(statement => statement.Earned));
    }

    [Fact]
    public void ACorrectionHasTheAgeOfThePayThatItCorrects()
    {
        CompPlan plan = Plan with { Clawback = new Clawback { WindowMonths = 6 } };
        CompLedger ledger = CompLedger.Of(
            "Ada",
            [CompAssignment.Of(plan, DateSpan.Year(2027))],
            [CompMaker.Credit("D-1", 1, 10, 100_000m), CompMaker.Credit("D-1", 6, 10, -40_000m)],
            [CompEvent.NotPaid(new LocalDate(2027, 8, 10), "D-1")]);

        Assert.Equal(6_000m, StatementCalculator.Run(ledger, DateSpan.Year(2027)).Sum(statement => statement.Earned));
    }

    [Fact]
    public void AClawbackOffsetsTheEarliestCorrection()
    {
        CompPlan plan = Plan with
        {
            Components =
            [
                Plan.Components[0] with { Measure = CompMeasure.ExpansionArr, Weight = 0.5m },
                Plan.Components[0] with { Weight = 0.5m },
            ],
            Clawback = new Clawback { WindowMonths = 6 },
        };
        CompCredit first = CompMaker.Credit("D-1", 1, 10, 100_000m);
        CompCredit second = CompMaker.Credit("D-1", 4, 10, 100_000m) with { Measure = CompMeasure.ExpansionArr };
        CompCredit correction = CompMaker.Credit("D-1", 6, 10, -100_000m);
        CompCredit later = CompMaker.Credit("D-1", 7, 10, -100_000m) with { Measure = CompMeasure.ExpansionArr };
        CompEvent notPaid = CompEvent.NotPaid(new LocalDate(2027, 2, 1), "D-1");

        decimal[] without = EarnedOf(first, second, correction);
        decimal[] with = EarnedOf(first, second, correction, later);

        Assert.Equal(0m, without[5]);
        Assert.Equal(without[..6], with[..6]);
        Assert.Equal(-5_000m, with[6]);

        decimal[] EarnedOf(params CompCredit[] credits) =>
        [
            .. StatementCalculator.Run(
                CompLedger.Of("Ada", [CompAssignment.Of(plan, DateSpan.Year(2027))], credits, [notPaid]),
                DateSpan.Year(2027)).Select(statement => statement.Earned),
        ];
    }

    [Fact]
    public void ACorrectionOnTheDayOfAnEventFollowsIt()
    {
        var day = new LocalDate(2027, 8, 4);
        CompPlan plan = Plan with { Clawback = new Clawback { WindowMonths = 6, Share = 0.5m } };
        CompLedger ledger = CompLedger.Of(
            "Ada",
            [CompAssignment.Of(plan, DateSpan.Year(2027))],
            [CompMaker.Credit("D-1", 3, 1, 100_000m), CompMaker.Credit("D-1", 8, 4, -100_000m)],
            [CompEvent.NotPaid(new LocalDate(2027, 7, 25), "D-1"), CompEvent.NotPaid(day, "D-1")]);

        ValueList<CompStatement> year = StatementCalculator.Run(ledger, DateSpan.Year(2027));

        Assert.Equal(5_000m, -year[6].Earned);
        Assert.Equal(0m, year.Sum(statement => statement.Earned));
    }

    [Fact]
    public void ACorrectionDoesNotAgeWithPayThatIsReleasedLater()
    {
        var change = new LocalDate(2027, 7, 1);
        var churn = new LocalDate(2027, 11, 10);
        CompPlan gated = Plan with { Gates = [new CreditGate { Name = "Kick-off", RequiredMilestone = "kick-off" }] };
        CompPlan declining = Plan with { Clawback = new Clawback { WindowMonths = 12, DeclinesMonthly = true } };
        CompLedger ledger = CompLedger.Of(
            "Ada",
            [
                CompAssignment.Of(gated, DateSpan.Between(Start, change)),
                CompAssignment.Of(declining, DateSpan.Between(change, new LocalDate(2028, 1, 1))),
            ],
            [
                CompMaker.Credit("D-1", 6, 20, 100_000m),
                CompMaker.Credit("D-2", 7, 5, 300_000m),
                CompMaker.Credit("D-1", 8, 5, -100_000m) with { Account = "Acme" },
            ],
            [
                CompEvent.MilestoneReached(new LocalDate(2027, 10, 1), "D-1", "kick-off"),
                CompEvent.Churned(churn, "Acme"),
            ]);

        CompStatement november = StatementCalculator.Run(ledger, DateSpan.Year(2027))[10];
        StatementLine clawback = Assert.Single(november.Lines, line => line.Kind == StatementLineKind.Clawback);

        // Three full months from August 5 to November 10: 9/12 of the correction.
        Assert.Equal(0.75m, Assert.IsType<ReversalDetail>(clawback.Detail).Share);
    }

    [Fact]
    public void ABudgetIsUsedInTheOrderInWhichCreditsCount()
    {
        var change = new LocalDate(2027, 7, 1);
        var spiff = new Spiff
        {
            Id = "launch", Name = "Launch", Measure = CompMeasure.NewArr, Rate = 0.01m, Budget = 600m,
            Window = DateSpan.Year(2027),
        };
        CompPlan gated = Plan with
        {
            Spiffs = [spiff], Gates = [new CreditGate { Name = "Kick-off", RequiredMilestone = "kick-off" }],
        };
        CompLedger ledger = CompLedger.Of(
            "Ada",
            [
                CompAssignment.Of(gated, DateSpan.Between(Start, change)),
                CompAssignment.Of(Plan with { Spiffs = [spiff] }, DateSpan.Between(change, new LocalDate(2028, 1, 1))),
            ],
            [CompMaker.Credit("D-1", 6, 20, 50_000m), CompMaker.Credit("D-2", 8, 5, 40_000m)],
            [CompEvent.MilestoneReached(new LocalDate(2027, 10, 1), "D-1", "kick-off")]);

        ValueList<CompStatement> year = StatementCalculator.Run(ledger, DateSpan.Year(2027));

        Assert.Equal(400m, SpiffOf(year[7]));
        Assert.Equal(200m, SpiffOf(year[9]));

        static decimal SpiffOf(CompStatement statement) =>
            statement.Lines.Where(line => line.Kind == StatementLineKind.Spiff).Sum(line => line.Earned);
    }

    [Fact]
    public void ThreeThirdsReachAThreshold()
    {
        CompPlan plan = Plan with
        {
            Components =
            [
                Plan.Components[0] with
                {
                    Measure = CompMeasure.Activations,
                    Target = PayTarget.PerYear(5m),
                    Curve = PayoutCurve.Linear.WithThreshold(0.2m),
                },
            ],
        };
        CompCredit[] thirds =
        [
            .. new[] { "D-1", "D-2", "D-3" }.Select(deal => CompMaker.Credit(deal, 2, 1, 1m) with
            {
                Measure = CompMeasure.Activations, Share = 1m / 3m,
            }),
        ];
        CompLedger ledger = CompLedger.Of("Ada", plan, thirds);

        Assert.Equal(20_000m, StatementCalculator.Run(ledger, DateSpan.Year(2027)).Sum(statement => statement.Earned));
    }

    [Fact]
    public void AnAssignmentTakesContinuityAndAbsencesAsArguments()
    {
        var days = DateSpan.Year(2027);
        Absence absence = Absence.Of(DateSpan.Months(new LocalDate(2027, 3, 1), 1), AbsenceQuota.Kept);

        Assert.Equal(
            CompAssignment.Of(Plan, days) with
            {
                Continuity = QuotaContinuity.CarriesAttainment, Absences = [absence],
            },
            CompAssignment.Of(Plan, days, QuotaContinuity.CarriesAttainment, [absence]));
        Refusal.By<ArgumentException>(
            "absences", () => CompAssignment.Of(Plan, days, QuotaContinuity.StartsAnew, [absence, absence]));
        Refusal.By<ArgumentOutOfRangeException>("continuity", () => CompAssignment.Of(Plan, days, (QuotaContinuity)7));
    }

    [Fact]
    public void AVersionOfAPlanCanRoundToAnotherUnit()
    {
        var change = new LocalDate(2027, 7, 1);
        CompPlan cents = Plan with { Vesting = VestingSchedule.Of(0.55m, 0.30m, 0.15m) };
        CompPlan units = cents with { Rounding = RoundingPolicy.ToDigits(0) };
        CompLedger ledger = CompLedger.Of(
            "Ada",
            [
                CompAssignment.Of(cents, DateSpan.Between(Start, change)),
                CompAssignment.Of(units, DateSpan.Between(change, new LocalDate(2028, 1, 1))),
            ],
            [CompMaker.Credit("D-1", 2, 10, 100_003.33m), CompMaker.Credit("D-2", 8, 10, 100_003.33m)]);

        ValueList<CompStatement> year = StatementCalculator.Run(ledger, DateSpan.Year(2027));

        Assert.NotEqual(decimal.Truncate(year[1].Earned), year[1].Earned);
        Assert.Equal(decimal.Truncate(year[7].Earned), year[7].Earned);
        Assert.Equal(year[7].Earned, year[7].PayableNow + year[7].PayableLater - year[6].PayableLater);
    }

    [Fact]
    public void AFlatAmountOfAThirdIsReversedInAnyNumberOfParts()
    {
        var spiff = new Spiff
        {
            Id = "launch", Name = "Launch", Measure = CompMeasure.Activations, AmountPerDeal = 99.99m, Rate = 0m,
            Window = DateSpan.Year(2027),
        };
        CompCredit third = CompMaker.Credit("D-1", 2, 1, 2m) with
        {
            Measure = CompMeasure.Activations, Share = 1m / 3m,
        };
        CompLedger ledger = CompLedger.Of(
            "Ada",
            Plan with { Spiffs = [spiff] },
            third,
            third with { Amount = -1.3m },
            third with { Amount = -0.4m },
            third with { Amount = -0.3m });

        Assert.Equal(0m, StatementCalculator.Run(ledger, DateSpan.Year(2027)).Sum(statement => statement.Earned));
    }

    [Fact]
    public void TheMonthsOfADrawContinueInANewVersionOfItsPlan()
    {
        CompPlan plan = Plan with { Draw = Draw.NonRecoverable(24_000m, months: 3) };
        var change = new LocalDate(2027, 3, 1);
        CompLedger ledger = CompLedger.Of(
            "Ada",
            [
                CompAssignment.Of(plan, DateSpan.Between(Start, change)),
                CompAssignment.Of(plan, DateSpan.From(change)),
            ]);

        Assert.Equal(
            6_000m, StatementCalculator.Run(ledger, DateSpan.Year(2027)).Sum(statement => statement.PayableNow));
    }

    [Fact]
    public void StatementsThatDoNotFollowEachOtherAreRefused()
    {
        CompLedger ledger = CompLedger.Of("Ada", [CompAssignment.Of(Plan, DateSpan.Year(2027))]);
        CompStatement january = StatementCalculator.Next(ledger, DateSpan.Months(Start, 1));

        Refusal.By<ArgumentException>(
            "issued",
            () => StatementCalculator.Next(
                ledger,
                DateSpan.Months(new LocalDate(2027, 2, 1), 1),
                january with { CarriedBalanceBefore = 777m, CarriedBalance = 777m }));
    }

    [Fact]
    public void AStalePartOfASharedDealIsRefused()
    {
        CompCredit part = CreditSplitCalculator.SplitEqually(
            CompMaker.Credit("D-1", 1, 15, 300_000m), RoundingPolicy.Cents, "Ada", "Grace", "Mary")[0].Credit;

        Refusal.By<ArgumentException>("credits", () => CompLedger.Of("Ada", Plan, part with { Share = 0.5m }));
        Assert.Equal(
            15_000m,
            StatementCalculator.Run(
                CompLedger.Of("Ada", Plan, part with { Share = 0.5m, CreditedPart = null }), DateSpan.Months(
                    Start, 1))[0].Earned);
    }
}
