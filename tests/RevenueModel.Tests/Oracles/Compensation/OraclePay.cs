using System.Numerics;
using NodaTime;
using RevenueModel.Compensation;
using RevenueModel.Primitives;
using RevenueModel.Tests.Numerics;

namespace RevenueModel.Tests.Oracles.Compensation;

/// <summary>The arithmetic of pay in exact fractions: tiers, proration, rounding and largest remainders.</summary>
internal static class OraclePay
{
    public static readonly ExactFraction Zero = ExactFraction.Of(0m);

    public static readonly ExactFraction One = ExactFraction.Of(1m);

    public static ExactFraction Exact(decimal value) => ExactFraction.Of(value);

    // A third has no decimals; what is shared equally is a third all the same.
    public static ExactFraction ShareOf(CompCredit credit) =>
        credit.Share == 1m / 3m ? ExactFraction.Of(1, 3) : Exact(credit.Share);

    public static ExactFraction Sum(IEnumerable<ExactFraction> parts) =>
        parts.Aggregate(Zero, (sum, part) => sum + part);

    public static ExactFraction Min(ExactFraction one, ExactFraction other) => one < other ? one : other;

    public static decimal Round(ExactFraction value, RoundingPolicy policy)
    {
        BigInteger count = BigInteger.DivRem(
            BigInteger.Abs(value.Numerator) * BigInteger.Pow(10, policy.Digits),
            value.Denominator,
            out BigInteger rest);
        bool goesUp = policy.Rule switch
        {
            RoundingRule.HalfToEven =>
                rest * 2 > value.Denominator || (rest * 2 == value.Denominator && !count.IsEven),
            RoundingRule.Up => rest > 0,
            RoundingRule.Down => false,
            _ => rest * 2 >= value.Denominator,
        };
        count += goesUp ? 1 : 0;
        return (decimal)(value.Numerator < 0 ? -count : count) / (decimal)BigInteger.Pow(10, policy.Digits);
    }

    /// <summary>
    /// A rounded amount in parts that sum to it, the units left over going to the largest remainders.
    /// </summary>
    public static decimal[] Split(decimal amount, IReadOnlyList<decimal> shares, RoundingPolicy policy)
    {
        decimal unit = 1m / (decimal)BigInteger.Pow(10, policy.Digits);
        ExactFraction units = Exact(Math.Abs(amount) / unit);
        ExactFraction[] exact = [.. shares.Select(share => units * Exact(share))];
        BigInteger[] whole = [.. exact.Select(part => part.Numerator / part.Denominator)];
        BigInteger left = units.Numerator - whole.Aggregate(BigInteger.Zero, (sum, part) => sum + part);
        foreach (int i in Enumerable.Range(0, whole.Length)
            .OrderByDescending(i => exact[i] - ExactFraction.Of(whole[i], 1))
            .ThenBy(i => i)
            .Take((int)left)
            .ToArray())
        {
            whole[i]++;
        }

        return [.. whole.Select(part => (decimal)part * unit * Math.Sign(amount))];
    }

    public static int Months(DateSpan span)
    {
        LocalDate end = span.End!.Value;
        return ((end.Year - span.Start.Year) * 12) + end.Month - span.Start.Month;
    }

    public static DateSpan? Both(DateSpan one, DateSpan other)
    {
        LocalDate start = one.Start > other.Start ? one.Start : other.Start;
        LocalDate? end = one.End is null || other.End < one.End ? other.End : one.End;
        return end is { } last
            ? last > start ? DateSpan.Between(start, last) : null
            : DateSpan.From(start);
    }

    /// <summary>The calendar months that a span of days lies in.</summary>
    public static IEnumerable<DateSpan> MonthsOf(DateSpan span)
    {
        for (var month = new LocalDate(
            span.Start.Year, span.Start.Month, 1); month < span.End; month = month.PlusMonths(1))
        {
            yield return DateSpan.Months(month, 1);
        }
    }

    /// <summary>The days of a span without those of others.</summary>
    public static IEnumerable<DateSpan> Without(DateSpan span, IEnumerable<DateSpan> taken)
    {
        LocalDate start = span.Start;
        foreach (DateSpan gap in taken.Select(days => Both(days, span)).OfType<DateSpan>().OrderBy(days => days.Start))
        {
            if (gap.Start > start)
            {
                yield return DateSpan.Between(start, gap.Start);
            }

            start = LocalDate.Max(start, gap.End!.Value);
        }

        if (span.End is not { } end)
        {
            yield return DateSpan.From(start);
        }
        else if (start < end)
        {
            yield return DateSpan.Between(start, end);
        }
    }

