using System.Globalization;
using FsCheck.Xunit;
using RevenueModel.Architectures;
using RevenueModel.Compensation;
using RevenueModel.Primitives;
using RevenueModel.Tests.Generators;
using RevenueModel.Tests.Helpers;

namespace RevenueModel.Tests.Architectures;

public class PublishedCompPlanTests
{
    private static readonly RevenueArchitecture Iot = PublishedArchitectures.IndustrialIot2027;
    private static readonly RevenueArchitecture Ipaas = PublishedArchitectures.Ipaas2027;

    private static readonly PublishedCompPlan Valid = new()
    {
        Role = "AE",
        OnTargetEarnings = Band.Between(100_000m, 200_000m),
        PayMix = PayMix.OfPercent(50, 50),
        Measures = [PublishedMeasure.Of(CompMeasure.NewArr, Band.Between(800_000m, 1_000_000m))],
    };

    [Theory]
    [InlineData("0", 420_000, 4_800_000, 100_000)]
    [InlineData("0.5", 550_000, 6_500_000, 140_000)]
    [InlineData("1", 680_000, 8_200_000, 180_000)]
    public void APlanOfTheEnterpriseBandIsAtTheSamePositionInEach(string position, int ote, int quota, int draw)
    {
        PublishedCompPlan band = Iot.FindCompPlan("Enterprise AE")!;

        CompPlan plan = band.PlanAt(decimal.Parse(position, CultureInfo.InvariantCulture));

        var expected = new CompPlan
        {
            Role = "Enterprise AE",
            Segment = "Enterprise Asset-Intensive",
            OnTargetEarnings = ote,
            PayMix = PayMix.OfPercent(45, 55),
            Components = [new PayComponent { Measure = CompMeasure.NewArr, Target = PayTarget.PerYear(quota) }],
            Vesting = VestingSchedule.Of(0.55m, 0.30m, 0.15m),
            Draw = Draw.Recoverable(draw),
            Citation = band.Citation,
        };
        Assert.Equal(expected, plan);
    }

    [Theory]
    [InlineData("0", 245_000, 2_400_000, 8)]
    [InlineData("0.5", 292_500, 3_000_000, 11)]
    [InlineData("1", 340_000, 3_600_000, 14)]
    public void APlanOfTheMidMarketBandHasItsResidualAndGate(string position, int ote, int quota, int residualPercent)
    {
        PublishedCompPlan band = Iot.FindCompPlan("Mid-Market AE")!;

        CompPlan plan = band.PlanAt(decimal.Parse(position, CultureInfo.InvariantCulture));

        Assert.Equal(ote, plan.OnTargetEarnings);
        Assert.Equal(quota, plan.Quota);
        Assert.Equal(new Residual { Rate = residualPercent / 100m, Months = 18 }, plan.Residual);
        Assert.Equal([band.Gate!], plan.Gates);
        Assert.True(plan.Gates[0].AppliesTo(plan.Segment));
        Assert.False(plan.Gates[0].AppliesTo("SMB Single-Site"));
        Assert.Null(plan.Draw);
        Assert.Equal(default, plan.Vesting);
    }

    [Theory]
    [InlineData("Industrial IoT", "SMB AE", 200, 33, 80, 11)]
    [InlineData("Industrial IoT", "Mid-Market AE", 480, 49, 180, 17)]
    [InlineData("Industrial IoT", "Enterprise AE", 80, 7, 205, 17)]
    [InlineData("Industrial IoT", "CSM", 28, 9, 124, 37)]
    [InlineData("iPaaS", "SMB AE", 52, 9, 240, 37)]
    [InlineData("iPaaS", "Mid-Market AE", 480, 49, 180, 17)]
    [InlineData("iPaaS", "Enterprise AE", 135, 11, 105, 8)]
    [InlineData("iPaaS", "CSM", 32, 9, 136, 37)]
    public void PublishedQuotasAreTheseMultiplesOfOnTargetEarnings(
        string architecture, string role, int low, int perLow, int high, int perHigh)
    {
        PublishedCompPlan band = (architecture == "iPaaS" ? Ipaas : Iot).FindCompPlan(role)!;
        decimal atLowEnd = (decimal)low / perLow;
        decimal atHighEnd = (decimal)high / perHigh;

        Assert.Equal(Band.Between(atLowEnd, atHighEnd), band.QuotaToOteMultiple);
        Assert.Equal(atLowEnd, band.PlanAt(0m).QuotaToOteMultiple);
        Assert.Equal(atHighEnd, band.PlanAt(1m).QuotaToOteMultiple);
    }

