using FsCheck.Xunit;
using RevenueModel.Compensation;
using RevenueModel.Primitives;
using RevenueModel.Tests.Helpers;

namespace RevenueModel.Tests.Compensation;

/// <summary>Tests of the validation and the defaults of the smaller rules.</summary>
public class RuleTests
{
    private static readonly Draw Draw = Draw.Recoverable(24_000m);
    private static readonly Clawback Clawback = new() { WindowMonths = 6 };
    private static readonly Residual Residual = new() { Rate = 0.02m };
    private static readonly WindfallRule Windfall = new() { Limit = 0.5m };
    private static readonly Spiff Spiff =
        new() { Name = "Push", Measure = CompMeasure.NewArr, Window = DateSpan.Year(2027) };

    [Property]
    public bool RulesAreEqualByValue(
        Draw draw, Clawback clawback, Residual residual, WindfallRule windfall, Spiff spiff) =>
            draw == draw with { } && clawback == clawback with { } && residual == residual with { }
                && windfall == windfall with { } && spiff == spiff with { };

    [Property]
    public bool TwelveMonthsBringTheDrawOfAYear(Draw draw) =>
        Math.Abs((draw.MonthlyAmount * 12m) - draw.AnnualAmount) < 1e-20m;

    [Property]
    public bool ATriggerPaysARateOrAnAmount(ExpansionTrigger trigger) =>
        (trigger.Rate is null) != (trigger.Amount is null)
            && trigger == (trigger.Rate is { } rate
                ? ExpansionTrigger.AtRate(trigger.Kind, rate)
                : ExpansionTrigger.AtAmount(trigger.Kind, trigger.Amount!.Value));

    [Fact]
    public void DefaultsAreThoseOfMostPlans()
    {
        Assert.Equal(DrawKind.Recoverable, Draw.Kind);
        Assert.Equal(DrawRecovery.FromEarningsAboveDraw, Draw.Recovery);
        Assert.Equal(DrawEnd.Owed, Draw.AtEnd);
        Assert.Null(Draw.Months);
        Assert.Equal(2_000m, Draw.MonthlyAmount);
        Assert.Equal(1m, Clawback.Share);
        Assert.Equal(ClawbackCauses.Churn | ClawbackCauses.NonPayment, Clawback.Causes);
        Assert.Equal(18, Residual.Months);
        Assert.Equal(ResidualAnchor.Booking, Residual.Anchor);
        Assert.Equal(ResidualBasis.ExpansionArr, Residual.Basis);
        Assert.Equal(WindfallBasis.Quota, Windfall.Basis);
        Assert.Equal(1m, Windfall.ReducedShare);
        Assert.Null(Spiff.Budget);
    }

    [Fact]
    public void WhatIsNoDrawIsRefused()
    {
        Refused("annualAmount was -1; zero or more", () => Draw.Recoverable(-1m));
        Refused("annualAmount was -1; zero or more", () => Draw.NonRecoverable(-1m));
        Refused("months was 0; 1 or more", () => Draw.Recoverable(1m, months: 0));
        Refused("months was 0; 1 or more", () => Draw.NonRecoverable(1m, months: 0));
        Refused(
            "recoveryStartsAfterMonths was -1; zero or more",
            () => Draw.Recoverable(1m, recoveryStartsAfterMonths: -1));
        Refused("recovery was 2; one of", () => Draw.Recoverable(1m, recovery: (DrawRecovery)2));
        Refused("atEnd was 2; one of", () => Draw.Recoverable(1m, atEnd: (DrawEnd)2));
    }

    [Fact]
    public void WhatIsNoClawbackIsRefused()
    {
        Refused("WindowMonths was 0; 1 or more", () => Clawback with { WindowMonths = 0 });
        Refused("Share was 50; a fraction between 0 and 1 (for 50% write 0.5", () => Clawback with { Share = 50m });
        Refused("Causes was 8; a combination of", () => Clawback with { Causes = (ClawbackCauses)8 });
    }

