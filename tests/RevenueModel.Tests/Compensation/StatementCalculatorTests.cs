using NodaTime;
using RevenueModel.Compensation;
using RevenueModel.Pipeline;
using RevenueModel.Primitives;
using RevenueModel.Tests.Numerics;
using RevenueModel.Tests.Helpers;

namespace RevenueModel.Tests.Compensation;

/// <summary>Each rule once, with figures that were worked by hand. The plan pays 10% of new ARR: 60,000 at a quota of
/// 600,000.</summary>
public class StatementCalculatorTests
{
    private static readonly CompPlan Plan = new()
    {
        Role = "AE",
        OnTargetEarnings = 120_000m,
        PayMix = PayMix.OfPercent(50, 50),
        Components = [new PayComponent { Measure = CompMeasure.NewArr, Target = PayTarget.PerYear(600_000m) }],
    };

    private static readonly LocalDate Start = new(2027, 1, 1);

    [Fact]
    public void ACreditPaysByItsShare()
    {
        CompStatement january = Run(Plan, [Credit(1, 10, 100_000m) with { Share = 0.4m }])[0];

        Assert.Equal(4_000m, january.Earned);
        Assert.Equal(4_000m, january.PayableNow);
    }

    [Fact]
    public void ReachingQuotaAcceleratesWhatIsAboveIt()
    {
        CompPlan plan = WithCurve(PayoutCurve.Of(Tier.Between(0m, 1m, 1m), Tier.AtLeast(1m, 1.5m)));

        decimal[] earned = Earned(Run(plan, [Credit(1, 10, 500_000m), Credit(2, 10, 200_000m)]));

        Assert.Equal([50_000m, 25_000m], earned[..2]);
    }

    [Fact]
    public void ATierThatIsRetroactivePaysForWhatCameBefore()
    {
        CompPlan plan = WithCurve(
            PayoutCurve.Of(Tier.Between(0m, 1m, 1m), Tier.AtLeast(1m, 1.2m, TierMode.RetroactiveToFirstUnit)));

        decimal[] earned = Earned(Run(plan, [Credit(1, 10, 500_000m), Credit(2, 10, 100_000m)]));

        Assert.Equal([50_000m, 22_000m], earned[..2]);
    }

    [Fact]
    public void LinesAreRoundedSoThatTheySumToTheRoundedWhole()
    {
        CompStatement january = Run(Plan, [Credit(1, 5, 100.05m), Credit(1, 6, 100.05m), Credit(1, 7, 100.05m)])[0];

        Assert.Equal([10.01m, 10.00m, 10.01m], january.Lines.Select(line => line.Earned));
        Assert.Equal(30.02m, january.Earned);
    }

    [Theory]
    [InlineData(RoundingRule.Up, "10.01")]
    [InlineData(RoundingRule.Down, "10.00")]
    public void PayIsRoundedByTheRuleOfThePlan(RoundingRule rule, string earned)
    {
        CompPlan plan = Plan with { Rounding = RoundingPolicy.ToDigits(2, rule) };

        Assert.Equal(earned, Run(plan, [Credit(1, 5, 100.03m)])[0].Earned.ToString("0.00", null));
    }

    [Fact]
    public void ALevelPaysForItsLatestReading()
    {
        CompPlan plan = Plan with
        {
            Components = [new PayComponent { Measure = CompMeasure.LogoRetention, Target = PayTarget.Level(0.9m) }],
        };
        CompCredit reading = new() { Date = Start, Measure = CompMeasure.LogoRetention, Amount = 0.45m };

        decimal[] earned = Earned(Run(plan,
        [
            reading,
            reading with { Date = new LocalDate(2027, 2, 1), Amount = 0.9m },
            reading with { Date = new LocalDate(2027, 3, 1), Amount = 0.72m },
        ]));

        Assert.Equal([30_000m, 30_000m, -12_000m], earned[..3]);
    }

    [Fact]
    public void AGatedCreditIsWithheldUntilItsGateHolds()
    {
        CompCredit credit =
            Credit(1, 10, 100_000m) with { Segment = "Mid-Market", BuyerEngagement = BuyerEngagement.IT };

        ValueList<CompStatement> run = Run(
            Gated, [credit], [CompEvent.BuyersEngaged(new LocalDate(2027, 3, 5), "D-1", BuyerEngagement.OT)]);

        Assert.Equal(StatementLineKind.Withheld, Assert.Single(run[0].Lines).Kind);
        Assert.Equal([1, 1, 0], run.Take(3).Select(statement => statement.Withheld.Count));
        Assert.Equal([0m, 0m, 10_000m], Earned(run)[..3]);
        Assert.Equal(new LocalDate(2027, 3, 5), Assert.Single(run[2].Lines).Date);
    }

