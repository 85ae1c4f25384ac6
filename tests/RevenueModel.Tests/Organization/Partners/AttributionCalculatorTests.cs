using FsCheck.Xunit;
using RevenueModel.Organization;
using RevenueModel.Pipeline;
using RevenueModel.Tests.Helpers;
using static RevenueModel.Tests.Organization.Partners.PartnerNetworks;

namespace RevenueModel.Tests.Organization.Partners;

public class AttributionCalculatorTests
{
    private static readonly string[] Names = ["Deloitte", "ATS", "deloitte", "TCS", "Optimation", "Wipro"];

    [Fact]
    public void TheSourceIsCreditedBeforeInfluence()
    {
        var terms = new AttributionTerms { SourcedShare = 0.5m, InfluencedShare = 0.4m };
        DealAttribution deal = AttributionCalculator.ByDeal(
            terms,
            [Deal(1, 100m)],
            [Touch(1, "TCS", PartnerTouchKind.Sourced), Touch(1, "ATS"), Touch(1, "Wipro")])[0];

        Assert.Equal(
            ["ATS: 0 sourced, 10 influenced", "TCS: 50 sourced, 0 influenced", "Wipro: 0 sourced, 10 influenced"],
            deal.Credits.Select(credit => credit.ToString()));
        Assert.Equal(30m, deal.OwnTeam);
    }

    [Fact]
    public void WithoutASourceInfluenceSharesTheWholeDeal() =>
        Assert.Equal(
            60m,
            AttributionCalculator.ByDeal(
                new AttributionTerms { InfluencedShare = 0.4m }, [Deal(1, 100m)], [Touch(1, "ATS")])[0].OwnTeam);

    [Fact]
    public void EqualPartsSumToTheCent()
    {
        DealAttribution deal = AttributionCalculator.ByDeal(
            new AttributionTerms { Convention = AttributionConvention.EqualSplit },
            [Deal(1, 100m)],
            [Touch(1, "TCS", PartnerTouchKind.Sourced), Touch(1, "ATS"), Touch(1, "Wipro"), Touch(1, "TCS")])[0];

        Assert.Equal(["ATS", "TCS", "Wipro"], deal.Credits.Select(credit => credit.Partner));
        Assert.Equal([33.34m, 33.33m, 33.33m], deal.Credits.Select(credit => credit.Sourced + credit.Influenced));
    }

    [Fact]
    public void WeightsOfAPartnerAddUp()
    {
        DealAttribution deal = AttributionCalculator.ByDeal(
            new AttributionTerms { Convention = AttributionConvention.Weighted, PartnerShare = 0.8m },
            [Deal(1, 100m)],
            [Touch(1, "TCS") with { Weight = 1m }, Touch(1, "ATS"), Touch(1, "TCS") with { Weight = 2m }])[0];

        Assert.Equal([20m, 60m], deal.Credits.Select(credit => credit.Influenced));
        Assert.Equal(20m, deal.OwnTeam);
    }

    [Fact]
    public void SourcedAndInfluencedDealsAreCountedOnce()
    {
        PartnerAttribution all = AttributionCalculator.Measure(
            new AttributionTerms { InfluencedShare = 0.5m },
            [Deal(1, 100m), Deal(2, 50m), Deal(3, 20m), Deal(4, null)],
            [
                Touch(1, "TCS", PartnerTouchKind.Sourced), Touch(1, "ATS"),
                Touch(1, "Wipro", PartnerTouchKind.Sourced),
                Touch(2, "ATS"), Touch(2, "TCS"), Touch(4, "TCS", PartnerTouchKind.Sourced), Touch(9, "TCS"),
            ]);

        Assert.Equal(new CountedAmount(4, 170m), all.Deals);
        Assert.Equal(new CountedAmount(2, 100m), all.Sourced);
        Assert.Equal(new CountedAmount(1, 50m), all.InfluencedOnly);
        Assert.Equal(new CountedAmount(1, 20m), all.Direct);
        Assert.Equal(new CountedAmount(2, 150m), all.Influenced);
        Assert.Equal(45m, all.OwnTeam);
        Assert.Equal(1m - (45m / 170m), all.PartnerShare);
        Assert.Equal(1, all.TouchesWithoutDeal);
    }

    [Property(MaxTest = 200)]
    public void PartsSumToTheDealAndNoneIsNegative(int seed)
    {
        (AttributionTerms terms, Opportunity[] deals, PartnerTouch[] touches) = Random(seed);
        foreach (DealAttribution deal in AttributionCalculator.ByDeal(terms, deals, touches))
        {
            decimal credited = deal.Credits.Sum(credit => credit.Sourced + credit.Influenced);
            Assert.Equal(deal.Amount, credited + deal.OwnTeam);
            Assert.True(credited <= deal.Amount);
        }

        PartnerAttribution all = AttributionCalculator.Measure(terms, deals, touches);
        Assert.Equal(deals.Sum(deal => deal.Amount ?? 0m), all.Deals.Amount);
        Assert.Equal(
            all.Deals.Amount, all.OwnTeam + all.Credits.Sum(credit => credit.Sourced + credit.Influenced));
        Assert.Equal(all.Deals.Amount, all.Sourced.Amount + all.InfluencedOnly.Amount + all.Direct.Amount);
        Assert.Equal(deals.Length, all.Sourced.Count + all.InfluencedOnly.Count + all.Direct.Count);
    }