    [Fact]
    public void WhatIsNoResidualIsRefused()
    {
        Refused("Rate was 2; a fraction between 0 and 1 (for 2% write 0.02", () => Residual with { Rate = 2m });
        Refused("Months was 0; 1 or more", () => Residual with { Months = 0 });
        Refused("Anchor was 3; one of", () => Residual with { Anchor = (ResidualAnchor)3 });
        Refused("Basis was 3; one of", () => Residual with { Basis = (ResidualBasis)3 });
    }

    [Fact]
    public void WhatIsNoWindfallRuleIsRefused()
    {
        Refused("Limit was 0; more than zero", () => Windfall with { Limit = 0m });
        Refused("ReducedShare was 1.5; a fraction between 0 and 1", () => Windfall with { ReducedShare = 1.5m });
        Refused("Basis was 2; one of", () => Windfall with { Basis = (WindfallBasis)2 });
    }

    [Fact]
    public void WhatIsNoSpiffIsRefused()
    {
        Assert.Equal("Name", Refusal.By<ArgumentException>(() => Spiff with { Name = "" }).ParamName);
        Assert.Equal("Measure", Refusal.By<ArgumentNullException>(() => Spiff with { Measure = null! }).ParamName);
        Refused("Rate was 5; a fraction between 0 and 1 (for 5% write 0.05", () => Spiff with { Rate = 5m });
        Refused("AmountPerDeal was -1; zero or more", () => Spiff with { AmountPerDeal = -1m });
        Refused("Budget was -1; zero or more", () => Spiff with { Budget = -1m });
    }

    [Fact]
    public void WhatIsNoTriggerIsRefused()
    {
        Refused(
            "rate was 5; a fraction between 0 and 1", () => ExpansionTrigger.AtRate(ExpansionTriggerKind.NewSite, 5m));
        Refused("amount was -5; zero or more", () => ExpansionTrigger.AtAmount(ExpansionTriggerKind.NewSite, -5m));
        Refused("kind was 4; one of", () => ExpansionTrigger.AtAmount((ExpansionTriggerKind)4, 5m));
    }

    [Fact]
    public void RulesPrintInWords()
    {
        Assert.Equal("recoverable draw of 24,000 a year", Draw.ToString());
        Assert.Equal(
            "non-recoverable draw of 24,000 a year for 3 months",
            Draw.NonRecoverable(24_000m, months: 3).ToString());
        Assert.Equal("100% of what was paid, within 6 months, on Churn, NonPayment", Clawback.ToString());
        Assert.Equal("2% of expansion ARR for 18 months from booking", Residual.ToString());
        Assert.Equal(
            "2% of active ARR, monthly, for 18 months from go-live",
            (Residual with { Basis = ResidualBasis.ActiveArrMonthly, Anchor = ResidualAnchor.GoLive }).ToString());
        Assert.Equal("windfall beyond 50% of quota, flagged", Windfall.ToString());
        Assert.Equal(
            "windfall beyond 50% of target pay, counted at 25%",
            (Windfall with { Basis = WindfallBasis.TargetPay, ReducedShare = 0.25m }).ToString());
        Assert.Equal(
            "Push: 2% of new ARR and 500 a deal in [2027-01-01, 2028-01-01), at most 5,000",
            (Spiff with { Rate = 0.02m, AmountPerDeal = 500m, Budget = 5_000m }).ToString());
        Assert.Equal("NewSite pays 1.5%", ExpansionTrigger.AtRate(ExpansionTriggerKind.NewSite, 0.015m).ToString());
        Assert.Equal(
            "NewSite pays 500 each", ExpansionTrigger.AtAmount(ExpansionTriggerKind.NewSite, 500m).ToString());
    }

    [Fact]
    public void TheDrawOfAMonthIsATwelfth() => Assert.Equal(100m / 12m, Draw.Recoverable(100m).MonthlyAmount);

    private static void Refused(string message, Func<object> refused) => Assert.StartsWith(
        message, Refusal.Any<ArgumentException>(refused).Message, StringComparison.Ordinal);
}
