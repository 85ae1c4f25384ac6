using FsCheck.Xunit;
using NodaTime;
using RevenueModel.Compensation;
using RevenueModel.Primitives;
using RevenueModel.Tests.Numerics;
using RevenueModel.Tests.Generators;
using RevenueModel.Tests.Helpers;

namespace RevenueModel.Tests.Compensation;

public class QuotaCalculatorTests
{
    private static readonly LocalDate NewYear = new(2027, 1, 1);
    private static readonly DateSpan Year = DateSpan.Year(2027);

    private static readonly PayComponent Arr =
        new() { Measure = CompMeasure.NewArr, Weight = 0.6m, Target = PayTarget.PerYear(1_200_000m) };
    private static readonly PayComponent Retention =
        new() { Measure = CompMeasure.GrossRetention, Weight = 0.4m, Target = PayTarget.Level(0.95m) };

    private static readonly CompPlan Plan = new()
    {
        Role = "Account executive",
        OnTargetEarnings = 200_000m,
        PayMix = PayMix.OfPercent(40, 60),
        Components = [Arr, Retention],
    };

    [Property]
    public bool ADayLiesInItsMeasurementPeriod(CompPlan plan, LocalDate date)
    {
        foreach (PayComponent component in plan.Components)
        {
            DateSpan period = QuotaCalculator.PeriodOf(plan, component, date);
            int months =
                component.Period switch { MeasurementPeriod.Month => 1, MeasurementPeriod.Quarter => 3, _ => 12 };
            if (!period.Contains(date)
                || period != DateSpan.Months(period.Start, months)
                || period.Start.Day != 1
                || (period.Start.Month - plan.Calendar.StartMonth + 12) % months != 0)
            {
                return false;
            }
        }

        return true;
    }

    [Property]
    public bool WithoutRampAWholePeriodHasItsPartOfTheTarget(CompPlan plan, LocalDate date)
    {
        plan = plan with { Ramp = default, DayCount = DayCount.ActualActual };
        return plan.Components.Where(component => component.Target!.Shares.IsEmpty).All(component =>
        {
            DateSpan period = QuotaCalculator.PeriodOf(plan, component, date);
            decimal part = component.Period switch
            {
                MeasurementPeriod.Month => 1m,
                MeasurementPeriod.Quarter => 3m,
                _ => 12m,
            };
            decimal year = component.Target!.PerYearAmount;
            decimal target = component.Measure.Kind == MeasureKind.Level ? year : year * part / 12m;
            return QuotaCalculator.Target(plan, component, period, default, date) == target
                && QuotaCalculator.TargetPay(plan, component, period, default)
                    == plan.TargetVariable * component.Weight * part / 12m;
        });
    }

    [Property]
    public bool TargetsOfPartsOfAPeriodSumToThatOfTheWhole(
        CompPlan plan, LocalDate date, DateSpan inForce, LocalDate cut)
    {
        if (inForce.Start >= cut || inForce.End <= cut)
        {
            return true;
        }

        DateSpan before = DateSpan.Between(inForce.Start, cut);
        DateSpan after = inForce.End is { } end ? DateSpan.Between(cut, end) : DateSpan.From(cut);
        return plan.Components.Where(component => component.Measure.Kind == MeasureKind.Flow).All(component =>
        {
            DateSpan period = QuotaCalculator.PeriodOf(plan, component, date);
            return Near(TargetOf(before) + TargetOf(after), TargetOf(inForce))
                && Near(PayOf(before) + PayOf(after), PayOf(inForce));

            decimal TargetOf(DateSpan span) =>
                period.Overlaps(span) ? QuotaCalculator.Target(plan, component, period, span, inForce.Start) : 0m;
            decimal PayOf(DateSpan span) =>
                period.Overlaps(span) ? QuotaCalculator.TargetPay(plan, component, period, span) : 0m;
        });
    }

