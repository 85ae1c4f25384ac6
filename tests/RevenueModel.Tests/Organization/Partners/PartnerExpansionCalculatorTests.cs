using FsCheck.Xunit;
using RevenueModel.Organization;
using RevenueModel.Tests.Helpers;
using static RevenueModel.Tests.Organization.Partners.PartnerNetworks;

namespace RevenueModel.Tests.Organization.Partners;

public class PartnerExpansionCalculatorTests
{
    [Fact]
    public void BothKindsRankAboveOneAndOneAboveNone()
    {
        PartnerExpansionRanking ranking = PartnerExpansionCalculator.Measure(
            IndustrialIot,
            [
                Account("A", 100m, 140m, "TCS", "ATS"), Account("B", 100m, 120m, "TCS", "ATS"),
                Account("C", 200m, 220m, "Wipro"), Account("D", 50m, 60m, "ATS"),
                Account("E", 80m, 40m), Account("F", 20m, 70m, "Bluestone PIM"), Account("G", 0m, 90m, "TCS"),
            ]);

        Assert.Equal(
            [(PartnerCoverage.All, 1.3m), (PartnerCoverage.Some, 1.12m), (PartnerCoverage.None, 1.1m)],
            ranking.Ranked.Select(one => (one.Coverage, one.Nrr!.Value)));
        Assert.True(ranking.RisesWithPartners);
        Assert.Equal(1, ranking.NewAccountCount);
        PartnerExpansion direct = ranking.Coverages[0];
        Assert.Equal((2, 0.6m, 0.5m), (direct.AccountCount, direct.Grr!.Value, direct.ExpansionRate!.Value));
    }

    [Fact]
    public void OneCoverageHasNoRanking()
    {
        PartnerExpansionRanking ranking =
            PartnerExpansionCalculator.Measure(IndustrialIot, [Account("A", 100m, 140m, "TCS")]);

        Assert.Null(ranking.RisesWithPartners);
        Assert.Null(ranking.Coverages[0].Nrr);
        Assert.Null(ranking.Coverages[0].Grr);
    }

    [Property(MaxTest = 100)]
    public void NrrIsGrrPlusExpansion(int seed)
    {
        var random = new Random(seed);
        PartnerAccount[] accounts =
        [
            .. Enumerable.Range(0, 30).Select(i => Account(
                $"A{i}",
                random.Next(100),
                random.Next(100),
                [.. new[] { "TCS", "ATS" }.Where(_ => random.Next(2) == 0)])),
        ];
        PartnerExpansionRanking ranking = PartnerExpansionCalculator.Measure(IndustrialIot, accounts);
        foreach (PartnerExpansion one in ranking.Coverages)
        {
            PartnerAccount[] own = [.. accounts.Where(account =>
                account.OpeningArr > 0m && account.Partners.Count == (int)one.Coverage)];
            Assert.Equal(own.Length, one.AccountCount);
            decimal opening = own.Sum(account => account.OpeningArr);
            Assert.Equal(opening, one.OpeningArr);
            Assert.Equal(
                own.Sum(account => account.ClosingArr), one.OpeningArr + one.ExpansionArr - one.LostArr);
            Assert.Equal(opening == 0m, one.Nrr is null);
        }

        Assert.Equal(accounts.Length, ranking.NewAccountCount + ranking.Coverages.Sum(one => one.AccountCount));
    }

    [Fact]
    public void ARepeatedAccountIsRefused() =>
        Refusal.With(
            "accounts had \"a\" twice; each account once is expected.",
            () => PartnerExpansionCalculator.Measure(
                IndustrialIot, [Account("A", 1m, 1m), Account("a", 1m, 1m)]));

    private static PartnerAccount Account(string name, decimal opening, decimal closing, params string[] partners) =>
        new() { Account = name, OpeningArr = opening, ClosingArr = closing, Partners = partners };
}
