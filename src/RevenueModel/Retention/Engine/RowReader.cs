using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace RevenueModel.Retention;

/// <summary>Adds the months of one account to the sums of an analysis.</summary>
internal static class RowReader
{
    private const int MostMonthsOfVectors = 62; // the months and the zero before them are bits of one word

    /// <summary>Adds a row.</summary>
    /// <param name="sums">The sums.</param>
    /// <param name="row">The row; it is overwritten if the revenue of lapsed accounts is held.</param>
    /// <param name="group">The position of the group.</param>
    /// <returns><see langword="false"/> if a month is negative; the sums are then of no use.</returns>
    public static bool Add<T>(RetentionSums<T> sums, Span<T> row, int group)
        where T : struct, IBinaryInteger<T>
    {
        RetentionPlan plan = sums.Plan;
        if (plan.Options.HeldMonths > 0)
        {
            Hold(row, plan.Months, plan.Options.HeldMonths);
        }

        return typeof(T) == typeof(long)
            && Vector256.IsHardwareAccelerated
            && plan.Months <= MostMonthsOfVectors
            && plan.Options.Basis == BridgeBasis.SumOfMonths
                ? VectorRows.Add((RetentionSums<long>)(object)sums, Longs(row), group)
                : AddByMonths(sums, row, group);
    }

    /// <summary>Adds a row month by month: for any number of months, any basis and any type.</summary>
    internal static bool AddByMonths<T>(RetentionSums<T> sums, Span<T> row, int group)
        where T : struct, IBinaryInteger<T>
    {
        RetentionPlan plan = sums.Plan;
        int first = 0;
        for (int position = plan.Months; position >= 1; position--)
        {
            if (T.IsNegative(row[position]))
            {
                return false;
            }

            first = row[position] == T.Zero ? first : position;
        }

        if (first == 0)
        {
            return true;
        }

        if (plan.Asks(RetentionParts.Bridge))
        {
            if (plan.Options.Basis == BridgeBasis.SumOfMonths)
            {
                Bridge(sums, row, group);
            }
            else
            {
                BridgePeriodEnds(sums, row, group);
            }
        }

        if (plan.Asks(RetentionParts.Windows))
        {
            Windows(sums, row, group);
        }

        if (plan.Asks(RetentionParts.Cohorts))
        {
            Cohorts(sums, row, group, first);
        }

        return true;
    }

    /// <summary>Adds the return of an account after months without revenue, or its start.</summary>
    /// <param name="sums">The sums.</param>
    /// <param name="group">The position of the group.</param>
    /// <param name="at">The month or the period to which the movement belongs.</param>
    /// <param name="booked">The revenue at the end of it.</param>
    /// <param name="expiring">The last revenue before the gap; zero if there was none.</param>
    /// <param name="gap">The months without revenue.</param>
    public static void Return<T>(RetentionSums<T> sums, int group, int at, T booked, T expiring, int gap)
        where T : struct, IBinaryInteger<T>
    {
        RetentionOptions options = sums.Plan.Options;
        if (expiring == T.Zero)
        {
            Count(sums, group, Movement.New, at, booked);
        }
        else if (gap <= options.LateMonths)
        {
            T renewed = T.Min(booked, expiring);
            Count(sums, group, Movement.LateRenewal, at, renewed);
            sums.Amounts[sums.MovementAt(group, Movement.Expansion) + at] += booked - renewed;
        }
        else
        {
            Count(sums, group, gap <= options.Reactivation.Limit ? Movement.Reactivation : Movement.New, at, booked);
        }
    }

    /// <summary>Adds a movement of one account.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Count<T>(RetentionSums<T> sums, int group, int movement, int at, T amount)
        where T : struct, IBinaryInteger<T>
    {
        int place = sums.MovementAt(group, movement) + at;
        sums.Amounts[place] += amount;
        sums.Counts[place]++;
    }

    private static Span<long> Longs<T>(Span<T> row)
        where T : struct =>
        MemoryMarshal.CreateSpan(ref Unsafe.As<T, long>(ref MemoryMarshal.GetReference(row)), row.Length);

