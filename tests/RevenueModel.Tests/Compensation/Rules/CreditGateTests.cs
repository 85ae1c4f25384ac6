using FsCheck.Xunit;
using RevenueModel.Compensation;
using RevenueModel.Pipeline;
using RevenueModel.Tests.Helpers;

namespace RevenueModel.Tests.Compensation;

public class CreditGateTests
{
    [Property]
    public bool AGateHoldsTheSegmentsThatItNames(CreditGate gate) =>
        gate.Segments.All(segment => gate.AppliesTo(segment))
            && gate.AppliesTo("Public sector") == gate.Segments.IsEmpty;

    [Theory]
    [InlineData("Mid-Market", true)]
    [InlineData("mid-market", true)]
    [InlineData("Enterprise", false)]
    [InlineData("", false)]
    [InlineData(null, false)]
    public void AGateForASegmentHoldsItsCreditsIgnoringCase(string? segment, bool expected)
    {
        var gate = new CreditGate
        {
            Name = "Both buyers",
            RequiredEngagement = BuyerEngagement.Both,
            Segments = ["Mid-Market"],
        };
        Assert.Equal(expected, gate.AppliesTo(segment));
    }

    [Theory]
    [InlineData("Mid-Market")]
    [InlineData(null)]
    public void AGateWithoutSegmentsHoldsEveryCredit(string? segment) =>
        Assert.True(new CreditGate { Name = "Both buyers" }.AppliesTo(segment));

    [Fact]
    public void AGatePrintsItsNameAndSegments()
    {
        Assert.Equal("Both buyers", new CreditGate { Name = "Both buyers" }.ToString());
        Assert.Equal(
            "Both buyers for SMB, Mid-Market",
            new CreditGate { Name = "Both buyers", Segments = ["SMB", "Mid-Market"] }.ToString());
    }

    [Fact]
    public void WhatIsNoGateIsRefused()
    {
        var gate = new CreditGate { Name = "Both buyers" };
        Assert.Equal("Name", Refusal.By<ArgumentException>(() => gate with { Name = " " }).ParamName);
        Assert.Equal(
            "RequiredMilestone", Refusal.By<ArgumentException>(() => gate with { RequiredMilestone = "" }).ParamName);
        Assert.StartsWith(
            "RequiredEngagement was 4; None, IT, OT or Both is expected.",
            Refusal.By<ArgumentOutOfRangeException>(
                () => gate with { RequiredEngagement = (BuyerEngagement)4 }).Message,
            StringComparison.Ordinal);
    }
}
