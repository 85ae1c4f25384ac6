using FsCheck.Xunit;
using RevenueModel.Pipeline;
using RevenueModel.Tests.Helpers;

namespace RevenueModel.Tests.Pipeline;

public class OpportunityTests
{
    private static readonly Opportunity Valid = new()
    {
        Id = "D-1",
        Stage = "Discovery",
        Timeline = DealTimeline.Open(),
    };

    [Fact]
    public void WhatIsNotRecordedIsNull()
    {
        Assert.Null(Valid.Amount);
        Assert.Null(Valid.Account);
        Assert.Null(Valid.Segment);
        Assert.Null(Valid.Product);
        Assert.Null(Valid.Motion);
        Assert.Null(Valid.ForecastCategory);
        Assert.Null(Valid.BuyerEngagement);
        Assert.Null(Valid.IsCompetitive);
        Assert.Null(Valid.RegulatoryTrigger);
        Assert.True(Valid.Partners.IsEmpty);
        Assert.Equal(AmountSource.Recorded, Valid.AmountSource);
    }

    [Fact]
    public void WhatIsRecordedCanBeTakenBack()
    {
        Opportunity recorded = Valid with
        {
            Amount = 1m,
            Account = "Acme",
            Motion = DealMotion.Renewal,
            ForecastCategory = ForecastCategory.Commit,
            BuyerEngagement = BuyerEngagement.Both,
        };
        Assert.Equal(
            Valid,
            recorded with
            {
                Amount = null,
                Account = null,
                Motion = null,
                ForecastCategory = null,
                BuyerEngagement = null,
            });
    }

    [Fact]
    public void AnAmountIsZeroOrMore()
    {
        Assert.Equal(0m, (Valid with { Amount = 0m }).Amount);
        var refused = Refusal.By<ArgumentOutOfRangeException>(() => Valid with { Amount = -0.01m });
        Assert.Equal("Amount", refused.ParamName);
        Assert.Contains("-0.01", refused.Message, StringComparison.Ordinal);
        Assert.Contains("zero or more", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void BlankTextIsRefused()
    {
        Blank("Id", () => Valid with { Id = "" });
        Blank("Id", () => Valid with { Id = null! });
        Blank("Stage", () => Valid with { Stage = " " });
        Blank("Account", () => Valid with { Account = "" });
        Blank("Segment", () => Valid with { Segment = " " });
        Blank("Product", () => Valid with { Product = "\t" });

        static void Blank(string name, Func<Opportunity> change) =>
            Assert.Equal(name, Refusal.By<ArgumentException>(change).ParamName);
    }

    [Fact]
    public void ValuesThatNoEnumerationDefinesAreRefused()
    {
        Undefined("Motion", () => Valid with { Motion = (DealMotion)3 });
        Undefined("ForecastCategory", () => Valid with { ForecastCategory = (ForecastCategory)(-1) });
        Undefined("BuyerEngagement", () => Valid with { BuyerEngagement = (BuyerEngagement)4 });
        Undefined("BuyerEngagement", () => Valid with { BuyerEngagement = (BuyerEngagement)(-1) });
        Undefined("AmountSource", () => Valid with { AmountSource = (AmountSource)2 });

        static void Undefined(string name, Func<Opportunity> change) =>
            Assert.Equal(name, Refusal.By<ArgumentOutOfRangeException>(change).ParamName);
    }

    [Fact]
    public void ARegulationHasAName() =>
        Assert.Equal("Name", Refusal.By<ArgumentException>(() => new RegulatoryTrigger { Name = " " }).ParamName);

    [Property]
    public bool DealsAreEqualByValue(Opportunity opportunity) =>
        opportunity == (opportunity with { Partners = [.. opportunity.Partners] })
            && opportunity != (opportunity with { Id = opportunity.Id + "x" })
            && opportunity != (opportunity with { Partners = ["Someone"] });

    [Property]
    public bool ADealReadsItsTimeline(Opportunity opportunity) =>
        opportunity.Outcome == opportunity.Timeline.Outcome
            && opportunity.IsOpen == (opportunity.Outcome == DealOutcome.Open)
            && opportunity.Created == opportunity.Timeline.Created
            && opportunity.StageEntered == opportunity.Timeline.StageEntered
            && opportunity.ExpectedClose == opportunity.Timeline.ExpectedClose
            && opportunity.Closed == opportunity.Timeline.Closed;
}