    [Fact]
    public void ACreditWhoseGateHoldsOnlyOnTheDayOfLeavingNeverCounts()
    {
        LocalDate left = new(2027, 3, 5);

        ValueList<CompStatement> run = Run(
            Gated,
            [Credit(1, 10, 100_000m) with { Segment = "Mid-Market" }],
            [CompEvent.BuyersEngaged(left, "D-1", BuyerEngagement.Both)],
            left);

        Assert.Equal(0m, run.Sum(statement => statement.Earned));
    }

    [Fact]
    public void ACreditThatCountsAfterItsPlanHasEndedIsPaidByIt()
    {
        LocalDate change = new(2027, 7, 1);
        CompLedger ledger = CompLedger.Of(
            "Ada",
            [
                CompAssignment.Of(Gated, DateSpan.Between(Start, change)),
                CompAssignment.Of(Plan with { Role = "Manager", OnTargetEarnings = 240_000m }, DateSpan.From(change)),
            ],
            [Credit(1, 10, 100_000m) with { Segment = "Mid-Market" }],
            [CompEvent.BuyersEngaged(new LocalDate(2027, 8, 5), "D-1", BuyerEngagement.Both)]);

        StatementLine line = Assert.Single(
            StatementCalculator.Next(ledger, DateSpan.Of(new YearMonth(2027, 8))).Lines);

        // Target and target pay are prorated by the same 181 days, so the rate stays 10%.
        Assert.Equal("AE", line.Role);
        Assert.Equal(new LocalDate(2027, 8, 5), line.Date);
        Assert.Equal(10_000m, line.Earned);
    }

    [Fact]
    public void TheCreditOfADealBeyondTheLimitCountsReduced()
    {
        CompPlan plan = Plan with { Windfall = new WindfallRule { Limit = 0.5m, ReducedShare = 0.5m } };
        CompCredit first = Credit(1, 10, 250_000m);

        ValueList<StatementLine> lines =
            Run(plan, [first, first with { Date = new LocalDate(2027, 1, 11), Amount = 150_000m }])[0].Lines;

        Assert.Equal([25_000m, 10_000m], lines.Select(line => line.Earned));
        Assert.Equal([false, true], lines.Select(line => line.IsWindfall));
    }

    [Fact]
    public void WindfallLimitByTargetPayIsTheCreditThatPaysIt()
    {
        // Half of 60,000 is what 600,000 of credit pays at the component's rate of 5%.
        CompPlan plan = Plan with
        {
            Components =
            [
                new PayComponent { Measure = CompMeasure.NewArr, Target = PayTarget.PerYear(600_000m), Weight = 0.5m },
                new PayComponent
                {
                    Measure = CompMeasure.ExpansionArr,
                    Target = PayTarget.PerYear(600_000m),
                    Weight = 0.5m,
                },
            ],
            Windfall = new WindfallRule { Limit = 0.5m, Basis = WindfallBasis.TargetPay, ReducedShare = 0m },
        };

        Assert.Equal(30_000m, Run(plan, [Credit(1, 10, 700_000m)])[0].Earned);
    }

    [Fact]
    public void ATriggerPaysForEachByTheShareOrARateOfTheCredit()
    {
        CompPlan plan = Plan with
        {
            Triggers =
            [
                ExpansionTrigger.AtAmount(ExpansionTriggerKind.NewSite, 500m),
                ExpansionTrigger.AtRate(ExpansionTriggerKind.ModuleAttach, 0.02m),
            ],
        };
        CompCredit site = Credit(1, 10, 10_000m) with
        {
            Measure = CompMeasure.ExpansionArr, Share = 0.5m, Trigger = ExpansionTriggerKind.NewSite,
        };

        ValueList<StatementLine> lines =
            Run(plan, [site, site with { Trigger = ExpansionTriggerKind.ModuleAttach }])[0].Lines;

        Assert.Equal([250m, 100m], lines.Select(line => line.Earned).OrderDescending());
    }

    [Fact]
    public void ASpiffPaysUntilItsBudgetIsSpentInTheOrderOfTheDays()
    {
        CompPlan plan = Plan with
        {
            Spiffs =
            [
                new Spiff
                {
                    Name = "Launch",
                    Measure = CompMeasure.NewArr,
                    Window = DateSpan.Of(new YearMonth(2027, 2)),
                    AmountPerDeal = 250m,
                    Budget = 600m,
                },
            ],
        };

        StatementLine[] spiffs =
        [
            .. Run(
                plan,
                [
                    .. new[] { 4, 3, 2, 1 }.Select(day => Credit(2, day, 1m) with { Deal = $"D-{day}" }),
                    Credit(3, 1, 1m) with { Deal = "D-5" },
                ])
                .SelectMany(statement => statement.Lines)
                .Where(line => line.Kind == StatementLineKind.Spiff && line.Earned != 0m),
        ];

        Assert.Equal([250m, 250m, 100m], spiffs.Select(line => line.Earned));
        Assert.Equal(new LocalDate(2027, 2, 1), spiffs[0].Date);
    }

