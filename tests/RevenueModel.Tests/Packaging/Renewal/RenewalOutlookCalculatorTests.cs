using FsCheck.Xunit;
using RevenueModel.Packaging;
using RevenueModel.Primitives;
using RevenueModel.Tests.Generators;
using RevenueModel.Tests.Helpers;

namespace RevenueModel.Tests.Packaging;

public class RenewalOutlookCalculatorTests
{
    private static readonly PricingRetention Predictable = PricingRetention.Of("Tiers", 0.95m);
    private static readonly PricingRetention PureUsage = PricingRetention.Of(
        "Usage", 0.78m, Band.Between(0.20m, 0.40m));

    [Fact]
    public void PressureCutsThePriceOfWhatRenews()
    {
        RenewalOutlook outlook = RenewalOutlookCalculator.Outlook(PureUsage, 1_000_000m);

        Assert.Equal(780_000m, outlook.RenewedBeforePressure);
        Assert.Equal(220_000m, outlook.LostToChurn);
        Assert.Equal(Band.Between(156_000m, 312_000m), outlook.LostToPressure);
        Assert.Equal(Band.Between(468_000m, 624_000m), outlook.Renewed);
        Assert.Null(outlook.RenewedWithinInterval);
        Assert.Equal(Band.Between(0.468m, 0.624m), PureUsage.ArrRetention);
    }

    [Fact]
    public void WithoutPressureTheBandHasOneValue()
    {
        RenewalOutlook outlook = RenewalOutlookCalculator.Outlook(Predictable, 1_000_000m);

        Assert.Equal(Band.Between(950_000m, 950_000m), outlook.Renewed);
        Assert.Null(outlook.LostToPressure);
        Assert.Equal(50_000m, outlook.LostToChurn);
    }

    [Fact]
    public void ModelsDifferByABandOfArrAndInPoints()
    {
        RenewalComparison comparison = RenewalOutlookCalculator.Compare(PureUsage, Predictable, 1_000_000m);

        Assert.Equal(17m, comparison.RetentionPoints);
        Assert.Equal(Band.Between(326_000m, 482_000m), comparison.Difference);
        Assert.Equal(Band.Between(32.6m, 48.2m), comparison.ArrPoints);
        Assert.Equal(
            Band.Between(-482_000m, -326_000m),
            RenewalOutlookCalculator.Compare(Predictable, PureUsage, 1_000_000m).Difference);
        Assert.Equal(
            "Tiers against Usage: +17 points of retention, 32.6-48.2 points of ARR, 326,000-482,000 of ARR",
            comparison.ToString());
    }

    // Wilson's intervals of 95 of 100 and 39 of 50, from the formula in another language.
    [Theory]
    [InlineData(95, 100, 0.8882495307680808, 0.9784563208456319)]
    [InlineData(39, 50, 0.6475845041874634, 0.8724608402978559)]
    public void OwnRenewalsTakeThePlaceOfPublishedOnesWithTheirInterval(
        int renewed, int upForRenewal, double lower, double upper)
    {
        PricingRetention own = PricingRetention.Measured("Tiers", renewed, upForRenewal, Band.Between(0.1m, 0.2m));

        RenewalOutlook outlook = RenewalOutlookCalculator.Outlook(own, 1_000m);

        Assert.Equal((decimal)renewed / upForRenewal, own.RenewalRetention);
        Assert.Equal(lower, own.Interval!.Value.Lower, 12);
        Assert.Equal(upper, own.Interval.Value.Upper, 12);
        Assert.Null(own.Citation);
        Assert.Equal(1_000m * own.RenewalRetention * 0.9m, outlook.Renewed.Max);
        Assert.Equal((decimal)lower * 800m, outlook.RenewedWithinInterval!.Value.Min, 9);
        Assert.Equal((decimal)upper * 900m, outlook.RenewedWithinInterval.Value.Max!.Value, 9);
        Assert.NotEqual(RenewalOutlookCalculator.Outlook(PureUsage, 1_000m), outlook);
    }

    [Fact]
    public void FewRenewalsAreKnownLessWellThanMany()
    {
        PricingRetention few = PricingRetention.Measured("Tiers", 19, 20);
        PricingRetention many = PricingRetention.Measured("Tiers", 1_900, 2_000);

        Assert.Equal(few.RenewalRetention, many.RenewalRetention);
        Assert.True(many.Interval!.Value.Lower > few.Interval!.Value.Lower);
        Assert.True(PricingRetention.Measured("Tiers", 19, 20, confidence: 0.5).Interval!.Value.Lower
            > few.Interval.Value.Lower);
    }

