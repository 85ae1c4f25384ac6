using System.Numerics;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace RevenueModel.Retention;

/// <summary>Adds the months of one account to the sums, four months at a time. The results equal those of
/// <see cref="RowReader.AddByMonths{T}"/>.</summary>
/// <remarks>
/// The months with revenue are the bits of a word. Starts, returns and churn are found by shifting it; expansions and
/// contractions are differences of vectors. Months without a change cost a load and a comparison.
/// </remarks>
internal static class VectorRows
{
    private const int Lanes = 4;
    private const int Word = 64;

    /// <summary>Adds a row. Position 0 is zero, and so is each position after the last month.</summary>
    public static bool Add(RetentionSums<long> sums, Span<long> row, int group)
    {
        RetentionPlan plan = sums.Plan;
        ref long months = ref MemoryMarshal.GetReference(row);
        ulong active = 0;
        if (plan.Asks(RetentionParts.Bridge))
        {
            if (!Changes(sums, ref months, group, out active))
            {
                return false;
            }

            Turns(sums, row, group, active);
        }
        else if (!Active(ref months, plan.Months, out active))
        {
            return false;
        }

        if (active == 0)
        {
            return true;
        }

        if (plan.Asks(RetentionParts.Windows))
        {
            Windows(sums, ref months, group);
        }

        if (plan.Asks(RetentionParts.Cohorts))
        {
            Cohorts(sums, ref months, group, BitOperations.TrailingZeroCount(active));
        }

        return true;
    }

    private static bool Active(ref long months, int count, out ulong active)
    {
        active = 0;
        Vector256<long> signs = default;
        for (int position = 1; position <= count; position += Lanes)
        {
            Vector256<long> now = Vector256.LoadUnsafe(ref months, (nuint)position);
            signs |= now;
            active |= (ulong)Vector256.GreaterThan(now, default).ExtractMostSignificantBits() << position;
        }

        return signs.ExtractMostSignificantBits() == 0;
    }

    // Expansions and contractions, and the months with revenue.
    private static bool Changes(RetentionSums<long> sums, ref long months, int group, out ulong active)
    {
        int count = sums.Plan.Months;
        int stride = sums.Plan.Stride;
        int place = sums.MovementAt(group, Movement.Expansion);
        ref long amounts = ref MemoryMarshal.GetArrayDataReference(sums.Amounts);
        ref long counts = ref MemoryMarshal.GetArrayDataReference(sums.Counts);
        active = 0;
        Vector256<long> signs = default;
        for (int position = 1; position <= count; position += Lanes)
        {
            Vector256<long> now = Vector256.LoadUnsafe(ref months, (nuint)position);
            Vector256<long> before = Vector256.LoadUnsafe(ref months, (nuint)(position - 1));
            Vector256<long> isActive = Vector256.GreaterThan(now, default);
            signs |= now;
            active |= (ulong)isActive.ExtractMostSignificantBits() << position;
            Vector256<long> change = (now - before) & isActive & Vector256.GreaterThan(before, default);
            if (change == default)
            {
                continue;
            }

            Vector256<long> isUp = Vector256.GreaterThan(change, default);
            Vector256<long> isDown = Vector256.LessThan(change, default);
            int at = place + position;
            AddAt(ref amounts, at, change & isUp);
            AddAt(ref amounts, at + stride, change & isDown);
            AddAt(ref counts, at, -isUp);
            AddAt(ref counts, at + stride, -isDown);
        }

        return signs.ExtractMostSignificantBits() == 0;
    }

    // Starts, returns and churn: the months in which the bit of activity turns.
    private static void Turns(RetentionSums<long> sums, Span<long> row, int group, ulong active)
    {
        ulong before = active << 1;
        ulong inHistory = (2UL << sums.Plan.Months) - 1;
        for (ulong ends = before & ~active & inHistory; ends != 0; ends &= ends - 1)
        {
            int position = BitOperations.TrailingZeroCount(ends);
            RowReader.Count(sums, group, Movement.Churn, position, -row[position - 1]);
        }

        for (ulong starts = active & ~before; starts != 0; starts &= starts - 1)
        {
            int position = BitOperations.TrailingZeroCount(starts);
            ulong earlier = active & ((1UL << position) - 1);
            int last = earlier == 0 ? 0 : Word - 1 - BitOperations.LeadingZeroCount(earlier);
            RowReader.Return(sums, group, position, row[position], row[last], position - last - 1);
        }
    }

    private static void Windows(RetentionSums<long> sums, ref long months, int group)
    {
        int window = sums.Plan.Options.WindowMonths;
        int stride = sums.Plan.Stride;
        int amountPlace = sums.WindowAmountAt(group, WindowFigure.Opening);
        int countPlace = sums.WindowCountAt(group, WindowFigure.OpeningCount);
        ref long amounts = ref MemoryMarshal.GetArrayDataReference(sums.WindowAmounts);
        ref long counts = ref MemoryMarshal.GetArrayDataReference(sums.WindowCounts);
        for (int position = window + 1; position <= sums.Plan.Months; position += Lanes)
        {
            Vector256<long> start = Vector256.LoadUnsafe(ref months, (nuint)(position - window));
            Vector256<long> isIn = Vector256.GreaterThan(start, default);
            if (isIn == default)
            {
                continue;
            }

            Vector256<long> end = Vector256.LoadUnsafe(ref months, (nuint)position) & isIn;
            Vector256<long> isRetained = Vector256.GreaterThan(end, default);
            Vector256<long> isUp = Vector256.GreaterThan(end, start);
            int at = amountPlace + position;
            AddAt(ref amounts, at, start);
            AddAt(ref amounts, at + stride, end);
            AddAt(ref amounts, at + (2 * stride), Vector256.ConditionalSelect(isUp, start, end));
            at = countPlace + position;
            AddAt(ref counts, at, -isIn);
            AddAt(ref counts, at + stride, -isRetained);
            AddAt(ref counts, at + (2 * stride), -isUp);
            AddAt(ref counts, at + (3 * stride), -(Vector256.GreaterThan(start, end) & isRetained));
        }
    }

    private static void Cohorts(RetentionSums<long> sums, ref long months, int group, int first)
    {
        int place = sums.CohortAt(group, first);
        ref long amounts = ref MemoryMarshal.GetArrayDataReference(sums.CohortAmounts);
        ref long logos = ref MemoryMarshal.GetArrayDataReference(sums.CohortLogos);
        for (int age = 0; first + age <= sums.Plan.Months; age += Lanes)
        {
            Vector256<long> now = Vector256.LoadUnsafe(ref months, (nuint)(first + age));
            AddAt(ref amounts, place + age, now);
            AddAt(ref logos, place + age, -Vector256.GreaterThan(now, default));
        }
    }

    private static void AddAt(ref long sums, int at, Vector256<long> added) =>
        (Vector256.LoadUnsafe(ref sums, (nuint)at) + added).StoreUnsafe(ref sums, (nuint)at);
}
