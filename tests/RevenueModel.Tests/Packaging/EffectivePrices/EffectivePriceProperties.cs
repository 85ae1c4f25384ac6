using FsCheck.Xunit;
using NodaTime;
using RevenueModel.Packaging;
using RevenueModel.Pricing;
using RevenueModel.Tests.Generators;
using RevenueModel.Tests.Numerics;

namespace RevenueModel.Tests.Packaging;

/// <summary>The figures of a review once more, in exact fractions and from their definitions.</summary>
[Properties(MaxTest = 300, Arbitrary = [typeof(LadderArbitraries)])]
public class EffectivePriceProperties
{
    private static readonly ExactFraction None = ExactFraction.Of(0m);

    [Property]
    public bool TrendsAndSharesAreThoseOfExactFractions(LadderCase given, byte recentMonths, byte least)
    {
        EffectivePriceOptions options = new()
        {
            RecentMonths = 1 + (recentMonths % 4),
            ShockRule = BillShockRule.Of(1.5m) with { MinIncrease = least % 3 * 10m },
        };
        return given.Customers.Zip(given.Histories).All(one =>
        {
            CustomerEffectivePrice price = EffectivePriceCalculator.Measure(
                given.Today.Plan, "calls", one.Second, options);
            (decimal[] usage, decimal[] bills) = (one.First.Usage, one.First.Bills);
            int recent = Math.Max(usage.Length - options.RecentMonths, 0);
            ExactFraction? before = bills.Length > 1 ? Sum(bills[..^1]) / ExactFraction.Of(bills.Length - 1m) : null;
            ExactFraction? bound = before is { } mean && mean > None
                ? Max(mean * ExactFraction.Of(1.5m), mean + ExactFraction.Of(options.ShockRule.MinIncrease))
                : null;
            return IsNear(price.RecentPrice, PriceOf(bills[recent..], usage[recent..]))
                && IsNear(price.EarlierPrice, PriceOf(bills[..recent], usage[..recent]))
                && IsNear(price.PriceSlope, SlopeOf(bills, usage))
                && IsNear(price.ShockBound, bound)
                && IsNear(price.ShockShare, bound is { } known ? ExactFraction.Of(bills[^1]) / known : null)
                && (price.Status is EffectivePriceStatus.Shock) == (bound is { } limit
                    && ExactFraction.Of(bills[^1]) >= limit);
        });
    }

    [Property]
    public bool AShockOfTheReviewIsAShockOfTheLastBill(LadderCase given)
    {
        EffectivePriceReview review = EffectivePriceCalculator.Review(given.Today.Plan, "calls", given.Histories);
        string[] shocked = [.. given.Histories
            .Where(history => BillShockCalculator.Find(given.Today.Plan, history).Shocks.AsEnumerable()
                .Any(shock => shock.Month == history.Start.PlusMonths(history.Months - 1)))
            .Select(history => history.Customer)];
        return review.Customers.Take(review.ShockCount).Select(one => one.Customer).Order(StringComparer.Ordinal)
            .SequenceEqual(shocked.Order(StringComparer.Ordinal));
    }

    [Property]
    public bool ReviewHasEachHistoryOnceByUrgency(LadderCase given)
    {
        EffectivePriceReview review = EffectivePriceCalculator.Review(given.Today.Plan, "calls", given.Histories);
        CustomerEffectivePrice[] expected = [.. given.Histories
            .Select(history => EffectivePriceCalculator.Measure(given.Today.Plan, "calls", history))
            .OrderByDescending(one => one.Status)
            .ThenByDescending(one => one.ShockShare ?? -1m)
            .ThenByDescending(one => one.PriceChange ?? -2m)];
        return review.Customers.SequenceEqual(expected)
            && review.ToReview().SequenceEqual(expected.Where(one => one.Status is not EffectivePriceStatus.Steady));
    }

    // A month of thirty days that has the usage of n of them is a month with that usage by n and times thirty.
    [Property]
    public bool AMonthAtPaceIsAWholeMonthOfThatUsage(LadderCase given, byte days)
    {
        int day = 1 + (days % 30);
        return given.Customers.All(customer =>
        {
            YearMonth start = new YearMonth(2027, 4).PlusMonths(1 - customer.Usage.Length);
            decimal[] soFar = [.. customer.Usage[..^1], customer.Usage[^1] * day];
            decimal[] whole = [.. customer.Usage[..^1], customer.Usage[^1] * 30m];
            CustomerEffectivePrice atPace = EffectivePriceCalculator.Measure(
                given.Today.Plan,
                "calls",
                UsageHistory.Of("A", start, "calls", soFar),
                new() { UsageThrough = new LocalDate(2027, 4, day) });
            CustomerEffectivePrice complete = EffectivePriceCalculator.Measure(
                given.Today.Plan, "calls", UsageHistory.Of("A", start, "calls", whole));
            return atPace.Months == complete.Months
                && atPace.ShockShare == complete.ShockShare
                && atPace.IsAtPace == day < 30;
        });
    }

    private static ExactFraction? PriceOf(decimal[] bills, decimal[] usage) =>
        Sum(usage) > None ? Sum(bills) / Sum(usage) : null;

    // The slope by deviations from the means.
    private static ExactFraction? SlopeOf(decimal[] bills, decimal[] usage)
    {
        (ExactFraction X, ExactFraction Y)[] points =
            [.. usage.Select((used, at) => (used, at)).Where(one => one.used > 0m)
                .Select(one => (
                    ExactFraction.Of((decimal)one.at), ExactFraction.Of(bills[one.at]) / ExactFraction.Of(one.used)))];
        if (points.Length < 2)
        {
            return null;
        }

        ExactFraction count = ExactFraction.Of((decimal)points.Length);
        ExactFraction meanX = points.Aggregate(None, (sum, point) => sum + point.X) / count;
        ExactFraction meanY = points.Aggregate(None, (sum, point) => sum + point.Y) / count;
        return points.Aggregate(None, (sum, point) => sum + ((point.X - meanX) * (point.Y - meanY)))
            / points.Aggregate(None, (sum, point) => sum + ((point.X - meanX) * (point.X - meanX)));
    }

    private static ExactFraction Sum(decimal[] values) =>
        values.Aggregate(None, (sum, value) => sum + ExactFraction.Of(value));

    private static ExactFraction Max(ExactFraction one, ExactFraction other) => one > other ? one : other;

    private static bool IsNear(decimal? figure, ExactFraction? exact)
    {
        if (figure is not { } known || exact is not { } value)
        {
            return figure is null && exact is null;
        }

        ExactFraction difference = ExactFraction.Of(known) - value;
        return Max(difference, None - difference) <= ExactFraction.Of(0.000_000_000_000_000_01m);
    }
}