    [Fact]
    public void AnAwardVestsOnItsAnniversaries()
    {
        CompPlan plan = Plan with { Vesting = VestingSchedule.Of(0.55m, 0.30m, 0.15m) };

        ValueList<CompStatement> run = Run(plan, [Credit(3, 15, 100_000m)], months: 36);

        Assert.Equal([5_500m, 3_000m, 1_500m], new[] { 2, 14, 26 }.Select(month => run[month].PayableNow));
        Assert.Equal([4_500m, 1_500m, 0m], new[] { 2, 14, 26 }.Select(month => run[month].PayableLater));
        Assert.Equal(10_000m, run[2].Earned);
    }

    [Fact]
    public void TranchesAreSplitOfWhatIsAwardedInAll()
    {
        CompPlan plan = Plan with { Vesting = VestingSchedule.Of(0.5m, 0.5m) };

        ValueList<StatementLine> lines = Run(plan, [Credit(1, 5, 0.5m), Credit(1, 6, 0.5m)])[0].Lines;

        Assert.Equal([0.03m, 0.02m], lines.Select(line => line.PayableNow));
        Assert.Equal([0.02m, 0.03m], lines.Select(line => line.Deferred));
    }

    [Fact]
    public void CashReleasesPayProRataToTheCent()
    {
        CompPlan plan = Plan with { PaymentTrigger = PaymentTrigger.CashReceived };

        ValueList<CompStatement> run = Run(plan, [Credit(1, 10, 1_000m)],
        [
            CompEvent.CashReceived(new LocalDate(2027, 2, 1), "D-1", 333.33m),
            CompEvent.CashReceived(new LocalDate(2027, 3, 1), "D-1", 333.33m),
            CompEvent.CashReceived(new LocalDate(2027, 4, 1), "D-1", 333.34m),
            CompEvent.CashReceived(new LocalDate(2027, 5, 1), "D-1", 500m),
        ]);

        Assert.Equal([0m, 33.33m, 33.34m, 33.33m, 0m], run.Take(5).Select(statement => statement.PayableNow));
    }

    [Fact]
    public void WhatWasInvoicedBeforeTheBookingIsPayableWithIt()
    {
        CompPlan plan = Plan with { PaymentTrigger = PaymentTrigger.Invoice };

        CompStatement february = Run(
            plan,
            [Credit(2, 10, 1_000m) with { ContractValue = 4_000m }],
            [CompEvent.Invoiced(new LocalDate(2027, 1, 5), "D-2", 1_000m)])[1];

        Assert.Equal(25m, february.PayableNow);
        Assert.Equal(75m, february.PayableLater);
        Assert.Null(Assert.Single(february.Schedule).On);
    }

    [Theory]
    [InlineData(30, "250.00")]
    [InlineData(31, "0.00")]
    public void AResidualIsPaidOnExpansionBeforeItsMonthsAreOver(int day, string residual)
    {
        CompPlan plan = Plan with { Residual = new Residual { Rate = 0.025m } };
        CompCredit won = Credit(1, 31, 100_000m) with { Account = "Acme" };
        CompCredit expansion = won with
        {
            Date = new LocalDate(2028, 7, day), Deal = "D-2", Measure = CompMeasure.ExpansionArr, Amount = 10_000m,
        };

        Assert.Equal(residual, Run(plan, [won, expansion], months: 24)[18].Earned.ToString("0.00", null));
    }

    [Fact]
    public void AMonthlyResidualEndsWithTheAccount()
    {
        CompPlan plan = Plan with
        {
            Residual = new Residual { Rate = 0.02m, Months = 36, Basis = ResidualBasis.ActiveArrMonthly },
        };

        decimal[] earned = Earned(Run(
            plan,
            [Credit(1, 10, 60_000m) with { Account = "Acme" }],
            [CompEvent.Churned(new LocalDate(2027, 4, 10), "Acme")]));

        Assert.Equal([6_100m, 100m, 100m, 0m], earned[..4]);
    }

    [Fact]
    public void AClawbackRecoversItsShareOfWhatWasPaidAndVoidsTheRest()
    {
        CompPlan plan = Plan with
        {
            Vesting = VestingSchedule.Of(0.6m, 0.4m),
            Clawback = new Clawback { WindowMonths = 6, Share = 0.5m },
        };

        CompStatement april =
            Run(plan, [Credit(1, 10, 100_000m)], [CompEvent.Churned(new LocalDate(2027, 4, 10), "D-1")])[3];

        Assert.Equal(-3_000m, april.Lines.Single(line => line.Kind == StatementLineKind.Clawback).PayableNow);
        Assert.Equal(-4_000m, april.Lines.Single(line => line.Kind == StatementLineKind.Lapsed).Deferred);
        Assert.Equal((0m, 0m, 3_000m), (april.PayableNow, april.PayableLater, april.CarriedBalance));
    }

