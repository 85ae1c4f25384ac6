using FsCheck.Xunit;
using NodaTime;
using RevenueModel.Compensation;
using RevenueModel.Primitives;
using RevenueModel.Tests.Helpers;

namespace RevenueModel.Tests.Compensation;

public class CompLedgerTests
{
    private static readonly CompPlan Plan = new()
    {
        Role = "Account executive",
        OnTargetEarnings = 150_000m,
        PayMix = PayMix.OfPercent(50, 50),
        Components =
        [
            new PayComponent { Measure = CompMeasure.NewArr, Weight = 0.8m, Target = PayTarget.PerYear(900_000m) },
            new PayComponent { Measure = CompMeasure.GrossRetention, Weight = 0.2m, Target = PayTarget.Level(0.95m) },
        ],
    };

    private static readonly CompPlan Manager = Plan with { Role = "Manager" };
    private static readonly DateSpan FirstHalf = DateSpan.Between(
        new LocalDate(2027, 1, 1), new LocalDate(2027, 7, 1));
    private static readonly DateSpan SecondHalf = DateSpan.Between(
        new LocalDate(2027, 7, 1), new LocalDate(2028, 1, 1));

    private static readonly CompCredit Credit = new()
    {
        Date = new LocalDate(2027, 3, 15),
        Measure = CompMeasure.NewArr,
        Amount = 120_000m,
        Deal = "D-1",
    };

    [Property]
    public bool ALedgerIsRebuiltFromItsParts(CompLedger ledger)
    {
        CompLedger same = CompLedger.Of(
            ledger.Person, ledger.Assignments, ledger.Credits, ledger.Events, ledger.Hired, ledger.LastWorkingDay,
            ledger.Opening);
        return same == ledger && same.GetHashCode() == ledger.GetHashCode();
    }

    [Property]
    public bool AddingCreditsAndEventsKeepsTheRest(CompLedger ledger, CompEvent @event)
    {
        CompCredit[] more = [.. ledger.Credits.Select((credit, i) => credit with { Id = $"more {i}" })];
        CompLedger longer = ledger.With(more, [@event]);
        return longer.Credits.SequenceEqual(ledger.Credits.Concat(more))
            && longer.Events.SequenceEqual([.. ledger.Events, @event])
            && longer.With() == longer
            && CompLedger.Of(ledger.Person, ledger.Assignments, longer.Credits, longer.Events, ledger.Hired,
                ledger.LastWorkingDay, ledger.Opening) == longer;
    }