    [Property]
    public bool TheTargetIsTheSumOverTheMonthsOfTenure(CompPlan plan, LocalDate hired, LocalDate date)
    {
        DateSpan inForce = DateSpan.From(hired);
        return plan.Components.Where(IsEvenQuota).All(component =>
        {
            DateSpan period = QuotaCalculator.PeriodOf(plan, component, date);
            int months =
                component.Period switch { MeasurementPeriod.Month => 1, MeasurementPeriod.Quarter => 3, _ => 12 };
            decimal sum = 0m;
            for (int i = 0; hired.PlusMonths(i) < period.End; i++)
            {
                decimal share = i < plan.Ramp.Months.Count ? plan.Ramp.Months[i].QuotaShare : 1m;
                DateSpan month = DateSpan.Between(hired.PlusMonths(i), hired.PlusMonths(i + 1));
                sum += component.Target!.PerYearAmount * months / 12m * share
                    * ProrationCalculator.Fraction(period, month, plan.DayCount);
            }

            return !period.Overlaps(inForce)
                || Near(QuotaCalculator.Target(plan, component, period, inForce, hired), sum);
        });
    }

    [Property]
    public bool ATargetIsNeverBelowZeroNorAboveThatWithoutRamp(CompPlan plan, LocalDate date, DateSpan inForce) =>
        plan.Components.All(component =>
        {
            DateSpan period = QuotaCalculator.PeriodOf(plan, component, date);
            if (!period.Overlaps(inForce))
            {
                return true;
            }

            decimal target = QuotaCalculator.Target(plan, component, period, inForce, inForce.Start);
            return target >= 0m
                && target
                    <= QuotaCalculator.Target(plan with { Ramp = default }, component, period, inForce, inForce.Start);
        });

    // To the last digit: what is left of a target by rounding would make any credit a huge attainment.
    [Property]
    public bool ARampThatAsksForNothingLeavesNoTargetAtAll(CompPlan plan, LocalDate hired, WholeMonths any)
    {
        plan = plan with { Ramp = Ramp.OfQuota(new decimal[40]) };
        DateSpan period = any;
        LocalDate start = period.Start.PlusDays(hired.Day);
        return plan.Components.Where(component => component.Measure.Kind == MeasureKind.Flow).All(
            component => start >= period.End
                || QuotaCalculator.Target(plan, component, period, DateSpan.From(start), start) == 0m);
    }

    [Property]
    public bool AFullGuaranteeIsTheTargetPayOfTheMonths(CompPlan plan, WholeMonths any, LocalDate hired)
    {
        RampMonth month = RampMonth.Of(0m, guaranteedShare: 1m);
        plan = plan with { Ramp = Ramp.Of([.. Enumerable.Repeat(month, 100)]) };
        DateSpan span = any;
        LocalDate start = LocalDate.Max(hired, span.Start.PlusMonths(-12));
        DateSpan inForce = DateSpan.From(start);
        if (start >= span.End)
        {
            return true;
        }

        decimal pay = 0m;
        foreach (DateSpan part in Enumerable.Range(0, ProrationCalculator.MonthsIn(span))
            .Select(i => ProrationCalculator.PeriodOf(span, i, 1))
            .Where(part => part.Overlaps(inForce)))
        {
            pay += plan.Components.Sum(component => QuotaCalculator.TargetPay(plan, component, part, inForce));
        }

        return Near(QuotaCalculator.Guarantee(plan, span, inForce, start), pay);
    }

    [Theory]
    [InlineData(DayCount.ActualActual, 214, 365)]
    [InlineData(DayCount.Actual365, 214, 365)]
    [InlineData(DayCount.Thirty360, 210, 360)]
    public void AMidYearHireHasTheDaysThatAreLeftOfTheYear(DayCount dayCount, int days, int year)
    {
        var hired = new LocalDate(2027, 6, 1);
        CompPlan plan = Plan with { DayCount = dayCount };

        Assert.Equal(1_200_000m * days / year, QuotaCalculator.Target(plan, Arr, Year, DateSpan.From(hired), hired));
        Assert.Equal(72_000m * days / year, QuotaCalculator.TargetPay(plan, Arr, Year, DateSpan.From(hired)));
    }

