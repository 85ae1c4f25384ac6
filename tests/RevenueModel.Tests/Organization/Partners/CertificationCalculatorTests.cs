using NodaTime;
using RevenueModel.Organization;
using RevenueModel.Pipeline;
using RevenueModel.Tests.Helpers;
using static RevenueModel.Tests.Organization.Partners.PartnerNetworks;

namespace RevenueModel.Tests.Organization.Partners;

public class CertificationCalculatorTests
{
    private static readonly LocalDate March = new(2027, 3, 31);
    private static readonly LocalDate June = new(2027, 6, 30);

    private static readonly CertifiedHeadcount[] Counts =
    [
        Count("TCS", new(2027, 1, 1), 40), Count("TCS", new(2027, 6, 1), 52, target: 60),
        Count("TCS", new(2027, 7, 1), 70), Count("Wipro", new(2027, 5, 1), 30, target: 20),
        Count("ATS", new(2027, 2, 1), 12), Count("Apisero", March, 5), Count("Infosys", new(2027, 8, 1), 9),
    ];

    private static readonly Opportunity[] Deals =
        [Deal(1, 1m, "TCS", "tcs", "ATS"), Deal(2, 1m, "TCS", "Wipro"), Deal(3, 1m)];

    [Fact]
    public void TheLatestCountThroughADayIsThatOfTheDay() =>
        Assert.Equal(
            [
                "Apisero: 5 certified (0)", "ATS: 12 certified (0), 12 per deal",
                "TCS: 52 certified (+12), target 60, 26 per deal", "Wipro: 30 certified, target 20, 30 per deal",
            ],
            CertificationCalculator.ByPartner(IndustrialIot, Counts, Deals, March, June)
                .Select(status => status.ToString()));

    [Fact]
    public void AKindSumsItsPartnersAndCountsADealOnce()
    {
        var kinds = CertificationCalculator.ByKind(IndustrialIot, Counts, Deals, March, June);

        Assert.Equal(
            new CertificationStatus
            {
                Name = "Big-4 SI",
                Kind = "Big-4 SI",
                Consultants = 82,
                Prior = 40,
                Change = 12,
                Target = 80,
                Shortfall = 8,
                DealCount = 2,
            },
            kinds[0]);
        Assert.Equal((12, 1, null), (kinds[1].Consultants, kinds[1].DealCount, kinds[1].Target));
    }

    [Fact]
    public void RefusalsNameThePartnerAndTheDay()
    {
        Refusal.With(
            "headcounts had \"TCS\" twice on 2027-03-31; one count is expected.",
            () => CertificationCalculator.ByPartner(
                IndustrialIot, [Count("TCS", March, 1), Count("TCS", March, 2)], [], March, June));
        Refusal.With(
            "to was 2027-03-31; a day from 2027-06-30 is expected.",
            () => CertificationCalculator.ByKind(IndustrialIot, Counts, Deals, June, March));
        Refusal.By<ArgumentOutOfRangeException>(
            "headcounts",
            () => CertificationCalculator.ByKind(
                IndustrialIot, [Count("TCS", March, int.MaxValue), Count("Wipro", March, 2)], [], March, June));
    }

    private static CertifiedHeadcount Count(string partner, LocalDate day, int consultants, int? target = null) =>
        new() { Partner = partner, AsOf = day, Consultants = consultants, Target = target };
}