    [Fact]
    public void PublishedQuotasAre5Point8To13Point1TimesOte()
    {
        Band<decimal>[] multiples =
        [
            .. Iot.CompPlans.Concat(Ipaas.CompPlans)
                .Where(plan => plan.Role.EndsWith(" AE", StringComparison.Ordinal))
                .Select(plan => plan.QuotaToOteMultiple!.Value),
        ];

        Assert.Equal(6, multiples.Length);
        Assert.Equal(5.8m, decimal.Round(multiples.Min(multiple => multiple.Min), 1));
        Assert.Equal(13.1m, decimal.Round(multiples.Max(multiple => multiple.Max!.Value), 1));
    }

    [Property]
    public bool TheMultipleOfAnyPlanIsBetweenThoseOfTheEnds(Fraction position) =>
        Iot.CompPlans.Concat(Ipaas.CompPlans).Append(Valid)
            .Where(band => band.QuotaToOteMultiple is not null)
            .All(band => band.QuotaToOteMultiple!.Value.Contains(
                band.PlanAt(position.Value).QuotaToOteMultiple!.Value));

    [Fact]
    public void AFallingMultipleStillListsTheSmallerFirst() =>
        Assert.Equal(Band.Between(5m, 8m), Valid.QuotaToOteMultiple);

    [Fact]
    public void AMultipleNeedsAPublishedQuotaAndClosedBands()
    {
        Assert.Null((Valid with { Measures = [] }).QuotaToOteMultiple);
        Assert.Null((Valid with { Measures = [PublishedMeasure.Of(CompMeasure.NewArr)] }).QuotaToOteMultiple);
        Assert.Null((Valid with { Measures = [Retention(CompMeasure.LogoRetention)] }).QuotaToOteMultiple);
        Assert.Null((Valid with { OnTargetEarnings = Band.AtLeast(100_000m) }).QuotaToOteMultiple);
        Assert.Null((Valid with
        {
            Measures = [PublishedMeasure.Of(CompMeasure.NewArr, Band.AtLeast(800_000m))],
        }).QuotaToOteMultiple);
    }

    [Fact]
    public void AQuotaIsFoundBehindAMeasureWithoutATarget() =>
        Assert.Equal(Band.Between(5m, 8m), (Valid with
        {
            Measures = [PublishedMeasure.Of(CompMeasure.PartnerInfluencedPipeline), .. Valid.Measures],
        }).QuotaToOteMultiple);

    [Theory]
    [InlineData("IT Solutions Consultant", "IT Solutions Consultant has no published measure")]
    [InlineData("OT Solutions Consultant", "OT Solutions Consultant has no published measure")]
    [InlineData("Solutions Consultant", "Solutions Consultant has no published measure")]
    [InlineData("Integration Architect", "Integration Architect has no published measure")]
    [InlineData("Big-4 SI Channel Manager", "Big-4 SI Channel Manager has no published measure")]
    [InlineData("OT-Specialty SI Channel Manager", "OT-Specialty SI Channel Manager has no published measure")]
    [InlineData(
        "Boutique Integration Partner Manager", "Boutique Integration Partner Manager has no published measure")]
    [InlineData(
        "AI/Digital-Twin Specialist overlay", "has no published target of activations or target of attributed ROI")]
    [InlineData(
        "AI Integration Specialist overlay",
        "has no published target of activations or target of AI-orchestration ARR")]
    [InlineData("Partner Account Manager", "target of partner-influenced pipeline or target of certified consultants")]
    public void UnpublishedFiguresAreNamedAndNotInvented(string role, string message)
    {
        PublishedCompPlan band = Iot.FindCompPlan(role) ?? Ipaas.FindCompPlan(role)!;

        var refused = Refusal.By<ArgumentException>(() => band.PlanAt(0.5m));

        Assert.Equal("components", refused.ParamName);
        Assert.Contains(message, refused.Message, StringComparison.Ordinal);
        Assert.Contains("components are expected", refused.Message, StringComparison.Ordinal);
        Assert.Null(band.QuotaToOteMultiple);
    }

    [Fact]
    public void OnlyTheMeasuresWithoutATargetAreNamed()
    {
        PublishedCompPlan band =
            Valid with { Measures = [.. Valid.Measures, PublishedMeasure.Of(CompMeasure.Activations)] };

        var refused = Refusal.By<ArgumentException>(() => band.PlanAt(0m));

        Assert.StartsWith(
            "components was empty, and AE has no published target of activations;",
            refused.Message,
            StringComparison.Ordinal);
    }

