using FsCheck.Xunit;
using NodaTime;
using RevenueModel.Compensation;
using RevenueModel.Primitives;
using RevenueModel.Tests.Numerics;
using RevenueModel.Tests.Generators;
using RevenueModel.Tests.Helpers;

namespace RevenueModel.Tests.Compensation;

public class CreditSplitCalculatorTests
{
    private static readonly CompCredit Deal = new()
    {
        Date = new LocalDate(2027, 3, 15),
        Measure = CompMeasure.NewArr,
        Amount = 120_000m,
        Deal = "D-1",
    };

    [Property]
    public bool SellersPartsSumToTheDealExactly(Cents amount, Fraction one, Fraction other)
    {
        decimal first = one;
        decimal second = (1m - first) * decimal.Round(other, 4);
        ValueList<SplitCredit> split = CreditSplitCalculator.Split(
            Deal with { Amount = amount },
            [
                CreditShare.Of("Kim", first),
                CreditShare.Of("Lee", second),
                CreditShare.Of("Max", 1m - first - second),
                CreditShare.Of("Eve", other, isOverlay: true),
            ]);
        return split.Take(3).Sum(part => part.Credit.Credited) == amount
            && split[3].Credit.Credited == amount * other;
    }

    [Property]
    public bool APartKeepsAllOfTheDealButItsShare(CompCredit credit, Fraction share)
    {
        CompCredit deal = credit with { Share = 1m, Measure = CompMeasure.ExpansionArr };
        ValueList<SplitCredit> split = CreditSplitCalculator.Split(
            deal, [CreditShare.Of("Kim", share), CreditShare.Of("Lee", 1m - share)]);
        return split.All(part => part.Credit with { Share = 1m } == deal && part.Credit.Share == part.Share.Share);
    }

    [Fact]
    public void OverlaysComeOnTopOfThoseWhoSell()
    {
        CreditShare[] shares =
            [
                CreditShare.Of("Kim", 0.6m),
                CreditShare.Of("Lee", 0.4m),
                CreditShare.Of("Eve", 0.5m, isOverlay: true),
                CreditShare.Of("Kim", 0.1m, isOverlay: true),
            ];
        ValueList<SplitCredit> split = CreditSplitCalculator.Split(Deal, shares);

        Assert.Equal([72_000m, 48_000m, 60_000m, 12_000m], split.Select(part => part.Credit.Credited));
        Assert.Equal([false, false, true, true], split.Select(part => part.Credit.IsOverlay));
        Assert.Equal(192_000m, split.Sum(part => part.Credit.Credited));
        Assert.Equal("Kim: 72,000", split[0].ToString());
        Assert.Equal("Eve 50% as overlay", shares[2].ToString());
    }

    [Fact]
    public void SharesThatDoNotSumToTheDealAreRefused()
    {
        Refused(
            "The shares of those who sell D-1 sum to 0.9; 1 is expected",
            Deal,
            CreditShare.Of("Kim", 0.5m),
            CreditShare.Of("Lee", 0.4m));
        Refused(
            "The shares of those who sell D-1 sum to 1.1; 1 is expected",
            Deal,
            CreditShare.Of("Kim", 0.7m),
            CreditShare.Of("Lee", 0.4m));
        Refused("The shares of those who sell D-1 sum to 0; 1 is expected", Deal, CreditShare.Of(
            "Eve", 1m, isOverlay: true));
        Refused("The shares of those who sell D-1 sum to 0; 1 is expected", Deal);
        CompCredit reading = Deal with { Measure = CompMeasure.LogoRetention, Amount = 0.96m };
        Refused(
            FormattableString.Invariant($"CompCredit {reading} is a reading of logo retention;"),
            reading,
            CreditShare.Of("Kim", 1m));
    }

    [Fact]
    public void APersonTwiceInTheSameCapacityIsRefused() => Refused(
        "shares had \"Kim\" twice for deal D-1", Deal, CreditShare.Of("Kim", 0.5m), CreditShare.Of("Kim", 0.5m));

    [Fact]
    public void ACreditThatIsSharedAlreadyIsRefused()
    {
        Refused(
            "CompCredit 2027-03-15 D-1: new ARR 120,000 at 50% is shared already",
            Deal with { Share = 0.5m },
            CreditShare.Of("Kim", 1m));
        Refused(
            "CompCredit 2027-03-15 D-1: new ARR 120,000 as overlay is shared already",
            Deal with { IsOverlay = true },
            CreditShare.Of("Kim", 1m));
    }

    [Fact]
    public void AShareIsOfAPersonAndAFraction()
    {
        Assert.Equal("person", Refusal.By<ArgumentException>(() => CreditShare.Of(" ", 1m)).ParamName);
        Assert.StartsWith(
            "share was 60; a fraction between 0 and 1 (for 60% write 0.6",
            Refusal.By<ArgumentOutOfRangeException>(() => CreditShare.Of("Kim", 60m)).Message,
            StringComparison.Ordinal);
    }

    private static void Refused(string message, CompCredit deal, params CreditShare[] shares) => Assert.StartsWith(
        message,
        Refusal.By<ArgumentException>(() => CreditSplitCalculator.Split(deal, shares)).Message,
        StringComparison.Ordinal);
}