    [Fact]
    public void ARampOrADrawThatCountsFromTheBeginningOfTimeIsRefused()
    {
        CompPlan ramped = Plan with { Effective = default, Ramp = Ramp.Straight(3) };
        var refused = Refusal.By<ArgumentException>(() => CompLedger.Of("Kim", [CompAssignment.Of(ramped)]));
        Assert.Contains("the ramp counts months from it", refused.Message, StringComparison.Ordinal);
        Assert.NotNull(CompLedger.Of("Kim", [CompAssignment.Of(ramped)], hired: new LocalDate(1, 1, 1)));

        CompPlan drawing = Plan with { Effective = default, Draw = Draw.Recoverable(12_000m, months: 6) };
        refused = Refusal.By<ArgumentException>(() => CompLedger.Of("Kim", [CompAssignment.Of(drawing)]));
        Assert.Contains("the draw counts months from it", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void AnEventMatchesByWhatItBefalls()
    {
        var day = new LocalDate(2027, 3, 1);
        CompEvent[] mistaken =
            [CompEvent.Churned(day, "D-1"), CompEvent.NotPaid(day, "Acme"), CompEvent.CashReceived(day, "Acme", 5m)];
        CompEvent[] right =
            [CompEvent.Churned(day, "Acme"), CompEvent.NotPaid(day, "D-1"), CompEvent.Invoiced(day, "Acme", 5m)];
        CompPlan plan = Plan with
        {
            PaymentTrigger = PaymentTrigger.Invoice,
            Clawback = new Clawback { WindowMonths = 12 },
        };
        CompLedger ledger = CompLedger.Of(
            "Kim",
            [CompAssignment.Of(plan, FirstHalf)],
            [new CompCredit { Date = day, Measure = CompMeasure.NewArr, Amount = 1m, Deal = "D-1", Account = "Acme" }],
            [.. mistaken, .. right]);

        Assert.Equal(mistaken, ledger.EventsWithoutEffect.Select(unused => unused.Event));
    }

    [Property]
    public bool AssignmentsAreEqualByValue(CompAssignment assignment)
    {
        CompAssignment same = CompAssignment.Of(assignment.Plan with { }, assignment.InForce);
        return same == assignment && same.GetHashCode() == assignment.GetHashCode();
    }

    [Fact]
    public void PlansComeInOrderOfTime()
    {
        CompLedger ledger = CompLedger.Of(
            "Kim", [CompAssignment.Of(Manager, SecondHalf), CompAssignment.Of(Plan, FirstHalf)]);
        Assert.Equal(["Account executive", "Manager"], ledger.Assignments.Select(assignment => assignment.Plan.Role));
        Assert.Equal(new LocalDate(2027, 1, 1), ledger.Hired);
        Assert.Null(ledger.LastWorkingDay);
        Assert.Equal(
            "Kim: Account executive [2027-01-01, 2027-07-01); Manager [2027-07-01, 2028-01-01); 0 credits; 0 events",
            ledger.ToString());
    }

    [Fact]
    public void TwoPlansInForceOnOneDayAreRefused()
    {
        DateSpan fromJune = DateSpan.From(new LocalDate(2027, 6, 30));
        Refused(
            "assignments",
            "CompLedger of Kim has two plans in force on 2027-06-30: \"Account executive\" in [2027-01-01, "
                + "2027-07-01) and "
                + "\"Manager\" in [2027-06-30, open); one plan a day is expected.",
            () => CompLedger.Of("Kim", [CompAssignment.Of(Manager, fromJune), CompAssignment.Of(Plan, FirstHalf)]));
        Refused(
            "assignments",
            "CompLedger of Kim has two plans in force on 2027-07-01:",
            () => CompLedger.Of("Kim", [CompAssignment.Of(Plan), CompAssignment.Of(Manager, SecondHalf)]));
    }

    [Fact]
    public void ALedgerWithoutAPlanIsRefused()
    {
        Refused("assignments", "CompLedger of Kim had no assignment", () => CompLedger.Of("Kim", []));
        Refused("person", "person was \"\"; text is expected.", () => CompLedger.Of("", [CompAssignment.Of(Plan)]));
        Refusal.Any<ArgumentException>(() => CompLedger.Of("Kim", [null!]));
        Refusal.Any<ArgumentException>(() => CompLedger.Of("Kim", [CompAssignment.Of(Plan)], [null!]));
        Refusal.Any<ArgumentException>(() => CompLedger.Of("Kim", [CompAssignment.Of(Plan)], events: [null!]));
    }

    [Theory]
    [InlineData(2026, 12, 31)]
    [InlineData(2027, 7, 1)]
    public void ACreditOutsideThePlansIsRefused(int year, int month, int day)
    {
        var date = new LocalDate(year, month, day);
        Refused(
            "credits",
            FormattableString.Invariant($"CompCredit {date:R} D-1: new ARR 120,000 of Kim: Date was {date:R}; ")
                + "a day on which a plan is in force: [2027-01-01, 2027-07-01) is expected.",
            () => CompLedger.Of("Kim", [CompAssignment.Of(Plan, FirstHalf)], [Credit, Credit with { Date = date }]));
    }

    [Fact]
    public void ACreditAfterLeavingIsRefused()
    {
        var left = new LocalDate(2027, 4, 1);
        LocalDate last = left.PlusDays(-1);
        CompLedger ledger = CompLedger.Of(
            "Kim",
            [CompAssignment.Of(Plan, FirstHalf), CompAssignment.Of(Manager, SecondHalf)],
            [Credit],
            lastWorkingDay: last);
        Assert.Equal(last, ledger.LastWorkingDay);
        Refused(
            "credits",
            "CompCredit 2027-04-01 D-1: new ARR 120,000 of Kim: Date was 2027-04-01; a day on which a plan is in "
                + "force: "
                + "[2027-01-01, 2027-04-01) is expected.",
            () => ledger.With([Credit with { Date = left }]));
        Refused(
            "credits",
            "CompCredit 2027-03-15 D-1: new ARR 120,000 of Kim: Date was 2027-03-15;",
            () => ledger.With(lastWorkingDay: Credit.Date.PlusDays(-1)));
    }

    [Fact]
    public void ACreditOfAMeasureThatThePlanDoesNotKnowIsRefused() => Refused(
        "credits",
        "CompCredit 2027-03-15 D-1: activations 120,000 of Kim: Measure was activations; a measure of plan "
            + "\"Account executive\": new ARR, gross retention is expected.",
        () => CompLedger.Of("Kim", [CompAssignment.Of(Plan)], [Credit with { Measure = CompMeasure.Activations }]));

    [Fact]
    public void AMeasureIsKnownByAComponentAResidualATriggerOrASpiff()
    {
        CompCredit expansion =
            Credit with { Measure = CompMeasure.ExpansionArr, Trigger = ExpansionTriggerKind.NewSite };
        CompCredit activation = Credit with { Measure = CompMeasure.Activations };
        var spiff = new Spiff { Name = "Push", Measure = CompMeasure.Activations, Window = default };
        CompPlan[] knowing =
        [
            Plan with { Residual = new Residual { Rate = 0.02m } },
            Plan with { Triggers = [ExpansionTrigger.AtAmount(ExpansionTriggerKind.NewSite, 500m)] },
            Plan with { Spiffs = [spiff with { Measure = CompMeasure.ExpansionArr }] },
        ];

        Assert.All(
            knowing, plan => Assert.Single(CompLedger.Of("Kim", [CompAssignment.Of(plan)], [expansion]).Credits));
        Assert.Single(CompLedger.Of("Kim", [CompAssignment.Of(Plan with { Spiffs = [spiff] })], [activation]).Credits);
        Refusal.Any<ArgumentException>(() => CompLedger.Of("Kim", [CompAssignment.Of(Plan)], [expansion]));
        Refused(
            "credits",
            "CompCredit 2027-03-15 D-1: activations 120,000 of Kim: Measure was activations; a measure of plan "
                + "\"Account executive\": new ARR, gross retention, expansion ARR is expected.",
            () => CompLedger.Of("Kim", [CompAssignment.Of(knowing[0])], [activation]));
        Refusal.Any<ArgumentException>(
            () => CompLedger.Of(
                "Kim",
                [CompAssignment.Of(knowing[1])],
                [expansion with { Trigger = ExpansionTriggerKind.ModuleAttach }]));
    }

    [Fact]
    public void ANegativeLevelIsRefusedAndANegativeFlowTakesBack()
    {
        CompCredit level =
            Credit with { Measure = CompMeasure.GrossRetention, Amount = -0.5m, Deal = null, Account = "Acme" };
        Refused(
            "credits",
            "CompCredit 2027-03-15 Acme: gross retention -50% of Kim: Amount was -0.5; a level of zero or more is "
                + "expected.",
            () => CompLedger.Of("Kim", [CompAssignment.Of(Plan)], [level]));
        Assert.Single(CompLedger.Of("Kim", [CompAssignment.Of(Plan)], [Credit with { Amount = -1m }]).Credits);
    }

    [Fact]
    public void TenureThatDoesNotFitThePlansIsRefused()
    {
        Refused(
            "hired",
            "Hired of Kim was 2027-01-02; a day on or before that of the first plan, 2027-01-01,",
            () => CompLedger.Of("Kim", [CompAssignment.Of(Plan, FirstHalf)], hired: new LocalDate(2027, 1, 2)));
        Refused(
            "lastWorkingDay",
            "LastWorkingDay of Kim was 2026-12-31; a day from that of the first plan, 2027-01-01, on",
            () => CompLedger.Of(
                "Kim", [CompAssignment.Of(Plan, FirstHalf)], lastWorkingDay: new LocalDate(2026, 12, 31)));
        Assert.Equal(
            new LocalDate(2026, 12, 1),
            CompLedger.Of("Kim", [CompAssignment.Of(Plan, FirstHalf)], hired: new LocalDate(2026, 12, 1)).Hired);
    }

    [Fact]
    public void APlanIsInForceOnlyWhileItIsEffective()
    {
        CompPlan plan = Plan with { Effective = FirstHalf };
        Assert.Equal(FirstHalf, CompAssignment.Of(plan).InForce);
        Refused(
            "inForce",
            "InForce was [2027-07-01, 2028-01-01); days within those on which plan \"Account executive\" is "
                + "effective, "
                + "[2027-01-01, 2027-07-01), are expected.",
            () => CompAssignment.Of(plan, SecondHalf));
        Refusal.Any<ArgumentException>(() => CompAssignment.Of(plan, DateSpan.From(FirstHalf.Start)));
        Refusal.Any<ArgumentException>(() => CompAssignment.Of(null!));
        Refusal.Any<ArgumentException>(() => CompAssignment.Of(null!, FirstHalf));
    }

    private static void Refused(string name, string message, Func<object> refused)
    {
        var exception = Refusal.Any<ArgumentException>(refused);
        Assert.Equal(name, exception.ParamName);
        Assert.StartsWith(message, exception.Message, StringComparison.Ordinal);
    }
}
