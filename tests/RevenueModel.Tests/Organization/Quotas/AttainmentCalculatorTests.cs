using FsCheck.Xunit;
using RevenueModel.Compensation.Analysis;
using RevenueModel.Organization;
using RevenueModel.Statistics;
using RevenueModel.Tests.Helpers;

namespace RevenueModel.Tests.Organization.Quotas;

public class AttainmentCalculatorTests
{
    // Five above 130% and seven below 50%: an average near 90% that few people carry.
    [Fact]
    public void TheProfileShowsWhatTheAverageHides()
    {
        AttainmentProfile profile = AttainmentCalculator.Measure(
            [1.31m, 1.4m, 1.5m, 1.6m, 1.9m, 0.49m, 0.45m, 0.4m, 0.4m, 0.35m, 0.3m, 0.2m]);

        Assert.Equal(10.3m / 12m, profile.Mean);
        Assert.Equal((0.49m + 0.45m) / 2m, profile.Median);
        Assert.Equal((5, 5m / 12m), (profile.AtQuotaCount, profile.AtQuotaShare!.Value));
        Assert.Equal(ProportionCalculator.Wilson(5, 12), profile.AtQuotaInterval);
        Assert.Equal([7, 0, 0, 0, 5], profile.Bands.Select(band => band.Count));
        Assert.Equal("0% to 50%: 7 (58.3%)", profile.Bands[0].ToString());
    }

    [Fact]
    public void ABandHasItsLowerEndAndNotItsUpperOne() =>
        Assert.Equal(
            [1, 1, 1, 1, 1],
            AttainmentCalculator.Measure([0.499m, 0.5m, 0.8m, 1m, 1.2m]).Bands.Select(band => band.Count));

    // The conventions of quantiles are those of whole numbers.
    [Property(MaxTest = 100)]
    public void QuantilesAreThoseOfWholePercents(int seed)
    {
        var random = new Random(seed);
        int[] percents = [.. Enumerable.Range(0, random.Next(1, 40)).Select(_ => random.Next(200))];
        QuantileMethod method = (QuantileMethod)random.Next(3);
        AttainmentProfile profile = AttainmentCalculator.Measure(
            percents.Select(percent => percent / 100m), new AttainmentOptions { Method = method });
        int[] sorted = [.. percents.Order()];
        Assert.Equal(
            ((decimal[])[0.1m, 0.25m, 0.5m, 0.75m, 0.9m])
                .Select(p => QuantileCalculator.Quantile(sorted, p, method) / 100m),
            [profile.P10, profile.P25, profile.Median, profile.P75, profile.P90]);
        Assert.Equal(percents.Length, profile.Bands.Sum(band => band.Count));
        Assert.Equal(percents.Count(percent => percent >= 100), profile.AtQuotaCount);
    }

    [Fact]
    public void WithoutPeopleThereIsNoFigure()
    {
        AttainmentProfile profile = AttainmentCalculator.Measure([]);

        Assert.Null(profile.Mean);
        Assert.Null(profile.Median);
        Assert.Null(profile.AtQuotaShare);
        Assert.Equal(0, profile.Bands.Sum(band => band.Count));
    }

    [Fact]
    public void ExpectedBookingsAreQuotaTimesMean()
    {
        TeamBookings bookings = AttainmentCalculator.ExpectedBookings(
            AttainmentDistribution.Empirical(0.4, 0.8, 1.0, 1.4), [300m, 400m]);

        Assert.Equal(700m, bookings.Quota);
        Assert.Equal(630, bookings.Expected, 9);
        Assert.Equal(500 * Math.Sqrt(0.13), bookings.StandardDeviation, 9);
        Assert.Equal(1, bookings.HeadsAtQuota, 9);
        Assert.Equal(-70, bookings.Difference, 9);
        Assert.Equal(0.9, bookings.Attainment!.Value, 9);
    }

    [Fact]
    public void RefusalsNameTheValue()
    {
        Refusal.With(
            "attainments was -0.1; zero or more is expected.", () => AttainmentCalculator.Measure([0.5m, -0.1m]));
        Refusal.With(
            "Edges was [1, 0.5]; a list of ratios above zero in ascending order is expected.",
            () => new AttainmentOptions { Edges = [1m, 0.5m] });
        Refusal.By<ArgumentException>(
            "quotas",
            () => AttainmentCalculator.ExpectedBookings(
                AttainmentDistribution.Certain(1), [decimal.MaxValue, decimal.MaxValue]));
    }
}