    [Fact]
    public void WhatIsNoRetentionIsRefused()
    {
        Refusal.By<ArgumentException>(() => PricingRetention.Of(" ", 0.95m));
        Assert.Contains(
            "for 95% write 0.95",
            Refusal.By<ArgumentOutOfRangeException>(() => PricingRetention.Of("Tiers", 95m)).Message,
            StringComparison.Ordinal);
        Refusal.By<ArgumentOutOfRangeException>(() => PricingRetention.Of("Tiers", 0.95m, Band.Between(0.2m, 1.4m)));
        Refusal.By<ArgumentOutOfRangeException>(() => PricingRetention.Of("Tiers", 0.95m, Band.AtLeast(0.2m)));
        Refusal.By<ArgumentOutOfRangeException>(() => PricingRetention.Measured("Tiers", 0, 0));
        Refusal.By<ArgumentOutOfRangeException>(() => PricingRetention.Measured("Tiers", 6, 5));
        Refusal.By<ArgumentOutOfRangeException>(() => PricingRetention.Measured("Tiers", -1, 5));
        Refusal.By<ArgumentOutOfRangeException>(() => PricingRetention.Measured("Tiers", 4, 5, confidence: 1));
        Refusal.By<ArgumentOutOfRangeException>(() => RenewalOutlookCalculator.Outlook(Predictable, -1m));
        Refusal.By<ArgumentNullException>(() => RenewalOutlookCalculator.Outlook(null!, 1m));
    }

    [Property]
    public bool LowIsNotAboveHighNorHighAboveArr(Cents arr, Fraction retention, Fraction one, Fraction other)
    {
        RenewalOutlook outlook = Outlook(arr, retention, one, other);
        return outlook.Renewed.Min >= 0m
            && outlook.Renewed.Min <= outlook.Renewed.Max
            && outlook.Renewed.Max <= outlook.UpForRenewal;
    }

    [Property]
    public bool WhatRenewsChurnsAndIsPressedOutSumsToArrAtEitherEnd(
        Cents arr, Fraction retention, Fraction one, Fraction other)
    {
        RenewalOutlook outlook = Outlook(arr, retention, one, other);
        return outlook.Renewed.Min + outlook.LostToChurn + outlook.LostToPressure!.Value.Max == outlook.UpForRenewal
            && outlook.Renewed.Max + outlook.LostToChurn + outlook.LostToPressure!.Value.Min == outlook.UpForRenewal;
    }

    [Property]
    public bool TheRenewedShareIsTheArrRetention(Cents arr, Fraction retention, Fraction one, Fraction other)
    {
        RenewalOutlook outlook = Outlook(arr, retention, one, other);
        return outlook.Renewed.Min == outlook.UpForRenewal * outlook.Retention.ArrRetention.Min
            && outlook.Renewed.Max == outlook.UpForRenewal * outlook.Retention.ArrRetention.Max;
    }

    [Property]
    public bool SwappingTheModelsTurnsTheDifference(
        Cents arr, Fraction retention, Fraction other, Fraction low, Fraction high)
    {
        decimal upForRenewal = Math.Abs(arr.Amount);
        PricingRetention one = PricingRetention.Of("One", retention, Pressure(low, high));
        PricingRetention two = PricingRetention.Of("Two", other);
        RenewalComparison there = RenewalOutlookCalculator.Compare(one, two, upForRenewal);
        RenewalComparison back = RenewalOutlookCalculator.Compare(two, one, upForRenewal);
        return there.Difference.Min == -back.Difference.Max
            && there.Difference.Max == -back.Difference.Min
            && there.RetentionPoints == -back.RetentionPoints
            && there.ArrPoints.Min == -back.ArrPoints.Max;
    }

    [Property]
    public bool TheIntervalWidensTheBand(byte renewed, byte lost, Fraction low, Fraction high)
    {
        PricingRetention own = PricingRetention.Measured("Own", renewed, renewed + lost + 1L, Pressure(low, high));
        RenewalOutlook outlook = RenewalOutlookCalculator.Outlook(own, 1_000m);
        Band<decimal> wide = outlook.RenewedWithinInterval!.Value;
        const decimal Last = 0.000_000_001m; // the interval is of doubles
        return wide.Min <= outlook.Renewed.Min + Last
            && wide.Max >= outlook.Renewed.Max - Last
            && wide.Max <= outlook.UpForRenewal;
    }

    private static RenewalOutlook Outlook(Cents arr, Fraction retention, Fraction one, Fraction other) =>
        RenewalOutlookCalculator.Outlook(
            PricingRetention.Of("Model", retention, Pressure(one, other)), Math.Abs(arr.Amount));

    private static Band<decimal> Pressure(Fraction one, Fraction other) =>
        Band.Between(Math.Min(one.Value, other.Value), Math.Max(one.Value, other.Value));
}