    [Theory]
    [InlineData(9, 1)]
    [InlineData(10, 0)]
    public void AClawbackWindowEndsOnTheDayItsMonthsAreOver(int day, int clawbacks)
    {
        CompPlan plan = Plan with { Clawback = new Clawback { WindowMonths = 3 } };

        CompStatement april =
            Run(plan, [Credit(1, 10, 100_000m)], [CompEvent.NotPaid(new LocalDate(2027, 4, day), "D-1")])[3];

        Assert.Equal(clawbacks, april.Lines.Count(line => line.Kind == StatementLineKind.Clawback));
    }

    [Fact]
    public void ALineIsClawedBackOnce()
    {
        CompPlan plan = Plan with { Clawback = new Clawback { WindowMonths = 12, Share = 0.5m } };

        ValueList<CompStatement> run = Run(plan, [Credit(1, 10, 100_000m)],
        [
            CompEvent.NotPaid(new LocalDate(2027, 3, 1), "D-1"),
            CompEvent.Churned(new LocalDate(2027, 4, 1), "D-1"),
        ]);

        Assert.Equal(5_000m, run.Sum(statement => statement.Earned));
    }

    [Fact]
    public void OnLeavingWhatHasVestedStillWaitsForCashAndWhatHasNotLapses()
    {
        CompPlan plan = Plan with
        {
            Vesting = VestingSchedule.Of(0.6m, 0.4m),
            PaymentTrigger = PaymentTrigger.CashReceived,
        };

        ValueList<CompStatement> run = Run(
            plan, [Credit(1, 10, 100_000m)], [CompEvent.CashReceived(new LocalDate(2027, 6, 1), "D-1", 100_000m)],
            left: new LocalDate(2027, 4, 1));

        Assert.Equal(-4_000m, Assert.Single(run[3].Lines).Earned);
        Assert.Equal(6_000m, run[3].PayableLater);
        Assert.Equal(6_000m, run[5].PayableNow);
    }

    [Fact]
    public void WithoutAClawbackADealThatIsNotPaidChangesNothing()
    {
        ValueList<CompStatement> run = Run(
            Plan, [Credit(1, 10, 100_000m)], [CompEvent.NotPaid(new LocalDate(2027, 2, 1), "D-1")]);

        Assert.True(run[1].Lines.IsEmpty);
    }

    [Fact]
    public void ALateCreditComesAsAnAdjustmentAndAnIssuedStatementStands()
    {
        CompPlan plan = WithCurve(PayoutCurve.Of(Tier.Between(0m, 1m, 1m), Tier.AtLeast(1m, 2m)));
        CompLedger ledger = CompLedger.Of(
            "Ada", [CompAssignment.Of(plan, DateSpan.From(Start))], [Credit(2, 10, 600_000m)]);
        ValueList<CompStatement> issued = StatementCalculator.Run(ledger, DateSpan.Months(Start, 2));

        CompStatement march = StatementCalculator.Next(
            ledger.With([Credit(1, 20, 100_000m)]), DateSpan.Of(new YearMonth(2027, 3)), issued.AsSpan());

        // The late deal is the first now and pays 10,000; that of February then ends 100,000 above quota.
        Assert.Equal(
            [("D-1", 10_000m), ("D-2", 10_000m)],
            march.Lines.Select(line => (line.Deal!, line.Earned)).Order());
        Assert.All(march.Lines, line => Assert.Equal(StatementLineKind.Adjustment, line.Kind));
        Assert.Equal(20_000m, march.PayableNow);
    }

    [Fact]
    public void ARampGuaranteesWhatIsNotEarned()
    {
        CompPlan plan = Plan with { Ramp = Ramp.Of(RampMonth.Of(0.5m, 1m), RampMonth.Of(0.75m, 0.5m)) };

        ValueList<CompStatement> run = Run(plan, [Credit(1, 10, 10_000m)]);

        // The quota of the year is 600,000 less half of January's days and a quarter of February's.
        decimal quota = 600_000m * (365m - 15.5m - 7m) / 365m;
        decimal earned = decimal.Round(60_000m * 10_000m / quota, 2);
        Assert.Equal(earned, run[0].Lines[0].Earned);
        Assert.Equal(5_000m - earned, run[0].Lines[1].Earned);
        Assert.Equal([5_000m, 2_500m, 0m], run.Take(3).Select(statement => statement.PayableNow));
    }

    [Fact]
    public void ADrawThatIsRecoveredFromAllEarningsStillPaysTheDraw()
    {
        CompPlan plan = Plan with
        {
            Draw = Draw.Recoverable(24_000m, months: 2, recovery: DrawRecovery.FromAllEarnings),
        };

        ValueList<CompStatement> run = Run(
            plan, [Credit(2, 10, 25_000m), Credit(3, 10, 10_000m), Credit(4, 10, 30_000m)]);

        // January advances 2,000. February's 2,500 repay it and are topped up to the draw by 1,500. From March there
        // is no draw: 1,000 and then the rest of 500 are kept.
        Assert.Equal([2_000m, 2_000m, 0m, 2_500m], run.Take(4).Select(statement => statement.PayableNow));
        Assert.Equal([2_000m, 1_500m, 500m, 0m], run.Take(4).Select(statement => statement.DrawBalance));
    }