    [Theory]
    [InlineData(DayCount.ActualActual, 306, 366)]
    [InlineData(DayCount.Actual365, 306, 365)]
    [InlineData(DayCount.Thirty360, 300, 360)]
    public void ALeapYearHasADayMore(DayCount dayCount, int days, int year)
    {
        var hired = new LocalDate(2028, 3, 1);
        Assert.Equal(
            1_200_000m * days / year,
            QuotaCalculator.Target(
                Plan with { DayCount = dayCount }, Arr, DateSpan.Year(2028), DateSpan.From(hired), hired));
    }

    [Fact]
    public void ALevelIsNeitherProratedNorRamped()
    {
        var hired = new LocalDate(2027, 12, 1);
        CompPlan plan = Plan with { Ramp = Ramp.OfQuota(0m, 0m) };

        Assert.Equal(0.95m, QuotaCalculator.Target(plan, Retention, Year, DateSpan.From(hired), hired));
        Assert.Equal(48_000m * 31m / 365m, QuotaCalculator.TargetPay(plan, Retention, Year, DateSpan.From(hired)));
    }

    [Fact]
    public void ARampReducesTheTargetAndNotThePay()
    {
        // By twelfths of a year of 360 days: 0, 50% and 100% of 100,000 for the first three months.
        CompPlan plan = Plan with { DayCount = DayCount.Thirty360, Ramp = Ramp.OfQuota(0m, 0.5m) };

        Assert.Equal(1_050_000m, QuotaCalculator.Target(plan, Arr, Year, Year, NewYear));
        Assert.Equal(72_000m, QuotaCalculator.TargetPay(plan, Arr, Year, Year));
    }

    [Fact]
    public void ARampCountsFromTheFirstDayOfTenureWhateverThePeriod()
    {
        // Hired in mid November: February's first half is the third month of tenure.
        CompPlan plan = Plan with { DayCount = DayCount.Thirty360, Ramp = Ramp.OfQuota(0m, 0m, 0.5m) };
        var hired = new LocalDate(2026, 11, 16);
        PayComponent monthly = Arr with { Period = MeasurementPeriod.Month };

        Assert.Equal(25_000m, Target(new LocalDate(2027, 1, 20)));
        Assert.Equal(75_000m, Target(new LocalDate(2027, 2, 20)));
        Assert.Equal(100_000m, Target(new LocalDate(2027, 3, 20)));

        decimal Target(LocalDate date) => QuotaCalculator.Target(
            plan, monthly, QuotaCalculator.PeriodOf(plan, monthly, date), DateSpan.From(hired), hired);
    }

    [Fact]
    public void QuarterWithoutQuotaPaysAsWithoutARamp()
    {
        CompPlan plan = Plan with { Ramp = Ramp.OfQuota(0m, 0m, 0m) };
        DateSpan quarter = DateSpan.Of(YearQuarter.Of(2027, 1));

        Assert.Equal(0m, QuotaCalculator.Target(plan, Arr, quarter, Year, NewYear));
        Assert.Equal(
            QuotaCalculator.Terms(Plan, Arr, quarter, Year, NewYear),
            QuotaCalculator.Terms(plan, Arr, quarter, Year, NewYear));
    }

