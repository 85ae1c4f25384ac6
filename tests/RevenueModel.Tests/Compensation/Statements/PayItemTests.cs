using NodaTime;
using RevenueModel.Compensation;
using RevenueModel.Primitives;
using RevenueModel.Tests.Helpers;

namespace RevenueModel.Tests.Compensation;

public class PayItemTests
{
    [Fact]
    public void ItemsAreEqualByWhatTheyAreOfNotByTheirText()
    {
        Assert.Equal(PayItem.Of(CompMeasure.NewArr), PayItem.Of(CompMeasure.Custom("new ARR")));
        Assert.NotEqual(PayItem.Of(CompMeasure.NewArr), PayItem.Of(CompMeasure.Custom("new ARR", MeasureKind.Level)));
        PayItem residual = PayItem.Of(CompMeasure.Custom("residual"));
        Assert.Equal(PayItem.Residual.ToString(), residual.ToString());
        Assert.NotEqual(PayItem.Residual, residual);
        Assert.Equal(PayItem.Of(ExpansionTriggerKind.NewSite), PayItem.Of(ExpansionTriggerKind.NewSite));
        Assert.NotEqual(PayItem.OfSpiff("Push"), PayItem.OfSpiff("Pull"));
        Assert.Equal((PayItemKind.Spiff, "Push"), (PayItem.OfSpiff("Push").Kind, PayItem.OfSpiff("Push").Spiff));
        Assert.Equal(ExpansionTriggerKind.NewSite, PayItem.Of(ExpansionTriggerKind.NewSite).Trigger);
        Refusal.By<ArgumentException>("id", () => PayItem.OfSpiff(" "));
        Refusal.By<ArgumentNullException>("measure", () => PayItem.Of(null!));
        Refusal.By<ArgumentOutOfRangeException>("trigger", () => PayItem.Of((ExpansionTriggerKind)9));
    }

    // A SPIFF may have the name of a measure, and a measure that of a rule: neither is adjusted for the other.
    [Fact]
    public void ItemsOfOneTextAreNotAdjustedForEachOther()
    {
        CompMeasure named = CompMeasure.Custom("ramp guarantee");
        var plan = new CompPlan
        {
            Role = "AE",
            OnTargetEarnings = 120_000m,
            PayMix = PayMix.OfPercent(50, 50),
            Components = [new PayComponent { Measure = named, Target = PayTarget.PerYear(600_000m) }],
            Ramp = Ramp.Of(RampMonth.Of(0.5m, 1m)),
        };
        var january = DateSpan.Of(new YearMonth(2027, 1));
        CompLedger ledger = CompLedger.Of(
            "Ada",
            [CompAssignment.Of(plan, DateSpan.Year(2027))],
            [new CompCredit { Date = new LocalDate(2027, 1, 10), Measure = named, Amount = 10_000m, Deal = "D-1" }],
            hired: new LocalDate(2027, 1, 1));
        CompStatement issued = StatementCalculator.Next(ledger, january);
        CompStatement next = StatementCalculator.Next(ledger, DateSpan.Of(new YearMonth(2027, 2)), issued);
        Assert.Equal([PayItem.Of(named), PayItem.RampGuarantee], issued.Lines.Select(line => line.Item));
        Assert.Empty(next.Lines);
    }

    [Theory]
    [InlineData(StatementLineKind.DrawAdvance, "DrawAdvance:")]
    [InlineData(StatementLineKind.DrawRecovery, "DrawRecovery:")]
    [InlineData(StatementLineKind.DrawForgiven, "DrawForgiven:")]
    [InlineData(StatementLineKind.Adjustment, "Adjustment draw:")]
    public void ALinePrintsWhatItIsForOnce(StatementLineKind kind, string text) =>
        Assert.StartsWith(
            "2027-01-31 " + text, Line(kind, PayItem.RecoverableDraw).ToString(), StringComparison.Ordinal);

    [Fact]
    public void NoWordIsDoubledInALine()
    {
        Starts("Residual:", StatementLineKind.Residual, PayItem.Residual);
        Starts("CarriedForward:", StatementLineKind.CarriedForward, PayItem.Balance);
        Starts("Guarantee ramp:", StatementLineKind.Guarantee, PayItem.RampGuarantee);
        Starts("Guarantee non-recoverable draw:", StatementLineKind.Guarantee, PayItem.NonRecoverableDraw);
        Starts("Trigger NewSite:", StatementLineKind.Trigger, PayItem.Of(ExpansionTriggerKind.NewSite));
        Starts("Spiff Push:", StatementLineKind.Spiff, PayItem.OfSpiff("Push"));
        Starts("Adjustment trigger NewSite:", StatementLineKind.Adjustment, PayItem.Of(ExpansionTriggerKind.NewSite));
        Starts("Commission new ARR:", StatementLineKind.Commission, PayItem.Of(CompMeasure.NewArr));

        static void Starts(string text, StatementLineKind kind, PayItem item) =>
            Assert.StartsWith("2027-01-31 " + text, Line(kind, item).ToString(), StringComparison.Ordinal);
    }

    private static StatementLine Line(StatementLineKind kind, PayItem item) => new()
    {
        Kind = kind,
        Date = new LocalDate(2027, 1, 31),
        Role = "AE",
        Item = item,
    };
}
