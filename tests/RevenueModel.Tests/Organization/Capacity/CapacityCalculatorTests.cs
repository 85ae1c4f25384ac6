using FsCheck;
using FsCheck.Xunit;
using NodaTime;
using RevenueModel.Organization;
using RevenueModel.Primitives;
using RevenueModel.Tests.Helpers;

namespace RevenueModel.Tests.Organization.Capacity;

public class CapacityCalculatorTests
{
    private static readonly YearMonth From = new(2027, 1);

    private static readonly CapacityTerms Terms = new()
    {
        AnnualQuota = 1_200_000m, Attainment = 0.8m, Ramp = RampCurve.Of(0m, 0.25m, 0.5m, 0.75m, 1m),
    };

    // Day by day: each working day brings its part of the month at the share that the ramp has reached.
    [Property(MaxTest = 40)]
    public void CapacityIsThatOfEachDay(int seed)
    {
        var random = new Random(seed);
        SalesHead[] heads = [.. Enumerable.Range(0, random.Next(6)).Select(i => Head(random, i))];
        ValueList<CapacityMonth> capacity = CapacityCalculator.ByMonth(Terms, heads, From, 24);

        for (int i = 0; i < 24; i++)
        {
            YearMonth month = From.PlusMonths(i);
            double ramped = heads.Sum(head =>
                DaysOf(head, month) * (double)Terms.Ramp.ShareAt(WorkedMonths(head, month)));
            double days = month.OnDayOfMonth(1).With(DateAdjusters.EndOfMonth).Day;
            Assert.Equal(ramped / days, (double)capacity[i].RampedHeads, 1e-12);
            Assert.Equal(heads.Sum(head => DaysOf(head, month)) / days, (double)capacity[i].Heads, 1e-12);
            Assert.Equal(ramped / days * 100_000 * 0.8, (double)capacity[i].Bookings, 1e-6);
            Assert.Equal(capacity[i].Quota * 0.8m, capacity[i].Bookings);
        }
    }

    [Property(MaxTest = 40)]
    public bool MoreHeadsNeverHaveLessCapacity(int seed)
    {
        var random = new Random(seed);
        SalesHead[] heads = [.. Enumerable.Range(0, 1 + random.Next(6)).Select(i => Head(random, i))];
        ValueList<CapacityMonth> few = CapacityCalculator.ByMonth(Terms, heads.Skip(1), From, 24);
        ValueList<CapacityMonth> many = CapacityCalculator.ByMonth(Terms, heads, From, 24);
        return Enumerable.Range(0, 24).All(i => many[i].Bookings >= few[i].Bookings);
    }

    [Fact]
    public void ZeroHeadsBookNothing()
    {
        Assert.All(
            CapacityCalculator.ByMonth(Terms, (SalesHead[])[], From, 12), month => Assert.Equal(0m, month.Bookings));
        Assert.All(
            CapacityCalculator.Expected(
                Terms, 0m, [], new AttritionTerms { PerYear = 0.3m, BackfillMonths = 0 }, From, 12),
            month => Assert.Equal(0m, month.Bookings));
    }

    [Fact]
    public void ALeaveOfWholeMonthsHoldsTheRamp()
    {
        SalesHead head = new()
        {
            Name = "A",
            Employed = DateSpan.From(new(2027, 1, 1)),
            Leave = [DateSpan.Between(new(2027, 3, 1), new(2027, 5, 1))],
        };
        ValueList<CapacityMonth> capacity = CapacityCalculator.ByMonth(Terms, [head], From, 6);

        Assert.Equal([0m, 0.25m, 0m, 0m, 0.5m, 0.75m], capacity.Select(month => month.RampedHeads));
    }

    [Fact]
    public void SeasonalitySpreadsTheQuotaOfTheYear()
    {
        CapacityTerms terms = new()
        {
            AnnualQuota = 1_000_000m,
            Seasonality = [0.05m, 0.05m, 0.1m, 0.05m, 0.05m, 0.1m, 0.05m, 0.05m, 0.1m, 0.1m, 0.1m, 0.2m],
        };
        SalesHead head = new() { Name = "A", Employed = DateSpan.From(new(2026, 1, 1)) };
        ValueList<CapacityMonth> capacity = CapacityCalculator.ByMonth(terms, [head], From, 12);

        Assert.Equal(1_000_000m, capacity.Sum(month => month.Quota));
        Assert.Equal(200_000m, capacity[^1].Bookings);
    }