    [Fact]
    public void CallersComponentsReplaceUnpublishedTargets()
    {
        PublishedCompPlan band = Ipaas.FindCompPlan("Partner Account Manager")!;
        ValueList<PayComponent> components =
        [
            new PayComponent
            {
                Measure = CompMeasure.PartnerInfluencedPipeline,
                Weight = 0.75m,
                Target = PayTarget.PerYear(5_000_000m),
            },
            new PayComponent
            {
                Measure = CompMeasure.CertifiedConsultants,
                Weight = 0.25m,
                Target = PayTarget.Level(40m),
            },
        ];

        CompPlan plan = band.PlanAt(0.5m, components);

        Assert.Equal(components, plan.Components);
        Assert.Equal(350_000m, plan.OnTargetEarnings);
        Assert.Equal(157_500m, plan.TargetVariable);
        Assert.Equal(5_000_000m, plan.Quota);
    }

    [Fact]
    public void CallersComponentsReplacePublishedTargets()
    {
        PayComponent component = new() { Measure = CompMeasure.NewArr, Target = PayTarget.PerYear(900_000m) };

        Assert.Equal([component], Valid.PlanAt(0m, [component]).Components);
    }

    [Fact]
    public void AcceleratorsAndTheOtherResidualAreAsPublished()
    {
        Assert.Equal(
            ["SMB AE", "Mid-Market AE", "Enterprise AE"],
            Ipaas.CompPlans.Where(plan => plan.AcceleratedProduct == "AI Integration").Select(plan => plan.Role));
        PublishedCompPlan midMarket = Ipaas.FindCompPlan("Mid-Market AE")!;
        Assert.Equal(
            ("integration-volume expansion ARR", "integration-volume tier upgrades"),
            (midMarket.ResidualOf, midMarket.OtherResidualOf));
        Assert.Contains(
            "accelerators on AI Integration without a published rate", midMarket.ToString(), StringComparison.Ordinal);
        Assert.Equal(
            ["Solutions Consultant", "Integration Architect"],
            Ipaas.FindCompPlan("Integration Architect")!.Coverage!.Roles);
    }

    [Fact]
    public void ThirdsAreEqualToTheBasisPointAndSumToOne()
    {
        CompPlan plan = Ipaas.FindCompPlan("CSM")!.PlanAt(0.5m);

        Assert.Equal([0.3334m, 0.3333m, 0.3333m], plan.Components.Select(component => component.Weight));
        Assert.Equal([580_000m, 0.96m, 0.92m], plan.Components.Select(component => component.Target!.Amount));
        Assert.All(plan.Components, component => Assert.Equal(PayoutCurve.Linear, component.Curve));
    }

    [Fact]
    public void TwoMeasuresShareEqually()
    {
        PublishedCompPlan band = Valid with { Measures = [.. Valid.Measures, Retention(CompMeasure.GrossRetention)] };

        Assert.Equal([0.5m, 0.5m], band.PlanAt(0m).Components.Select(component => component.Weight));
    }

    [Fact]
    public void ATargetThatIsASingleFigureIsTheSameAtEveryPosition()
    {
        PublishedCompPlan band = Iot.FindCompPlan("CSM")!;

        Assert.All([0m, 0.3m, 1m], position =>
        {
            CompPlan plan = band.PlanAt(position);
            Assert.Equal(0.96m, plan.FindComponent(CompMeasure.LogoRetention)!.Target!.Amount);
            Assert.Equal(0.92m, plan.FindComponent(CompMeasure.GrossRetention)!.Target!.Amount);
        });
    }

    [Fact]
    public void APositionIsAFraction()
    {
        var refused = Refusal.By<ArgumentOutOfRangeException>(() => Valid.PlanAt(50m));

        Assert.Equal("position", refused.ParamName);
        Refusal.By<ArgumentOutOfRangeException>(() => Valid.PlanAt(-0.1m));
    }

    [Fact]
    public void ABandThatIsOpenAtTheTopIsNamed()
    {
        Refused("OnTargetEarnings", Valid with { OnTargetEarnings = Band.AtLeast(100_000m) });
        Refused("Draw", Valid with { Draw = Band.AtLeast(10_000m) });
        Refused("new ARR", Valid with { Measures = [PublishedMeasure.Of(CompMeasure.NewArr, Band.AtLeast(1m))] });

        static void Refused(string name, PublishedCompPlan band) =>
            Assert.StartsWith(
                name + " of ",
                Refusal.By<ArgumentException>("position", () => band.PlanAt(0.5m)).Message,
                StringComparison.Ordinal);
    }

