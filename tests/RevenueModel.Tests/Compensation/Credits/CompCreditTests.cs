using FsCheck.Xunit;
using NodaTime;
using RevenueModel.Compensation;
using RevenueModel.Pipeline;
using RevenueModel.Tests.Helpers;

namespace RevenueModel.Tests.Compensation;

public class CompCreditTests
{
    private static readonly LocalDate Day = new(2027, 3, 15);

    private static readonly CompCredit Credit = new()
    {
        Date = Day,
        Measure = CompMeasure.NewArr,
        Amount = 120_000m,
        Deal = "D-1",
    };

    [Property]
    public bool WhatIsCreditedIsTheShareOfTheAmount(CompCredit credit) =>
        credit.Credited == (credit.Measure.Kind == MeasureKind.Level ? credit.Amount : credit.Amount * credit.Share);

    [Property]
    public bool CreditsAndEventsAreEqualByValue(CompCredit credit, CompEvent @event) =>
        credit == credit with { } && @event == @event with { }
            && credit.GetHashCode() == (credit with { }).GetHashCode();

    [Fact]
    public void AReadingIsNotShared() => Assert.Equal(
        0.96m, (Credit with { Measure = CompMeasure.GrossRetention, Amount = 0.96m, Share = 0.5m }).Credited);

    [Fact]
    public void CreditsPrintInWords()
    {
        Assert.Equal("2027-03-15 D-1: new ARR 120,000", Credit.ToString());
        Assert.Equal(
            "2027-03-15 Acme: gross retention 96.5% at 33.3%",
            (Credit with
            {
                Deal = null,
                Account = "Acme",
                Measure = CompMeasure.GrossRetention,
                Amount = 0.965m,
                Share = 0.333m,
            })
                .ToString());
        Assert.Equal("2027-03-15 no deal: new ARR 120,000", (Credit with { Deal = null }).ToString());
    }

    [Fact]
    public void WhatIsNoCreditIsRefused()
    {
        Refused(
            "Share", "Share was 60; a fraction between 0 and 1 (for 60% write 0.6", () => Credit with { Share = 60m });
        Refused("Deal", "Deal was \" \"; text is expected.", () => Credit with { Deal = " " });
        Refused("Account", "Account was \"\"; text is expected.", () => Credit with { Account = "" });
        Refused("Segment", "Segment was \"\"; text is expected.", () => Credit with { Segment = "" });
        Refused("Id", "Id was \"\"; text is expected.", () => Credit with { Id = "" });
        Refused("Trigger", "Trigger was 4; one of", () => Credit with { Trigger = (ExpansionTriggerKind)4 });
        Refused(
            "BuyerEngagement",
            "BuyerEngagement was 4; None",
            () => Credit with { BuyerEngagement = (BuyerEngagement)4 });
        Refusal.By<ArgumentNullException>("Measure", () => Credit with { Measure = null! });
    }

    [Fact]
    public void EventsSayWhatHappened()
    {
        Assert.Equal(
            [
                "2027-03-15 D-1: engaged OT", "2027-03-15 D-1: engaged IT and OT", "2027-03-15 D-1: reached Pilot",
                "2027-03-15 Acme: went live", "2027-03-15 D-1: invoiced 1,000.5", "2027-03-15 D-1: received 500",
                "2027-03-15 Acme: churned", "2027-03-15 D-1: not paid",
            ],
            new[]
            {
                CompEvent.BuyersEngaged(Day, "D-1", BuyerEngagement.OT),
                CompEvent.BuyersEngaged(Day, "D-1", BuyerEngagement.Both),
                CompEvent.MilestoneReached(Day, "D-1", "Pilot"),
                CompEvent.WentLive(Day, "Acme"),
                CompEvent.Invoiced(Day, "D-1", 1_000.5m),
                CompEvent.CashReceived(Day, "D-1", 500m),
                CompEvent.Churned(Day, "Acme"),
                CompEvent.NotPaid(Day, "D-1"),
            }.Select(@event => @event.ToString()));
    }

    [Fact]
    public void WhatIsNoEventIsRefused()
    {
        Refused("engagement", "engagement was None; IT, OT or Both", () => CompEvent.BuyersEngaged(
            Day, "D-1", BuyerEngagement.None));
        Refused(
            "deal", "deal was \"\"; text is expected.", () => CompEvent.BuyersEngaged(Day, "", BuyerEngagement.IT));
        Refused(
            "milestone", "milestone was \"\"; text is expected.", () => CompEvent.MilestoneReached(Day, "D-1", ""));
        Refused("account", "account was \"\"; text is expected.", () => CompEvent.WentLive(Day, ""));
        Refused("amount", "amount was 0; more than zero", () => CompEvent.Invoiced(Day, "D-1", 0m));
        Refused("amount", "amount was -1; more than zero", () => CompEvent.CashReceived(Day, "D-1", -1m));
        Refused("account", "account was null; text is expected.", () => CompEvent.Churned(Day, null!));
        Refused("deal", "deal was \"\"; text is expected.", () => CompEvent.NotPaid(Day, ""));
    }

    private static void Refused(string name, string message, Func<object> refused)
    {
        var exception = Refusal.Any<ArgumentException>(refused);
        Assert.Equal(name, exception.ParamName);
        Assert.StartsWith(message, exception.Message, StringComparison.Ordinal);
    }
}