    [Fact]
    public void NothingIsRecoveredBeforeRecoveryStarts()
    {
        CompPlan plan = Plan with
        {
            Draw = Draw.Recoverable(24_000m, recoveryStartsAfterMonths: 2),
        };

        ValueList<CompStatement> run = Run(plan, [Credit(2, 10, 30_000m), Credit(3, 10, 30_000m)]);

        Assert.Equal([2_000m, 2_000m, 1_000m], run.Take(3).Select(statement => statement.DrawBalance));
    }

    [Theory]
    [InlineData(DrawEnd.Forgiven, 0, 6_000)]
    [InlineData(DrawEnd.Owed, 6_000, 0)]
    public void TheBalanceIsForgivenOrOwedOnLeaving(DrawEnd end, int balance, int earned)
    {
        CompPlan plan = Plan with { Draw = Draw.Recoverable(24_000m, atEnd: end) };

        ValueList<CompStatement> run = Run(plan, [], [], left: new LocalDate(2027, 4, 1));

        Assert.Equal(balance, run[11].DrawBalance);
        Assert.Equal(earned, run.Sum(statement => statement.Earned));
    }

    [Fact]
    public void WithoutADrawWhatANegativeStatementWouldTakeIsCarried()
    {
        ValueList<CompStatement> run = Run(
            Plan, [Credit(1, 10, 50_000m), Credit(2, 10, -20_000m) with { Deal = "D-1" }, Credit(3, 10, 30_000m)]);

        Assert.Equal([5_000m, 0m, 1_000m], run.Take(3).Select(statement => statement.PayableNow));
        Assert.Equal([0m, 2_000m, 0m], run.Take(3).Select(statement => statement.CarriedBalance));
    }

    [Fact]
    public void NegativeStatementPaysTheDrawAndCarriesTheRest()
    {
        CompPlan plan = Plan with { Draw = Draw.NonRecoverable(24_000m) };

        CompStatement february = Run(plan, [Credit(1, 10, 50_000m), Credit(2, 10, -10_000m) with { Deal = "D-1" }])[1];

        Assert.Equal(2_000m, february.PayableNow);
        Assert.Equal((0m, 1_000m), (february.DrawBalance, february.CarriedBalance));
        Assert.Equal(2_000m, february.Lines.Single(line => line.Kind == StatementLineKind.Guarantee).Earned);
    }

    [Fact]
    public void AStatementStartsWhereTheLastOneEnded()
    {
        CompLedger ledger = CompLedger.Of("Ada", [CompAssignment.Of(Plan, DateSpan.From(Start))]);
        CompStatement january = StatementCalculator.Next(ledger, DateSpan.Of(new YearMonth(2027, 1)));

        Refusal.By<ArgumentException>(
            () => StatementCalculator.Next(ledger, DateSpan.Of(new YearMonth(2027, 3)), [january]));
    }

    // 187,500 x 30% x 30% at target; 2 x 50% of 24 prorated to the same days as the pay: 16,875 / 24 = 703.125
    // exactly.
    [Fact]
    public void HalfACentIsHalfACentWhateverWasProratedOnTheWay()
    {
        CompPlan plan = Plan with
        {
            OnTargetEarnings = 187_500m,
            PayMix = PayMix.OfPercent(70, 30),
            Components =
            [
                new PayComponent { Measure = CompMeasure.Activations, Weight = 0.3m, Target = PayTarget.PerYear(24m) },
                Plan.Components[0] with { Weight = 0.7m },
            ],
            Calendar = FiscalCalendar.StartingIn(2),
        };

        ValueList<CompStatement> run = Run(
            plan,
            [Credit(3, 7, 2m) with { Measure = CompMeasure.Activations, Share = 0.5m }],
            left: new LocalDate(2027, 9, 10));

        Assert.Equal(703.13m, run[2].Earned);
    }

    [Theory]
    [InlineData(PayFrequency.Monthly)]
    [InlineData(PayFrequency.Quarterly)]
    public void APlanForgivesItsOwnDrawAtItsEnd(PayFrequency frequency)
    {
        CompPlan plan = Plan with { Draw = Draw.Recoverable(24_000m, atEnd: DrawEnd.Forgiven) };
        var change = new LocalDate(2027, 8, 16);
        CompLedger ledger = CompLedger.Of(
            "Ada",
            [
                CompAssignment.Of(plan, DateSpan.Between(Start, change)),
                CompAssignment.Of(plan with { Role = "Senior AE" }, DateSpan.From(change)),
            ]);

        ValueList<CompStatement> run = StatementCalculator.Run(ledger, DateSpan.Year(2027), frequency);

        CompStatement forgiving = run.Single(
            statement => statement.Lines.Any(line => line.Kind == StatementLineKind.DrawForgiven));
        Assert.True(forgiving.Period.Contains(change));
        Assert.Equal(
            forgiving.DrawBalance,
            forgiving.Lines.Where(line => line.Plan == "Senior AE").Sum(line => line.DrawBalance));
    }