    /// <summary>The part of a period that days of it are.</summary>
    public static ExactFraction Part(DateSpan period, DateSpan? days, DayCount count)
    {
        if (days is not { } given || Both(period, given) is not { } part)
        {
            return Zero;
        }

        LocalDate from = part.Start;
        LocalDate to = part.End!.Value;
        LocalDate end = period.End!.Value;
        return count switch
        {
            DayCount.Actual365 =>
                Exact(NodaTime.Period.DaysBetween(from, to)) * Exact(12m) / Exact(365m * Months(period)),
            DayCount.Thirty360 => Exact(Thirty(to) - Thirty(from)) / Exact(Thirty(end) - Thirty(period.Start)),
            _ => Exact(NodaTime.Period.DaysBetween(from, to)) / Exact(NodaTime.Period.DaysBetween(period.Start, end)),
        };

        static int Thirty(LocalDate day) => (day.Year * 360) + (day.Month * 30) + (day.Day == 31 ? 30 : day.Day);
    }

    public static DateSpan MeasurementPeriod(CompPlan plan, PayComponent component, LocalDate day)
    {
        int length = component.Period switch
        {
            RevenueModel.Compensation.MeasurementPeriod.Month => 1,
            RevenueModel.Compensation.MeasurementPeriod.Quarter => 3,
            _ => 12,
        };
        var start = new LocalDate(day.Year, day.Month, 1);
        while ((start.Month - plan.Calendar.StartMonth + 12) % length != 0)
        {
            start = start.PlusMonths(-1);
        }

        return DateSpan.Between(start, start.PlusMonths(length));
    }

    /// <summary>The pay for all that is credited.</summary>
    public static ExactFraction Pay(
        PayComponent component, ExactFraction target, ExactFraction targetPay, ExactFraction credited)
    {
        if (credited <= Zero)
        {
            return Zero;
        }

        ExactFraction pay = targetPay * Curve(component.Curve, credited / target);
        return component.AmountCap is { } cap ? Min(pay, Exact(cap)) : pay;
    }

    public static ExactFraction Curve(PayoutCurve curve, ExactFraction attainment)
    {
        ExactFraction counted = curve.AttainmentCap is { } cap ? Min(attainment, Exact(cap)) : attainment;
        ExactFraction threshold = Exact(curve.Threshold);
        bool isReached = curve.Tiers.Boundary == TierBoundary.ToLowerTier && curve.Threshold > 0m
            ? counted > threshold
            : counted >= threshold;
        if (!isReached)
        {
            return Zero;
        }

        ExactFraction below = curve.ThresholdRule == ThresholdRule.PaysAboveThreshold && curve.Threshold > 0m
            ? Tiers(curve.Tiers, threshold)
            : Zero;
        return Tiers(curve.Tiers, counted) - below;
    }

    private static ExactFraction Tiers(TierSchedule schedule, ExactFraction quantity)
    {
        int at = Enumerable.Range(0, schedule.Tiers.Count).First(i => schedule.Tiers[i].UpTo is not { } end
            || quantity < Exact(end)
            || (quantity == Exact(end) && schedule.Boundary == TierBoundary.ToLowerTier));
        return InTier(schedule.Tiers, at, quantity);
    }

    // The amount for a quantity reckoned as one of a tier, whether it lies in it or at one of its ends.
    private static ExactFraction InTier(ValueList<Tier> tiers, int at, ExactFraction quantity)
    {
        Tier tier = tiers[at];
        ExactFraction flat = Exact(tier.FlatAmount);
        switch (tier.Mode)
        {
            case TierMode.RetroactiveToFirstUnit:
                return flat + (quantity * Exact(tier.Rate));
            case TierMode.RetroactiveOnOverage:
                int first = at;
                while (first > 0 && tiers[first - 1].Mode == TierMode.RetroactiveOnOverage)
                {
                    first--;
                }

                return ReachedAtStart(tiers, first)
                    + flat
                    + ((quantity - Exact(tiers[first].From)) * Exact(tier.Rate));
            case TierMode.Interpolated:
                ExactFraction reached = ReachedAtStart(tiers, at);
                return reached + ((quantity - Exact(tier.From)) * (Exact(tier.AmountAtEnd!.Value) - reached)
                    / (Exact(tier.UpTo!.Value) - Exact(tier.From)));
            default:
                return ReachedAtStart(tiers, at) + flat + ((quantity - Exact(tier.From)) * Exact(tier.Rate));
        }
    }

    private static ExactFraction ReachedAtStart(ValueList<Tier> tiers, int at) =>
        at == 0 ? Zero : InTier(tiers, at - 1, Exact(tiers[at].From));
}