    // A second recursion: every start is followed on its own, with the heads that are left of it.
    [Property(MaxTest = 40)]
    public void ExpectedHeadsAreThoseOfEachStart(int seed, byte rate, byte wait)
    {
        var random = new Random(seed);
        decimal[] hires = [.. Enumerable.Range(0, 6).Select(_ => (decimal)random.Next(3))];
        var attrition = new AttritionTerms
        {
            PerYear = rate / 255m, BackfillMonths = wait % 5 == 4 ? null : wait % 5,
        };
        double leaving = rate / 255.0 / 12;
        ValueList<CapacityMonth> capacity = CapacityCalculator.Expected(Terms, 10m, hires, attrition, From, 18);
        var starts = new double[18];
        var left = new double[18];
        for (int month = 0; month < 18; month++)
        {
            int vacant = month - 1 - (attrition.BackfillMonths ?? 99);
            starts[month] = (vacant >= 0 ? left[vacant] : 0) + (month < 6 ? (double)hires[month] : 0);
            double heads = 10 * Math.Pow(1 - leaving, month);
            double ramped = heads;
            for (int start = 0; start <= month; start++)
            {
                double staying = starts[start] * Math.Pow(1 - leaving, month - start);
                heads += staying;
                ramped += staying * (double)Terms.Ramp.ShareAt(month - start);
            }

            left[month] = heads * leaving;
            Assert.Equal(heads, (double)capacity[month].Heads, 1e-9);
            Assert.Equal(ramped, (double)capacity[month].RampedHeads, 1e-9);
            Assert.Equal(left[month], (double)capacity[month].Leavers, 1e-9);
        }
    }

    [Fact]
    public void CompoundAttritionLeavesTheShareOfTheYear()
    {
        var attrition = new AttritionTerms { PerYear = 0.3m, Convention = AttritionConvention.Compound };
        ValueList<CapacityMonth> capacity = CapacityCalculator.Expected(Terms, 100m, [], attrition, From, 13);

        Assert.Equal(70, (double)capacity[12].Heads, 1e-9);
        Assert.Equal(30, (double)capacity.Take(12).Sum(month => month.Leavers), 1e-9);
        ValueList<CapacityMonth> twelfth = CapacityCalculator.Expected(
            Terms, 100m, [], attrition with { Convention = AttritionConvention.Twelfth }, From, 13);
        Assert.Equal(100 * Math.Pow(1 - (0.3 / 12), 12), (double)twelfth[12].Heads, 1e-9);
        Assert.Equal(
            0m,
            CapacityCalculator.Expected(
                Terms,
                100m,
                [],
                new AttritionTerms { PerYear = 1m, Convention = AttritionConvention.Compound },
                From,
                2)[1].Heads);
    }

    [Fact]
    public void RefusalsNameTheValue()
    {
        Refusal.With(
            "months was 0; 1 to 1,200 is expected.",
            () => CapacityCalculator.ByMonth(Terms, (SalesHead[])[], From, 0));
        Refusal.With(
            "Seasonality was 2 shares that sum to 1.0; twelve shares that sum to 1 is expected.",
            () => Terms with { Seasonality = [0.5m, 0.5m] });
        Refusal.Any<ArgumentException>(() => new SalesHead
        {
            Name = "A", Employed = DateSpan.Year(2027), Leave = [DateSpan.Year(2027), DateSpan.Year(2027)],
        });
        Refusal.Any<ArgumentException>(
            () => CapacityCalculator.Expected(Terms, -1m, [], new AttritionTerms { PerYear = 0.1m }, From, 1));
        Refusal.Any<ArgumentException>(() => CapacityCalculator.Estimate(
            decimal.MaxValue, 0m, decimal.MaxValue, 1m, 0m));
    }

    private static SalesHead Head(Random random, int i)
    {
        LocalDate start = new LocalDate(2026, 6, 1).PlusDays(random.Next(600));
        LocalDate end = start.PlusDays(1 + random.Next(500));
        LocalDate leave = start.PlusDays(random.Next(200));
        return new SalesHead
        {
            Name = $"{i}",
            Employed = random.Next(2) == 0 ? DateSpan.From(start) : DateSpan.Between(start, end),
            Leave = random.Next(2) == 0 ? [] : [DateSpan.Between(leave, leave.PlusDays(1 + random.Next(90)))],
        };
    }

    private static int DaysOf(SalesHead head, YearMonth month)
    {
        int days = 0;
        for (LocalDate day = month.OnDayOfMonth(1); day.ToYearMonth() == month; day = day.PlusDays(1))
        {
            days += head.Employed.Contains(day) && !head.Leave.Any(leave => leave.Contains(day)) ? 1 : 0;
        }

        return days;
    }

    private static int WorkedMonths(SalesHead head, YearMonth before)
    {
        int months = 0;
        for (YearMonth month = head.Employed.Start.ToYearMonth(); month < before; month = month.PlusMonths(1))
        {
            months += DaysOf(head, month) > 0 ? 1 : 0;
        }

        return months;
    }
}