    [Fact]
    public void ADrawGoesOnWithAnotherVersionOfItsPlan()
    {
        CompPlan plan = Plan with { Draw = Draw.Recoverable(24_000m, atEnd: DrawEnd.Forgiven) };
        var change = new LocalDate(2027, 7, 1);
        CompLedger ledger = CompLedger.Of(
            "Ada",
            [
                CompAssignment.Of(plan, DateSpan.Between(Start, change)),
                CompAssignment.Of(plan, DateSpan.From(change)),
            ]);

        ValueList<CompStatement> run = StatementCalculator.Run(ledger, DateSpan.Year(2027));

        Assert.Equal(24_000m, run[11].DrawBalance);
    }

    [Fact]
    public void AMonthThatTheRampLeavesWithoutQuotaPaysAtTheRateAtQuota()
    {
        CompPlan plan = Plan with
        {
            Components = [Plan.Components[0] with { Period = MeasurementPeriod.Month }],
            Ramp = Ramp.OfQuota(0m, 0.5m),
        };

        ValueList<CompStatement> run = Run(plan, [Credit(1, 10, 10_000m), Credit(2, 10, 10_000m)]);

        // 5,000 for a quota of 50,000 in January, had it one; of 25,000 in February.
        Assert.Equal([1_000m, 2_000m], Earned(run)[..2]);
        Assert.Null(run[0].Attainments[0].Attainment);
        Assert.Equal(0.4m, run[1].Attainments[0].Attainment);
    }

    [Fact]
    public void AReadingForNoDealWaitsForNoGate()
    {
        CompPlan plan = Gated with
        {
            Components = [new PayComponent { Measure = CompMeasure.LogoRetention, Target = PayTarget.Level(0.96m) }],
        };

        CompStatement january = Run(
            plan,
            [
                Credit(1, 10, 0.96m) with { Measure = CompMeasure.LogoRetention, Deal = null, Segment = "Mid-Market" },
            ])[0];

        Assert.Equal(60_000m, january.Earned);
        Assert.True(january.Withheld.IsEmpty);
    }

    [Fact]
    public void AnExpansionOutsideItsResidualSaysSo()
    {
        CompPlan plan = Plan with { Residual = new Residual { Rate = 0.1m, Months = 6 } };
        CompCredit expansion = Credit(8, 2, 5_000m) with { Measure = CompMeasure.ExpansionArr, Account = "A" };

        ValueList<CompStatement> run = Run(
            plan, [Credit(1, 10, 10_000m) with { Account = "A" }, expansion, expansion with { Account = "B" }]);

        Assert.All(run[7].Lines, line => Assert.Equal(0m, line.Earned));
        Assert.Equal(
            [
                "not 10% of 5,000.00 expansion ARR, as it is outside [2027-01-10, 2027-07-10)",
                "not 10% of 5,000.00 expansion ARR, as the day from which the months count is not known for the "
                    + "account",
            ],
            run[7].Lines.Select(line => line.Explanation));
    }

    [Fact]
    public void EventsThatMatchNothingAreListed()
    {
        CompEvent known = CompEvent.Churned(new LocalDate(2027, 3, 1), "A");
        CompEvent unknown = CompEvent.BuyersEngaged(new LocalDate(2027, 3, 1), "D-9", BuyerEngagement.IT);
        CompLedger ledger = CompLedger.Of(
            "Ada",
            [CompAssignment.Of(Plan)],
            [Credit(1, 10, 10_000m) with { Account = "A" }],
            [known, unknown],
            new LocalDate(1, 1, 1));

        Assert.Equal(
            [
                new EventWithoutEffect(known, NoEffectReason.NoRule),
                new EventWithoutEffect(unknown, NoEffectReason.NoCredit),
            ],
            ledger.EventsWithoutEffect);
    }

    // 4,000 pay for the first 40,000 invoiced; the 6,000 of the day after for what is invoiced beyond them.
    [Fact]
    public void MoneyCoversTheCreditsOfADealInTheOrderOfTheirDays()
    {
        CompPlan plan = Plan with { PaymentTrigger = PaymentTrigger.Invoice };
        CompCredit first = Credit(1, 10, 40_000m);

        ValueList<CompStatement> run = Run(
            plan,
            [
                first,
                first with { Amount = 10_000m, IsOverlay = true },
                first with { Date = new LocalDate(2027, 1, 11), Amount = 60_000m },
            ],
            [
                CompEvent.Invoiced(new LocalDate(2027, 2, 1), "D-1", 30_000m),
                CompEvent.Invoiced(new LocalDate(2027, 3, 1), "D-1", 40_000m),
                CompEvent.Invoiced(new LocalDate(2027, 4, 1), "D-1", 40_000m),
            ]);

        // 3/4 of 4,000 and of the overlay's 1,000; the last 1/4 and half of 6,000; the other half.
        Assert.Equal([0m, 3_750m, 4_250m, 3_000m], run.Take(4).Select(statement => statement.PayableNow));
    }

