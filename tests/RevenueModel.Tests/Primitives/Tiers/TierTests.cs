using FsCheck.Xunit;
using RevenueModel.Primitives;
using RevenueModel.Tests.Helpers;

namespace RevenueModel.Tests.Primitives;

public class TierTests
{
    [Property]
    public bool ATierIsRebuiltFromItsParts(Tier tier)
    {
        Tier same = tier switch
        {
            { AmountAtEnd: { } amount, UpTo: { } end } => Tier.Interpolated(tier.From, end, amount),
            { UpTo: { } end } => Tier.Between(tier.From, end, tier.Rate, tier.Mode, tier.FlatAmount),
            _ => Tier.AtLeast(tier.From, tier.Rate, tier.Mode, tier.FlatAmount),
        };
        return same == tier && same.GetHashCode() == tier.GetHashCode();
    }

    [Fact]
    public void TheDefaultIsTheOpenTierFromZeroAtARateOfZero() => Assert.Equal(Tier.AtLeast(0m, 0m), default);

    [Theory]
    [InlineData(10, 10)]
    [InlineData(10, 9)]
    public void ATierThatDoesNotEndAboveItsStartIsRefused(decimal from, decimal upTo)
    {
        Refused(
            "upTo",
            () => Tier.Between(from, upTo, 1m),
            $"upTo was {upTo}; more than the start of the tier, 10, is expected.");
        Refused(
            "upTo",
            () => Tier.Interpolated(from, upTo, 1m),
            $"upTo was {upTo}; more than the start of the tier, 10, is expected.");
    }

    [Fact]
    public void NegativeFiguresAreRefused()
    {
        Refused("from", () => Tier.Between(-1m, 1m, 1m), "from was -1; zero or more");
        Refused("from", () => Tier.AtLeast(-1m, 1m), "from was -1; zero or more");
        Refused("from", () => Tier.Interpolated(-1m, 1m, 1m), "from was -1; zero or more");
        Refused("rate", () => Tier.Between(0m, 1m, -0.1m), "rate was -0.1; zero or more");
        Refused("rate", () => Tier.AtLeast(0m, -0.1m), "rate was -0.1; zero or more");
        Refused("flatAmount", () => Tier.Between(0m, 1m, 1m, flatAmount: -2m), "flatAmount was -2; zero or more");
        Refused("flatAmount", () => Tier.AtLeast(0m, 1m, flatAmount: -2m), "flatAmount was -2; zero or more");
        Refused("amountAtEnd", () => Tier.Interpolated(0m, 1m, -3m), "amountAtEnd was -3; zero or more");
    }

    [Fact]
    public void AnInterpolatedTierWithARateIsRefused()
    {
        Refused(
            "mode",
            () => Tier.Between(0m, 1m, 1m, TierMode.Interpolated),
            "mode was Interpolated; a mode with a rate");
        Refused(
            "mode", () => Tier.AtLeast(0m, 1m, TierMode.Interpolated), "mode was Interpolated; a mode with a rate");
        Refused("mode", () => Tier.AtLeast(0m, 1m, (TierMode)4), "mode was 4; one of Marginal");
    }

    private static void Refused(string name, Func<object> refused, string message)
    {
        var exception = Refusal.By<ArgumentOutOfRangeException>(refused);
        Assert.Equal(name, exception.ParamName);
        Assert.StartsWith(message, exception.Message, StringComparison.Ordinal);
    }
}
