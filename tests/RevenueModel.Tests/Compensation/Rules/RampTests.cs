using FsCheck.Xunit;
using RevenueModel.Compensation;
using RevenueModel.Tests.Helpers;

namespace RevenueModel.Tests.Compensation;

public class RampTests
{
    [Property]
    public bool ARampIsRebuiltFromItsMonths(Ramp ramp)
    {
        Ramp same = Ramp.Of(ramp.Months.AsSpan());
        return same == ramp && same.GetHashCode() == ramp.GetHashCode();
    }

    [Property]
    public bool AMonthIsRebuiltFromItsShares(RampMonth month) =>
        RampMonth.Of(month.QuotaShare, month.GuaranteedShare) == month;

    [Fact]
    public void TheDefaultHasNoRamp()
    {
        Assert.Empty(default(Ramp).Months);
        Assert.Equal(Ramp.Of(), default);
        Assert.Equal("no ramp", default(Ramp).ToString());
    }

    [Fact]
    public void ALinearRampRisesByAnEqualShareEachMonth()
    {
        Ramp ramp = Ramp.Straight(4, guaranteedShare: 0.5m);
        Assert.Equal([0.25m, 0.5m, 0.75m, 1m], ramp.Months.Select(month => month.QuotaShare));
        Assert.All(ramp.Months, month => Assert.Equal(0.5m, month.GuaranteedShare));
        Assert.Equal(1m, Ramp.Straight(7).Months[6].QuotaShare);
    }

    [Fact]
    public void ARampOfQuotaGuaranteesNothing()
    {
        Assert.Equal(Ramp.Of(RampMonth.Of(0m), RampMonth.Of(0.5m, 0m)), Ramp.OfQuota(0m, 0.5m));
        Assert.Equal(
            "ramp of 2 months: 0% quota, 0% guaranteed; 50% quota, 0% guaranteed", Ramp.OfQuota(0m, 0.5m).ToString());
    }

    [Fact]
    public void InvalidRampsAreRefused()
    {
        Refused("months was 0; 1 to 1,200", () => Ramp.Straight(0));
        Refused("guaranteedShare was 1.5; a fraction between 0 and 1", () => Ramp.Straight(3, 1.5m));
        Refused("quotaShares was 25; a fraction between 0 and 1 (for 25% write 0.25", () => Ramp.OfQuota(0m, 25m));
        Refused("quotaShare was -0.1; a fraction between 0 and 1", () => RampMonth.Of(-0.1m));
        Refused("guaranteedShare was 2; a fraction between 0 and 1", () => RampMonth.Of(1m, 2m));

        static void Refused(string message, Func<object> refused) => Assert.StartsWith(
            message, Refusal.By<ArgumentOutOfRangeException>(refused).Message, StringComparison.Ordinal);
    }
}
