using System.Numerics;
using RevenueModel.Primitives;

namespace RevenueModel.Retention;

/// <summary>Turns sums in whole units into records.</summary>
internal static class AnalysisBuilder
{
    private const int WordBits = 32;

    /// <summary>Returns the analysis of sums.</summary>
    /// <param name="sums">The sums.</param>
    /// <param name="names">The name of each group.</param>
    /// <param name="digits">The decimal places of the units.</param>
    public static RetentionAnalysis Build<T>(RetentionSums<T> sums, ReadOnlySpan<string?> names, int digits)
        where T : struct, IBinaryInteger<T>
    {
        int[] groups = Order(names, sums.Groups);
        var named = new string?[sums.Groups];
        names.CopyTo(named);
        RetentionPlan plan = sums.Plan;
        return new RetentionAnalysis(
            plan.Asks(RetentionParts.Bridge) ? Bridge(sums, named, groups, digits) : default,
            plan.Asks(RetentionParts.Windows) ? Windows(sums, named, groups, digits) : default,
            plan.Asks(RetentionParts.Cohorts) ? Cohorts(sums, named, groups, digits) : default);
    }

    /// <summary>Returns the decimal of a number of units of <c>10^-digits</c>, without trailing zeros.</summary>
    public static decimal ToDecimal<T>(T units, int digits)
        where T : struct, IBinaryInteger<T>
    {
        if (typeof(T) == typeof(long))
        {
            return ShortestDecimal.Of(FixedPoint.ToDecimal((long)(object)units, digits));
        }

        Int128 whole = Int128.CreateChecked(units);
        UInt128 magnitude = (UInt128)Int128.Abs(whole);
        return ShortestDecimal.Of(new decimal(
            (int)(uint)(magnitude & uint.MaxValue),
            (int)(uint)((magnitude >> WordBits) & uint.MaxValue),
            (int)(uint)(magnitude >> (2 * WordBits)),
            Int128.IsNegative(whole),
            (byte)digits));
    }

    // Groups in the order of names, the group without a name last.
    private static int[] Order(ReadOnlySpan<string?> names, int count)
    {
        var order = new int[count];
        for (int i = 0; i < count; i++)
        {
            order[i] = i;
        }

        string?[] copy = names.ToArray();
        if (copy.Length > 0)
        {
            Array.Sort(order, (one, other) => (copy[one], copy[other]) switch
            {
                (null, null) => one.CompareTo(other),
                (null, _) => 1,
                (_, null) => -1,
                var (left, right) => string.CompareOrdinal(left, right),
            });
        }

        return order;
    }

    private static ValueList<ArrBridge> Bridge<T>(RetentionSums<T> sums, string?[] names, int[] groups, int digits)
        where T : struct, IBinaryInteger<T>
    {
        RetentionPlan plan = sums.Plan;
        bool isByMonth = plan.Options.Basis == BridgeBasis.SumOfMonths;
        var lines = new ArrBridge[plan.Periods.Length * groups.Length];
        for (int order = 0; order < groups.Length; order++)
        {
            int group = groups[order];
            T opening = T.Zero;
            long openingCount = 0;
            int next = isByMonth ? 1 : 0;
            for (int i = 0; i < plan.Periods.Length; i++)
            {
                PlanPeriod period = plan.Periods[i];
                int first = isByMonth ? period.First : i + 1;
                int last = isByMonth ? period.Last : i + 1;
                for (; next < first; next++)
                {
                    opening += Net(sums, group, next);
                    openingCount += NetCount(sums, group, next);
                }

                ArrBridge line = Movements(sums, group, first, last, period.Period, digits);
                lines[(i * groups.Length) + order] = line with
                {
                    Group = names[group],
                    Opening = ToDecimal(opening, digits),
                    OpeningCount = openingCount,
                };
            }
        }

        return ValueList.Own(lines);
    }

    private static ArrBridge Movements<T>(
        RetentionSums<T> sums, int group, int first, int last, BridgePeriod period, int digits)
        where T : struct, IBinaryInteger<T>
    {
        return new ArrBridge
        {
            Period = period,
            Opening = 0m,
            New = Amount(Movement.New),
            Expansion = Amount(Movement.Expansion),
            Contraction = Amount(Movement.Contraction),
            Churn = Amount(Movement.Churn),
            Reactivation = Amount(Movement.Reactivation),
            LateRenewal = Amount(Movement.LateRenewal),
            NewCount = CountOf(Movement.New),
            ExpansionCount = CountOf(Movement.Expansion),
            ContractionCount = CountOf(Movement.Contraction),
            ChurnCount = CountOf(Movement.Churn),
            ReactivationCount = CountOf(Movement.Reactivation),
            LateRenewalCount = CountOf(Movement.LateRenewal),
        };

        decimal Amount(int movement)
        {
            T sum = T.Zero;
            foreach (T amount in sums.Amounts.AsSpan(sums.MovementAt(group, movement) + first, last - first + 1))
            {
                sum += amount;
            }

            return ToDecimal(sum, digits);
        }

        long CountOf(int movement)
        {
            long sum = 0;
            foreach (long count in sums.Counts.AsSpan(sums.MovementAt(group, movement) + first, last - first + 1))
            {
                sum += count;
            }

            return sum;
        }
    }