    // Each part is within a cent of its share, which is computed here in another way, with the pools rounded first.
    [Property(MaxTest = 200)]
    public void EachCreditIsItsShareOfTheDeal(int seed)
    {
        (AttributionTerms terms, Opportunity[] deals, PartnerTouch[] touches) = Random(seed);
        foreach (DealAttribution deal in AttributionCalculator.ByDeal(terms, deals, touches))
        {
            ILookup<string, PartnerTouch> partners = touches.Where(touch => touch.DealId == deal.DealId)
                .ToLookup(touch => touch.Partner.ToUpperInvariant());
            int sources = partners.Count(IsSource);
            decimal sourced = sources > 0 ? terms.SourcedShare : 0m;
            foreach (PartnerCredit credit in deal.Credits)
            {
                PartnerTouch[] own = [.. partners[credit.Partner.ToUpperInvariant()]];
                decimal share = terms.Convention switch
                {
                    AttributionConvention.SourcedFirst when IsSource(own) => sourced / sources,
                    AttributionConvention.SourcedFirst =>
                        (1m - sourced) * terms.InfluencedShare / (partners.Count - sources),
                    AttributionConvention.EqualSplit => terms.PartnerShare / partners.Count,
                    _ => terms.PartnerShare * own.Sum(touch => touch.Weight)
                        / partners.SelectMany(all => all).Sum(touch => touch.Weight),
                };
                Assert.InRange(credit.Sourced + credit.Influenced - (share * deal.Amount), -0.02m, 0.02m);
                Assert.Equal(0m, IsSource(own) ? credit.Influenced : credit.Sourced);
            }
        }
    }

    [Property(MaxTest = 100)]
    public void TheOrderOfTouchesDoesNotMatter(int seed)
    {
        (AttributionTerms terms, Opportunity[] deals, PartnerTouch[] touches) = Random(seed);
        PartnerTouch[] shuffled = [.. touches];
        new Random(seed).Shuffle(shuffled);

        Assert.Equal(
            AttributionCalculator.ByDeal(terms, deals, touches), AttributionCalculator.ByDeal(terms, deals, shuffled));
        Assert.Equal(
            AttributionCalculator.Measure(terms, deals, touches),
            AttributionCalculator.Measure(terms, deals, shuffled));
    }

    // The partners share what they have together.
    [Property(MaxTest = 100)]
    public void AFurtherPartnerOfTheSameKindAddsNoCredit(int seed)
    {
        (AttributionTerms terms, Opportunity[] deals, PartnerTouch[] touches) = Random(seed);
        PartnerTouch[] more = [.. touches, .. touches.Select(touch => touch with { Partner = touch.Partner + " 2" })];

        Assert.Equal(
            AttributionCalculator.ByDeal(terms, deals, touches).Select(deal => deal.OwnTeam),
            AttributionCalculator.ByDeal(terms, deals, more).Select(deal => deal.OwnTeam));
    }

    [Fact]
    public void RefusalsNameTheDeal()
    {
        var terms = new AttributionTerms();
        Refusal.With(
            "opportunities had the deal \"D1\" twice; each deal once is expected.",
            () => AttributionCalculator.ByDeal(terms, [Deal(1, 1m), Deal(1, 1m)], []));
        Refusal.With(
            "Opportunity \"D1\": Amount was 0.001; an amount with at most 2 decimal places, within 64 bits, is "
                + "expected.",
            () => AttributionCalculator.Measure(terms, [Deal(1, 0.001m)], []));
        Refusal.With(
            "Weight was 0; above zero and up to 1,000,000 is expected.", () => Touch(1, "TCS") with { Weight = 0m });
        Refusal.By<ArgumentNullException>("touches", () => AttributionCalculator.ByDeal(terms, [], [null!]));
    }

    private static bool IsSource(IEnumerable<PartnerTouch> touches) =>
        touches.Any(touch => touch.Kind == PartnerTouchKind.Sourced);

    private static PartnerTouch Touch(
        int deal, string partner, PartnerTouchKind kind = PartnerTouchKind.Influenced) =>
        new() { DealId = $"D{deal}", Partner = partner, Kind = kind };

    private static (AttributionTerms Terms, Opportunity[] Deals, PartnerTouch[] Touches) Random(int seed)
    {
        var random = new Random(seed);
        var terms = new AttributionTerms
        {
            Convention = (AttributionConvention)random.Next(3),
            SourcedShare = random.Next(0, 11) / 10m,
            InfluencedShare = random.Next(0, 11) / 10m,
            PartnerShare = random.Next(0, 11) / 10m,
        };
        Opportunity[] deals =
        [
            .. Enumerable.Range(0, random.Next(1, 8)).Select(i =>
                Deal(i, random.Next(6) == 0 ? null : random.Next(1_000_000) / 100m)),
        ];
        PartnerTouch[] touches =
        [
            .. Enumerable.Range(0, random.Next(20)).Select(_ => Touch(
                random.Next(9), Names[random.Next(Names.Length)], (PartnerTouchKind)random.Next(2)) with
            {
                Weight = random.Next(1, 10) / 4m,
            }),
        ];
        return (terms, deals, touches);
    }
}