    [Fact]
    public void TermsOfAPeriodWithoutThePlanAreRefused()
    {
        var refused = Refusal.By<ArgumentOutOfRangeException>(
            () => QuotaCalculator.Terms(Plan, Arr, DateSpan.Of(YearQuarter.Of(2028, 1)), Year, NewYear));

        Assert.Contains("[2028-01-01, 2028-04-01)", refused.Message, StringComparison.Ordinal);
        Assert.Contains("[2027-01-01, 2028-01-01)", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void AGuaranteeIsAShareOfTheTargetPayOfItsMonths()
    {
        CompPlan plan = Plan with
        {
            DayCount = DayCount.Thirty360,
            Ramp = Ramp.Of(RampMonth.Of(0m, 1m), RampMonth.Of(0.5m, 0.5m), RampMonth.Of(1m)),
        };
        var hired = new LocalDate(2027, 1, 16);

        // 10,000 a month: half a month in full, then half a month in full and half at 50%, then half at 50%.
        Assert.Equal(5_000m, Guarantee(1));
        Assert.Equal(7_500m, Guarantee(2));
        Assert.Equal(2_500m, Guarantee(3));
        Assert.Equal(0m, Guarantee(4));
        Assert.Equal(15_000m, QuotaCalculator.Guarantee(plan, Year, DateSpan.From(hired), hired));

        decimal Guarantee(int month) => QuotaCalculator.Guarantee(
            plan, DateSpan.Of(new YearMonth(2027, month)), DateSpan.From(hired), hired);
    }

    [Fact]
    public void APlanThatIsNotInForceHasNoTargetAndNoGuarantee()
    {
        DateSpan later = DateSpan.From(new LocalDate(2028, 1, 1));
        CompPlan plan = Plan with { Ramp = Ramp.Of(RampMonth.Of(0m, 1m)) };
        Refused(() => QuotaCalculator.Target(plan, Arr, Year, later, later.Start));
        Refused(() => QuotaCalculator.Target(plan, Retention, Year, later, later.Start));
        Refused(() => QuotaCalculator.TargetPay(plan, Arr, Year, later));
        Refused(() => QuotaCalculator.Terms(plan, Arr, Year, later, later.Start));
        Assert.Equal(0m, QuotaCalculator.Guarantee(plan, Year, later, later.Start));

        static void Refused(Func<object> refused) => Assert.StartsWith(
            "period was [2027-01-01, 2028-01-01); a measurement period in which the plan is in force, [2028-01-01, ",
            Refusal.By<ArgumentOutOfRangeException>("period", refused).Message,
            StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(MeasurementPeriod.Year, "[2026-02-01, 2027-02-01)")]
    [InlineData(MeasurementPeriod.Quarter, "[2026-11-01, 2027-02-01)")]
    [InlineData(MeasurementPeriod.Month, "[2027-01-01, 2027-02-01)")]
    public void PeriodsFollowTheFiscalCalendar(MeasurementPeriod period, string expected)
    {
        CompPlan plan = Plan with { Calendar = FiscalCalendar.StartingIn(2) };
        Assert.Equal(
            expected,
            QuotaCalculator.PeriodOf(plan, Arr with { Period = period }, new LocalDate(2027, 1, 31)).ToString());
    }

    [Theory]
    [InlineData(MeasurementPeriod.Year, 1_200_000, 72_000)]
    [InlineData(MeasurementPeriod.Quarter, 300_000, 18_000)]
    [InlineData(MeasurementPeriod.Month, 100_000, 6_000)]
    public void AMeasurementPeriodHasItsPartOfTheYear(MeasurementPeriod period, decimal target, decimal pay)
    {
        PayComponent component = Arr with { Period = period, AmountCap = 90_000m };
        DateSpan span = QuotaCalculator.PeriodOf(Plan, component, NewYear);

        Assert.Equal(
            ComponentTerms.Of(target, pay, component.Curve, 90_000m),
            QuotaCalculator.Terms(Plan, component, span, Year, NewYear));
    }

    [Fact]
    public void TheTermsOfAYearAreThoseOfThePlan() => Assert.Equal(
        ComponentTerms.Of(1_200_000m, 72_000m, PayoutCurve.Linear), QuotaCalculator.YearTerms(Plan, Arr));

    [Theory]
    [InlineData(MeasurementPeriod.Year, 90_000)]
    [InlineData(MeasurementPeriod.Quarter, 360_000)]
    [InlineData(MeasurementPeriod.Month, 1_080_000)]
    public void ThePeriodsOfAYearPayTheirCapEach(MeasurementPeriod period, int cap) => Assert.Equal(
        cap, QuotaCalculator.YearTerms(Plan, Arr with { Period = period, AmountCap = 90_000m }).AmountCap);

    private static bool Near(decimal one, decimal other) => Math.Abs(one - other) < 1e-15m;

    private static bool IsEvenQuota(PayComponent component) =>
        component.Measure.Kind == MeasureKind.Flow && component.Target!.Shares.IsEmpty;
}
