using FsCheck.Xunit;
using RevenueModel.Compensation;
using RevenueModel.Tests.Generators;
using RevenueModel.Tests.Helpers;

namespace RevenueModel.Tests.Compensation;

public class PayMixTests
{
    [Property]
    public bool TheSharesSumToOne(PayMix mix) =>
        mix.Base + mix.Variable == 1m && PayMix.IsValid(mix.Base, mix.Variable);

    [Property]
    public bool AMixIsRebuiltFromItsShares(PayMix mix) =>
        PayMix.Of(mix.Base, mix.Variable) == mix
            && PayMix.OfPercent((int)(mix.Base * 100m), (int)(mix.Variable * 100m)) == mix;

    [Property]
    public bool AFractionAndItsComplementMakeAMix(Fraction variable) =>
        PayMix.Of(1m - variable, variable).Variable == variable;

    [Fact]
    public void TheDefaultIsBaseSalaryAlone()
    {
        Assert.Equal(PayMix.OfPercent(100, 0), default);
        Assert.Equal("100/0", default(PayMix).ToString());
    }

    [Fact]
    public void AMixIsWrittenAsItIsSpokenOf()
    {
        Assert.Equal("45/55", PayMix.OfPercent(45, 55).ToString());
        Assert.Equal("62.5/37.5", PayMix.Of(0.625m, 0.375m).ToString());
    }

    [Fact]
    public void SharesThatDoNotSumToTheWholeAreRefused()
    {
        var refused = Refusal.By<ArgumentException>(() => PayMix.OfPercent(60, 50));
        Assert.StartsWith(
            "PayMix was 60% base and 50% variable, which sum to 110%; percentages that sum to 100",
            refused.Message,
            StringComparison.Ordinal);
        Refusal.By<ArgumentException>(() => PayMix.Of(0.5m, 0.4m));
        Assert.False(PayMix.IsValid(0.5m, 0.4m));
    }

    [Fact]
    public void AShareOutsideItsRangeIsRefused()
    {
        Refused("basePercent", "basePercent was 150; 0 to 100 is expected.", () => PayMix.OfPercent(150, -50));
        Refused("variablePercent", "variablePercent was -1; 0 to 100 is expected.", () => PayMix.OfPercent(100, -1));
        Refused(
            "baseShare",
            "baseShare was 45; a fraction between 0 and 1 (for 45/55 write PayMix.OfPercent(45, 55)) is expected.",
            () => PayMix.Of(45m, 55m));
        Refused(
            "baseShare",
            "baseShare was 45; a fraction between 0 and 1 (for 45% write 0.45",
            () => PayMix.Of(45m, 0.55m));
        Refused("variableShare", "variableShare was -0.5; a fraction between 0 and 1", () => PayMix.Of(1m, -0.5m));
        Assert.False(PayMix.IsValid(1.5m, -0.5m));

        static void Refused(string name, string message, Func<object> refused)
        {
            var exception = Refusal.By<ArgumentOutOfRangeException>(refused);
            Assert.Equal(name, exception.ParamName);
            Assert.StartsWith(message, exception.Message, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void AskingWhetherAMixIsValidNeverThrows() =>
        Assert.False(PayMix.IsValid(decimal.MaxValue, decimal.MaxValue));
}
