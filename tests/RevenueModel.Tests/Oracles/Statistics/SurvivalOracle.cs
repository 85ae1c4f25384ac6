using RevenueModel.Primitives;
using RevenueModel.Statistics;
using RevenueModel.Tests.Numerics;

namespace RevenueModel.Tests.Oracles.Statistics;

/// <summary>Survival estimates from the definitions, subject by subject, in exact fractions.</summary>
internal static class SurvivalOracle
{
    private static readonly ExactFraction One = ExactFraction.Of(1, 1);
    private static readonly ExactFraction None = ExactFraction.Of(0, 1);

    public static decimal[] EventTimes(ValueList<SurvivalSubject> subjects) =>
        [.. subjects.Where(one => one.Cause > 0).Select(one => one.Time).Distinct().Order()];

    public static ExactFraction AtRisk(ValueList<SurvivalSubject> subjects, decimal time) => Sum(subjects
        .Where(one => one.Time >= time && (one.Entry < time || one.Entry == 0m)));

    public static ExactFraction Events(ValueList<SurvivalSubject> subjects, decimal time, int? cause = null) =>
        Sum(subjects.Where(one => one.Time == time && one.Cause > 0 && one.Cause == (cause ?? one.Cause)));

    public static ExactFraction Survival(ValueList<SurvivalSubject> subjects, decimal time) =>
        EventTimes(subjects).Where(at => at <= time)
            .Aggregate(One, (product, at) => product * (One - (Events(subjects, at) / AtRisk(subjects, at))));

    public static ExactFraction Hazard(ValueList<SurvivalSubject> subjects, decimal time) =>
        EventTimes(subjects).Where(at => at <= time)
            .Aggregate(None, (sum, at) => sum + (Events(subjects, at) / AtRisk(subjects, at)));

    public static ExactFraction Incidence(ValueList<SurvivalSubject> subjects, int cause, decimal time) =>
        EventTimes(subjects).Where(at => at <= time)
            .Aggregate(None, (sum, at) => sum
                + (Before(subjects, at) * Events(subjects, at, cause) / AtRisk(subjects, at)));

    /// <summary>The sum of Greenwood's formula times the square of the survival, or null where it divides by
    /// zero.</summary>
    public static double? GreenwoodVariance(ValueList<SurvivalSubject> subjects, decimal time)
    {
        ExactFraction sum = None;
        foreach (decimal at in EventTimes(subjects).Where(at => at <= time))
        {
            ExactFraction n = AtRisk(subjects, at);
            ExactFraction d = Events(subjects, at);
            if (n == d)
            {
                return null;
            }

            sum += d / (n * (n - d));
        }

        ExactFraction survival = Survival(subjects, time);
        return Number(survival * survival * sum);
    }

    /// <summary>The variance of an incidence as a double sum over times.</summary>
    public static double? IncidenceVariance(
        ValueList<SurvivalSubject> subjects, int cause, decimal time, bool isAalen)
    {
        ExactFraction last = Incidence(subjects, cause, time);
        ExactFraction sum = None;
        ExactFraction two = ExactFraction.Of(2, 1);
        foreach (decimal at in EventTimes(subjects).Where(at => at <= time))
        {
            ExactFraction n = AtRisk(subjects, at);
            ExactFraction all = Events(subjects, at);
            ExactFraction d = Events(subjects, at, cause);
            ExactFraction s = Before(subjects, at);
            ExactFraction rest = last - Incidence(subjects, cause, at);
            if (isAalen && n <= One && (d != n || all != n) && (all != n || d * (n - d) != None))
            {
                return null;
            }

            if (isAalen && n != One)
            {
                sum += s * s * d * (n - d) / (n * n * (n - One));
                if (n != all)
                {
                    sum += rest * rest * all / ((n - One) * (n - all));
                    sum -= two * rest * s * d * (n - d) / (n * (n - all) * (n - One));
                }
            }
            else if (!isAalen)
            {
                sum += s * s * d * (n - d) / (n * n * n);
                if (n != all)
                {
                    sum += rest * rest * all / (n * (n - all));
                    sum -= two * rest * s * d / (n * n);
                }
            }
        }

        return Number(sum);
    }

    public static double Number(ExactFraction value) =>
        Math.Exp(System.Numerics.BigInteger.Log(System.Numerics.BigInteger.Abs(value.Numerator))
            - System.Numerics.BigInteger.Log(value.Denominator)) * value.Numerator.Sign;

    private static ExactFraction Before(ValueList<SurvivalSubject> subjects, decimal time) =>
        EventTimes(subjects).Where(at => at < time)
            .Aggregate(One, (product, at) => product * (One - (Events(subjects, at) / AtRisk(subjects, at))));

    private static ExactFraction Sum(IEnumerable<SurvivalSubject> subjects) =>
        subjects.Aggregate(None, (sum, one) => sum + ExactFraction.Of(one.Weight));
}