    private static T Net<T>(RetentionSums<T> sums, int group, int at)
        where T : struct, IBinaryInteger<T>
    {
        T net = T.Zero;
        for (int movement = 0; movement < Movement.Count; movement++)
        {
            net += sums.Amounts[sums.MovementAt(group, movement) + at];
        }

        return net;
    }

    private static long NetCount<T>(RetentionSums<T> sums, int group, int at)
        where T : struct, IBinaryInteger<T> =>
        sums.Counts[sums.MovementAt(group, Movement.New) + at]
            + sums.Counts[sums.MovementAt(group, Movement.Reactivation) + at]
            + sums.Counts[sums.MovementAt(group, Movement.LateRenewal) + at]
            - sums.Counts[sums.MovementAt(group, Movement.Churn) + at];

    private static ValueList<RetentionTotals> Windows<T>(
        RetentionSums<T> sums, string?[] names, int[] groups, int digits)
        where T : struct, IBinaryInteger<T>
    {
        RetentionPlan plan = sums.Plan;
        int window = plan.Options.WindowMonths;
        var lines = new List<RetentionTotals>();
        foreach (PlanPeriod period in plan.Periods)
        {
            int last = period.Last;
            if (last <= window)
            {
                continue; // the cohort would start before the history
            }

            foreach (int group in groups)
            {
                lines.Add(new RetentionTotals
                {
                    From = plan.MonthOf(last - window),
                    Through = plan.MonthOf(last),
                    Group = names[group],
                    Opening = Amount(WindowFigure.Opening),
                    Ending = Amount(WindowFigure.Ending),
                    GrossEnding = Amount(WindowFigure.GrossEnding),
                    OpeningCount = CountOf(WindowFigure.OpeningCount),
                    RetainedCount = CountOf(WindowFigure.Retained),
                    ExpandedCount = CountOf(WindowFigure.Expanded),
                    ContractedCount = CountOf(WindowFigure.Contracted),
                });

                decimal Amount(int figure) =>
                    ToDecimal(sums.WindowAmounts[sums.WindowAmountAt(group, figure) + last], digits);

                long CountOf(int figure) => sums.WindowCounts[sums.WindowCountAt(group, figure) + last];
            }
        }

        return lines.ToValueList();
    }

    private static ValueList<CohortTriangle> Cohorts<T>(
        RetentionSums<T> sums, string?[] names, int[] groups, int digits)
        where T : struct, IBinaryInteger<T>
    {
        PlanPeriod[] periods = sums.Plan.CohortPeriods;
        var triangles = new CohortTriangle[groups.Length];
        for (int order = 0; order < groups.Length; order++)
        {
            var cohorts = new Cohort[periods.Length];
            for (int start = 0; start < periods.Length; start++)
            {
                cohorts[start] = Cohort(sums, groups[order], start, digits);
            }

            triangles[order] = new CohortTriangle(names[groups[order]], ValueList.Own(cohorts));
        }

        return ValueList.Own(triangles);
    }

    // The cohort of a period is the sum of the cohorts of its months, each at the age in months that it has at the end
    // of a later period.
    private static Cohort Cohort<T>(RetentionSums<T> sums, int group, int start, int digits)
        where T : struct, IBinaryInteger<T>
    {
        PlanPeriod[] periods = sums.Plan.CohortPeriods;
        var amounts = new decimal[periods.Length - start];
        var logos = new long[periods.Length - start];
        long started = 0;
        for (int month = periods[start].First; month <= periods[start].Last; month++)
        {
            started += sums.CohortLogos[sums.CohortAt(group, month)];
        }

        for (int age = 0; age < amounts.Length; age++)
        {
            T amount = T.Zero;
            for (int month = periods[start].First; month <= periods[start].Last; month++)
            {
                int place = sums.CohortAt(group, month) + periods[start + age].Last - month;
                amount += sums.CohortAmounts[place];
                logos[age] += sums.CohortLogos[place];
            }

            amounts[age] = ToDecimal(amount, digits);
        }

        return new Cohort(periods[start].Period, started, ValueList.Own(amounts), ValueList.Own(logos));
    }
}