    [Fact]
    public void ACorrectionIsCoveredAsWhatItCorrects()
    {
        CompPlan plan = Plan with { PaymentTrigger = PaymentTrigger.CashReceived };

        ValueList<CompStatement> run = Run(
            plan,
            [Credit(1, 10, 100_000m), Credit(2, 10, -20_000m) with { Deal = "D-1" }],
            [CompEvent.CashReceived(new LocalDate(2027, 3, 1), "D-1", 50_000m)]);

        // 50,000 of the 80,000 that are left of the contract, of 8,000.
        Assert.Equal([0m, 0m, 5_000m], run.Take(3).Select(statement => statement.PayableNow));
        Assert.Equal([10_000m, 8_000m, 3_000m], run.Take(3).Select(statement => statement.PayableLater));
    }

    [Fact]
    public void WhatAClawbackTookACorrectionDoesNotTakeAgain()
    {
        CompPlan plan = Plan with { Clawback = new Clawback { WindowMonths = 6, Share = 0.5m } };
        CompCredit correction = Credit(3, 10, -30_000m) with { Deal = "D-1" };

        ValueList<CompStatement> run = Run(
            plan,
            [Credit(1, 10, 100_000m), correction, correction with { Date = new LocalDate(2027, 4, 10) }],
            [CompEvent.Churned(new LocalDate(2027, 2, 10), "D-1")]);

        // Of the 5,000 taken the first correction uses 3,000 and the second the 2,000 left.
        Assert.Equal([10_000m, -5_000m, 0m, -1_000m], Earned(run)[..4]);
        Assert.Equal(3_000m, run[2].Lines.Single(line => line.Kind == StatementLineKind.Lapsed).Earned);
        Assert.Equal(2_000m, run[3].Lines.Single(line => line.Kind == StatementLineKind.Clawback).PayableNow);
    }

    [Fact]
    public void ACorrectionVestsWithWhatItCorrects()
    {
        CompPlan plan = Plan with { Vesting = VestingSchedule.Of(0.5m, 0.5m) };

        ValueList<CompStatement> run = Run(
            plan, [Credit(1, 10, 100_000m), Credit(1, 20, 100_000m) with { Deal = "D-2" }, Credit(3, 10, -40_000m) with
            {
                Deal = "D-1",
            }],
            months: 15);

        // 5,000 of each deal in January of both years, less 2,000 in each; March carries its 2,000 to then.
        Assert.Equal([10_000m, 0m, 0m], run.Take(3).Select(statement => statement.PayableNow));
        Assert.Equal((8_000m, 2_000m), (run[2].PayableLater, run[2].CarriedBalance));
        Assert.Equal((6_000m, 0m, 0m), (run[12].PayableNow, run[12].PayableLater, run[12].CarriedBalance));
    }

    [Theory]
    [InlineData(-6_000, 500)]
    [InlineData(-10_000, 0)]
    [InlineData(-12_000, 0)]
    public void AFlatAmountIsDueOnceForADealWhileItIsCredited(int correction, int due)
    {
        CompPlan plan = Plan with { Triggers = [ExpansionTrigger.AtAmount(ExpansionTriggerKind.NewSite, 500m)] };
        CompCredit site =
            Credit(1, 10, 6_000m) with { Measure = CompMeasure.ExpansionArr, Trigger = ExpansionTriggerKind.NewSite };

        ValueList<CompStatement> run = Run(
            plan,
            [
                site,
                site with { Amount = 4_000m },
                site with { Date = new LocalDate(2027, 2, 10), Amount = correction },
            ]);

        Assert.Equal(500m, run[0].Earned);
        Assert.Equal(due - 500m, run[1].Earned);
    }

    [Fact]
    public void TheBudgetOfASpiffIsOneForAllPlansOfAPerson()
    {
        CompPlan plan = Plan with
        {
            Spiffs =
            [
                new Spiff
                {
                    Name = "Launch",
                    Measure = CompMeasure.ExpansionArr,
                    Window = DateSpan.Year(2027),
                    AmountPerDeal = 400m,
                    Budget = 1_000m,
                },
            ],
        };
        LocalDate change = new(2027, 7, 1);
        CompCredit Expansion(int month, decimal amount, string deal) =>
            Credit(month, 10, amount) with { Measure = CompMeasure.ExpansionArr, Deal = deal };
        CompLedger ledger = CompLedger.Of(
            "Ada",
            [
                CompAssignment.Of(plan, DateSpan.Between(Start, change)),
                CompAssignment.Of(plan with { Role = "Senior AE" }, DateSpan.From(change)),
            ],
            [
                Expansion(5, 1_000m, "D-1"), Expansion(6, 1_000m, "D-2"), Expansion(7, 1_000m, "D-2"),
                Expansion(8, 1_000m, "D-3"), Expansion(9, -1_000m, "D-1"), Expansion(10, 1_000m, "D-4"),
            ]);

        // 400 a deal and 200 for the third, as 1,000 is all; of the 400 that D-1 no longer is due, 200 were beyond the
        // budget.
        Assert.Equal(
            [400m, 400m, 0m, 200m, -200m, 200m],
            Earned(StatementCalculator.Run(ledger, DateSpan.Year(2027)))[4..10]);
    }