    private static void Hold<T>(Span<T> row, int months, int held)
        where T : struct, IBinaryInteger<T>
    {
        int last = 0;
        for (int position = 1; position <= months; position++)
        {
            if (row[position] != T.Zero)
            {
                last = position;
            }
            else if (last > 0 && position - last <= held)
            {
                row[position] = row[last];
            }
        }
    }

    private static void Bridge<T>(RetentionSums<T> sums, Span<T> row, int group)
        where T : struct, IBinaryInteger<T>
    {
        int last = 0;
        T before = T.Zero;
        for (int position = 1; position <= sums.Plan.Months; position++)
        {
            T now = row[position];
            if (now != before)
            {
                if (before == T.Zero)
                {
                    Return(sums, group, position, now, row[last], position - last - 1);
                }
                else
                {
                    Change(sums, group, position, before, now);
                }
            }

            last = now == T.Zero ? last : position;
            before = now;
        }
    }

    private static void BridgePeriodEnds<T>(RetentionSums<T> sums, Span<T> row, int group)
        where T : struct, IBinaryInteger<T>
    {
        PlanPeriod[] periods = sums.Plan.Periods;

        // The months before the first period are one period, whose movements determine the first opening.
        T opening = row[periods[0].First - 1];
        if (opening != T.Zero)
        {
            Count(sums, group, Movement.New, 0, opening);
        }

        for (int i = 0; i < periods.Length; i++)
        {
            PlanPeriod period = periods[i];
            T before = row[period.First - 1];
            T now = row[period.Last];
            if (now == before)
            {
                continue;
            }

            if (before != T.Zero)
            {
                Change(sums, group, i + 1, before, now);
                continue;
            }

            int back = period.First;
            while (row[back] == T.Zero)
            {
                back++;
            }

            int last = period.First - 1;
            while (last > 0 && row[last] == T.Zero)
            {
                last--;
            }

            Return(sums, group, i + 1, now, row[last], back - last - 1);
        }
    }

    private static void Change<T>(RetentionSums<T> sums, int group, int at, T before, T now)
        where T : struct, IBinaryInteger<T> =>
        Count(
            sums,
            group,
            now == T.Zero ? Movement.Churn : now > before ? Movement.Expansion : Movement.Contraction,
            at,
            now - before);

    private static void Windows<T>(RetentionSums<T> sums, Span<T> row, int group)
        where T : struct, IBinaryInteger<T>
    {
        int window = sums.Plan.Options.WindowMonths;
        for (int position = window + 1; position <= sums.Plan.Months; position++)
        {
            T start = row[position - window];
            if (start == T.Zero)
            {
                continue;
            }

            T end = row[position];
            sums.WindowAmounts[sums.WindowAmountAt(group, WindowFigure.Opening) + position] += start;
            sums.WindowAmounts[sums.WindowAmountAt(group, WindowFigure.Ending) + position] += end;
            sums.WindowAmounts[sums.WindowAmountAt(group, WindowFigure.GrossEnding) + position] += T.Min(start, end);
            sums.WindowCounts[sums.WindowCountAt(group, WindowFigure.OpeningCount) + position]++;
            if (end != T.Zero)
            {
                sums.WindowCounts[sums.WindowCountAt(group, WindowFigure.Retained) + position]++;
                if (end != start)
                {
                    int figure = end > start ? WindowFigure.Expanded : WindowFigure.Contracted;
                    sums.WindowCounts[sums.WindowCountAt(group, figure) + position]++;
                }
            }
        }
    }

    private static void Cohorts<T>(RetentionSums<T> sums, Span<T> row, int group, int first)
        where T : struct, IBinaryInteger<T>
    {
        int place = sums.CohortAt(group, first);
        for (int position = first; position <= sums.Plan.Months; position++)
        {
            sums.CohortAmounts[place + position - first] += row[position];
            sums.CohortLogos[place + position - first] += row[position] == T.Zero ? 0 : 1;
        }
    }
}