    [Fact]
    public void AResidualWithoutAPublishedTimeHasTheDefaultDuration()
    {
        PublishedCompPlan band = Valid with { ResidualRate = Band.Between(0.1m, 0.2m) };

        Assert.Equal(new Residual { Rate = 0.15m }, band.PlanAt(0.5m).Residual);
    }

    [Fact]
    public void FiguresOutsideTheirRangeAreRefused()
    {
        Refused("OnTargetEarnings", () => Valid with { OnTargetEarnings = Band.Between(0m, 1m) });
        Refused("ResidualRate", () => Valid with { ResidualRate = Band.Between(8m, 14m) });
        Refused("ResidualMonths", () => Valid with { ResidualMonths = 0 });
        Refused("Draw", () => Valid with { Draw = Band.Between(-1m, 1m) });
        Refused("target", () => PublishedMeasure.Of(CompMeasure.NewArr, Band.Between(-1m, 1m)));
        Refused("PeoplePerDeal", () => new DealTeamCoverage { PeoplePerDeal = 0 });
        Refused("WinRateLossWithOne", () => new DealTeamCoverage { WinRateLossWithOne = 42m });
        Refusal.By<ArgumentException>(() => new DealTeamCoverage { Roles = ["SC", "sc"] });
        Refusal.By<ArgumentException>(() => new DealTeamCoverage { Roles = [" "] });
        Refusal.By<ArgumentException>(() => new DealTeamCoverage { Segment = "" });

        static void Refused(string name, Func<object> make) =>
            Assert.Equal(name, Refusal.By<ArgumentOutOfRangeException>(make).ParamName);
    }

    [Fact]
    public void OneConsultantLoses42PercentOfTheWinRate()
    {
        DealTeamCoverage coverage = Iot.FindCompPlan("OT Solutions Consultant")!.Coverage!;

        Assert.Equal(0.2204m, coverage.WinRateWithOne(Iot.BuyerMotion!.DualBuyerWinRate));
        Refusal.By<ArgumentOutOfRangeException>(() => coverage.WinRateWithOne(38m));
        Assert.Null(Ipaas.FindCompPlan("Integration Architect")!.Coverage!.WinRateWithOne(0.38m));
    }

    [Fact]
    public void PlansPrintThePublishedFigures()
    {
        Assert.Equal(
            "Mid-Market AE: 245,000-340,000 OTE, 50/50, on new ARR 2,400,000-3,600,000, "
            + "residual 8%-14% of expansion-module ARR for 18 months, "
            + "gate IT and OT stakeholders both engaged for Mid-Market Industrial",
            Iot.FindCompPlan("Mid-Market AE")!.ToString());
        Assert.Equal(
            "Enterprise AE: 440,000-640,000 OTE, 45/55, on new ARR 5,400,000-8,400,000, "
            + "accelerators on AI Integration without a published rate, vesting 55/30/15, "
            + "draw 100,000-160,000",
            Ipaas.FindCompPlan("Enterprise AE")!.ToString());
        Assert.Equal(
            "CSM: 135,000-185,000 OTE, 70/30, on expansion ARR 420,000-620,000 and logo retention 96% and gross "
                + "retention 92%",
            Iot.FindCompPlan("CSM")!.ToString());
        Assert.Equal(
            "2 a deal of Enterprise Asset-Intensive: IT Solutions Consultant, OT Solutions Consultant; "
            + "one alone loses 42% of the win rate of dual-buyer deals",
            Iot.FindCompPlan("IT Solutions Consultant")!.Coverage!.ToString());
        Assert.Equal(
            "required from Mid-Market Cross-System",
            Ipaas.FindCompPlan("Integration Architect")!.Coverage!.ToString());
        Assert.Equal("activations (no published target)", PublishedMeasure.Of(CompMeasure.Activations).ToString());
        Assert.Equal("new ARR 1,000+", PublishedMeasure.Of(CompMeasure.NewArr, Band.AtLeast(1_000m)).ToString());
    }

    private static PublishedMeasure Retention(CompMeasure measure) =>
        PublishedMeasure.Of(measure, Band.Between(0.9m, 0.95m));
}
