using NodaTime;
using RevenueModel.Architectures;
using RevenueModel.Compensation;
using RevenueModel.Compensation.Analysis;
using RevenueModel.Primitives;
using RevenueModel.Segments;
using RevenueModel.Tests.Helpers;

namespace RevenueModel.Tests.Compensation;

/// <summary>Arrays, lists, value lists, sequences and spans go into every method as they are.</summary>
public class CollectionTests
{
    private static readonly CompPlan Plan = new()
    {
        Role = "AE",
        OnTargetEarnings = 100_000m,
        PayMix = PayMix.OfPercent(50, 50),
        Components = [new PayComponent { Measure = CompMeasure.NewArr, Target = PayTarget.PerYear(1_000_000m) }],
        Draw = Draw.Recoverable(12_000m),
    };

    private static readonly CompCredit Deal = new()
    {
        Date = new LocalDate(2027, 3, 15),
        Measure = CompMeasure.NewArr,
        Amount = 400_000m,
        Deal = "D-1",
    };

    private static readonly CompAssignment Assigned = CompAssignment.Of(Plan, DateSpan.Year(2027));
    private static readonly CompEvent Cash = CompEvent.CashReceived(Deal.Date, "D-1", 1m);

    [Fact]
    public void ALedgerTakesAnyCollections()
    {
        CompAssignment[] array = [Assigned];
        List<CompCredit> list = [Deal];
        ValueList<CompEvent> values = [Cash];
        CompLedger ledger = CompLedger.Of("Ada", [Assigned], [Deal], [Cash]);
        Assert.Equal(ledger, CompLedger.Of("Ada", array, list, values));
        Assert.Equal(ledger, CompLedger.Of("Ada", [Assigned], list, [Cash]));
        Assert.Equal(ledger, CompLedger.Of("Ada", array.AsSpan(), new[] { Deal }, new[] { Cash }));
        Assert.Equal(ledger, CompLedger.Of("Ada", array, list.Where(_ => true), (IReadOnlyList<CompEvent>)values));
        Assert.Equal(CompLedger.Of("Ada", array), CompLedger.Of("Ada", [Assigned], new List<CompCredit>()));
        Assert.Equal(ledger, CompLedger.Of("Ada", array).With([Deal], [Cash]));
        Assert.Equal(ledger, CompLedger.Of("Ada", array).With(list, values));
        Assert.Equal(ledger, CompLedger.Of("Ada", array, list).With(events: [Cash]));
        var last = new LocalDate(2027, 5, 1);
        Assert.Equal(last, ledger.With(lastWorkingDay: last).LastWorkingDay);
        Refusal.By<ArgumentNullException>("credits", () => CompLedger.Of("Ada", array, (List<CompCredit>)null!));
        Refusal.By<ArgumentNullException>("credits", () => ledger.With((List<CompCredit>)null!));
    }

    [Fact]
    public void StatementsTakeAnyCollections()
    {
        CompLedger ledger = CompLedger.Of("Ada", [Assigned], [Deal]);
        ValueList<CompStatement> issued = StatementCalculator.Run(ledger, DateSpan.Of(YearQuarter.Of(2027, 1)));
        DateSpan april = DateSpan.Of(new YearMonth(2027, 4));
        CompStatement next = StatementCalculator.Next(ledger, april, issued);
        Assert.Equal(next, StatementCalculator.Next(ledger, april, issued[0], issued[1], issued[2]));
        Assert.Equal(next, StatementCalculator.Next(ledger, april, issued.ToList()));
        Assert.Equal(next, StatementCalculator.Next(ledger, april, issued.Where(_ => true)));
        Assert.Equal(next, StatementCalculator.Next(ledger, april, issued.AsSpan()));
        Assert.Equal(issued[0], StatementCalculator.Next(ledger, issued[0].Period));
        Assert.True(next.AddsUp);
    }

    [Fact]
    public void FactoriesTakeAnyCollections()
    {
        decimal[] shares = [0.5m, 0.5m];
        Assert.Equal(VestingSchedule.Of(0.5m, 0.5m), VestingSchedule.Of(shares.ToList()));
        Assert.True(VestingSchedule.IsValid(shares.ToList()) && VestingSchedule.IsValid([0.5m, 0.5m]));
        Assert.Equal(Ramp.OfQuota(0.5m, 0.5m), Ramp.OfQuota(shares.ToList()));
        Assert.Equal(Ramp.OfQuota(shares), Ramp.Of(shares.Select(share => RampMonth.Of(share))));
        Tier[] tiers = [Tier.Between(0m, 1m, 1m), Tier.AtLeast(1m, 2m)];
        Assert.Equal(PayoutCurve.Of(tiers), PayoutCurve.Of(tiers.ToList()));
        PayoutPoint[] points = [new(1m, 1m), new(2m, 3m)];
        Assert.Equal(PayoutCurve.Through(points), PayoutCurve.Through(points.ToValueList()));
        double[] observed = [0.5, 1.5];
        Assert.Equal(AttainmentDistribution.Empirical(observed), AttainmentDistribution.Empirical(observed.ToList()));
        CreditShare[] split = [CreditShare.Of("Kim", 0.4m), CreditShare.Of("Lee", 0.6m)];
        Assert.Equal(CreditSplitCalculator.Split(Deal, split), CreditSplitCalculator.Split(Deal, split.ToList()));
    }

    [Fact]
    public void AnalysesTakeAnyCollections()
    {
        AttainmentDistribution attainment = AttainmentDistribution.Certain(1);
        List<TeamMember> members = [new TeamMember { Plan = Plan, HeadCount = 3 }];
        Assert.Equal(
            TeamExpenseCalculator.Expect([.. members], attainment), TeamExpenseCalculator.Expect(members, attainment));
        ValueList<Segment> segments = PublishedArchitectures.Ipaas2027.Segmentation.Segments;
        Assert.Equal(
            CompPlanCheckCalculator.Check(Plan, segments.AsSpan()), CompPlanCheckCalculator.Check(Plan, segments));
        List<decimal> credits = [100m, 200m];
        Assert.Equal(
            CompPlanComparisonCalculator.Compare(Plan, Plan, [100m, 200m]),
            CompPlanComparisonCalculator.Compare(Plan, Plan, credits));
        PublishedCompPlan published = PublishedArchitectures.Ipaas2027.FindCompPlan("SMB AE")!;
        Assert.Equal(
            published.PlanAt(0.5m, [Plan.Components[0]]), published.PlanAt(0.5m, Plan.Components.ToList()));
    }
}