    [Fact]
    public void TheBuyersAndTheSegmentOfADealAreThoseOfAllItsCredits()
    {
        CompCredit first =
            Credit(1, 10, 100_000m) with { Segment = "Mid-Market", BuyerEngagement = BuyerEngagement.IT };
        CompCredit second = first with
        {
            Date = new LocalDate(2027, 2, 20),
            Amount = 50_000m,
            Segment = null,
            BuyerEngagement = BuyerEngagement.None,
        };
        CompCredit other = Credit(3, 5, 1_000m) with
        {
            Deal = "D-1", Measure = CompMeasure.ExpansionArr, BuyerEngagement = BuyerEngagement.OT,
        };
        CompPlan plan = Gated with { Residual = new Residual { Rate = 0.01m } };

        ValueList<CompStatement> run = Run(plan, [first, second, other]);

        // All waits for the buyer of the last; the residual is 1% of that one.
        Assert.Equal([0m, 0m, 15_010m], Earned(run)[..3]);
        Assert.Equal([1, 2, 0], run.Take(3).Select(statement => statement.Withheld.Count));
    }

    [Theory]
    [InlineData(1, 9, 10_000)]
    [InlineData(1, 10, 0)]
    [InlineData(3, 5, 0)]
    [InlineData(3, 6, 10_000)]
    public void ACreditWhoseCustomerIsGoneBeforeItsGateHoldsNeverCounts(int month, int day, int earned)
    {
        ValueList<CompStatement> run = Run(
            Gated,
            [Credit(1, 10, 100_000m) with { Segment = "Mid-Market" }],
            [
                CompEvent.BuyersEngaged(new LocalDate(2027, 3, 5), "D-1", BuyerEngagement.Both),
                CompEvent.NotPaid(new LocalDate(2027, month, day), "D-1"),
            ]);

        Assert.Equal(earned, run.Sum(statement => statement.Earned));
    }

    private static CompPlan Gated => Plan with
    {
        Gates = [new CreditGate
        {
            Name = "Dual buyer",
            RequiredEngagement = BuyerEngagement.Both,
            Segments = ["Mid-Market"],
        }],
    };

    private static CompPlan WithCurve(PayoutCurve curve) =>
        Plan with { Components = [Plan.Components[0] with { Curve = curve }] };

    // Each period of a run that starts on the last day of a short month ends with that of its own.
    [Fact]
    public void ARunFromTheEndOfFebruaryStatesTheWholeSpan()
    {
        LocalDate[] days = [new(2027, 2, 28), new(2027, 3, 31), new(2027, 4, 30)];
        CompLedger ledger = CompLedger.Of(
            "Ada", [CompAssignment.Of(Plan, DateSpan.From(days[0]))], [Credit(3, 29, 100_000m)]);

        ValueList<CompStatement> one = StatementCalculator.Run(ledger, DateSpan.Between(days[0], days[1]));
        ValueList<CompStatement> two = StatementCalculator.Run(ledger, DateSpan.Between(days[0], new(2027, 4, 30)));

        Assert.Equal([DateSpan.Between(days[0], days[1])], one.Select(statement => statement.Period));
        Assert.Equal([10_000m], one.Select(statement => statement.Earned));
        Assert.Equal(
            [DateSpan.Between(days[0], new(2027, 3, 30)), DateSpan.Between(new(2027, 3, 30), days[2])],
            two.Select(statement => statement.Period));
    }

    private static CompCredit Credit(int month, int day, decimal amount) => new()
    {
        Date = new LocalDate(2027, month, day),
        Measure = CompMeasure.NewArr,
        Amount = amount,
        Deal = $"D-{month}",
    };

    private static decimal[] Earned(ValueList<CompStatement> run) => [.. run.Select(statement => statement.Earned)];

    private static ValueList<CompStatement> Run(
        CompPlan plan,
        ValueList<CompCredit> credits,
        ValueList<CompEvent> events = default,
        LocalDate? left = null,
        int months = 12) =>
        StatementCalculator.Run(
            CompLedger.Of(
                "Ada",
                [CompAssignment.Of(plan, DateSpan.From(Start))],
                credits,
                events,
                lastWorkingDay: left?.PlusDays(-1)),
            DateSpan.Months(Start, months));
}
