using System.Buffers;
using System.Numerics;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using Ardalis.GuardClauses;
using RevenueModel.Primitives;
using RevenueModel.Retention;

namespace RevenueModel.Kpis;

/// <summary>Reads the first and the last month of the window from columns of ARR, in any order of rows.</summary>
/// <remarks>Eight rows are compared with both months at once. The two amounts of an account lie side by side. Amounts
/// are in 64 bits and squares in 128 where every sum fits, and larger otherwise.</remarks>
internal static class RevenueColumnReader
{
    private const int Wide = 127;

    /// <summary>Adds the sums of each segment to a sample.</summary>
    /// <exception cref="ArgumentException">A row has a number outside its range, a month of an account is negative, or
    /// the columns end before the last month.</exception>
    public static void Read(in AccountMonthColumns columns, ScorecardSample sample, string name)
    {
        HistoryColumns history = columns.ToHistory();
        history.Validate(name);
        foreach (string? group in columns.GroupNames)
        {
            Guard.Against.BlankWhenGiven(group, name);
        }

        int start = MonthIndex.Of(columns.FirstMonth);
        int last = MonthIndex.Of(sample.Options.LastMonth) - start;
        if (last >= columns.MonthCount)
        {
            throw new ArgumentException(
                Invariant($"{name} ended in {MonthIndex.ToMonth(start + columns.MonthCount - 1)}; ")
                    + Invariant($"{sample.Options.LastMonth} or later is expected."),
                name);
        }

        if (2L * columns.AccountCount > Array.MaxLength)
        {
            throw new ArgumentException(
                Invariant($"{name}.AccountCount was {columns.AccountCount:#,0}; ")
                    + Invariant($"at most {Array.MaxLength / 2:#,0} is expected."),
                name);
        }

        int first = last - sample.Options.WindowMonths;
        int length = 2 * columns.AccountCount;
        long[] pairs = ArrayPool<long>.Shared.Rent(length);
        try
        {
            Span<long> amounts = pairs.AsSpan(0, length);
            amounts.Clear();
            long bits = Select(history, first, last, amounts, name, out bool hasNegative);
            if (hasNegative)
            {
                // Refuses a negative month, also one outside the window.
                RetentionAnalysisCalculator.Measure(columns, parts: RetentionParts.Bridge);
            }

            int rows = BitOperations.Log2((uint)history.Accounts.Length) + 1;
            int square = 2 * (BitOperations.Log2((ulong)bits) + 1 + rows);
            if (ColumnReader.FitsLong(bits, history.Accounts.Length)
                && square + BitOperations.Log2((uint)columns.AccountCount) + 1 <= Wide)
            {
                AddAccounts<long, UInt128>(history, amounts, sample);
                return;
            }
        }
        finally
        {
            ArrayPool<long>.Shared.Return(pairs);
        }

        AddAccounts<Int128, BigInteger>(history, SelectLarge(history, first, last), sample);
    }

    // Returns the bits of all amounts; sums that do not fit are not used.
    private static long Select(
        in HistoryColumns columns, int first, int last, Span<long> pairs, string name, out bool hasNegative)
    {
        ReadOnlySpan<int> accounts = columns.Accounts;
        ref int account = ref MemoryMarshal.GetReference(accounts);
        ref int month = ref MemoryMarshal.GetReference(columns.Starts);
        ref long amount = ref MemoryMarshal.GetReference(columns.Amounts);
        var firsts = Vector256.Create(first);
        var lasts = Vector256.Create(last);
        Vector256<uint> mostAccount = default;
        Vector256<uint> mostMonth = default;
        Vector256<long> bits = default;
        Vector256<long> signs = default;
        int row = 0;
        for (; row + Vector256<int>.Count <= accounts.Length; row += Vector256<int>.Count)
        {
            Vector256<int> months = Vector256.LoadUnsafe(ref month, (nuint)row);
            var low = Vector256.LoadUnsafe(ref amount, (nuint)row);
            var high = Vector256.LoadUnsafe(ref amount, (nuint)(row + Vector256<long>.Count));
            mostAccount = Vector256.Max(mostAccount, Vector256.LoadUnsafe(ref account, (nuint)row).AsUInt32());
            mostMonth = Vector256.Max(mostMonth, months.AsUInt32());
            bits |= (low ^ (low >> 63)) | (high ^ (high >> 63));
            signs |= low | high;
            uint found = (Vector256.Equals(months, firsts) | Vector256.Equals(months, lasts))
                .ExtractMostSignificantBits();
            for (; found != 0; found &= found - 1)
            {
                Take(columns, row + BitOperations.TrailingZeroCount(found), last, pairs, name);
            }
        }

        bool isValid = row == 0
            || (Most(mostAccount) < (uint)columns.AccountCount && Most(mostMonth) < (uint)columns.MonthCount);
        long allBits = bits[0] | bits[1] | bits[2] | bits[3];
        long allSigns = signs[0] | signs[1] | signs[2] | signs[3];
        for (; row < accounts.Length; row++)
        {
            isValid &= (uint)accounts[row] < (uint)columns.AccountCount
                && (uint)columns.Starts[row] < (uint)columns.MonthCount;
            allBits |= columns.Amounts[row] ^ (columns.Amounts[row] >> 63);
            allSigns |= columns.Amounts[row];
            if (columns.Starts[row] == first || columns.Starts[row] == last)
            {
                Take(columns, row, last, pairs, name);
            }
        }

        if (!isValid)
        {
            throw columns.OutOfRange(name);
        }

        hasNegative = allSigns < 0;
        return allBits;
    }

    private static void Take(in HistoryColumns columns, int row, int last, Span<long> pairs, string name)
    {
        int account = columns.Accounts[row];
        if ((uint)account >= (uint)columns.AccountCount)
        {
            throw columns.OutOfRange(name);
        }

        pairs[(2 * account) + (columns.Starts[row] == last ? 1 : 0)] += columns.Amounts[row];
    }

    private static uint Most(Vector256<uint> values)
    {
        uint most = 0;
        for (int i = 0; i < Vector256<uint>.Count; i++)
        {
            most = Math.Max(most, values[i]);
        }

        return most;
    }

    private static Int128[] SelectLarge(in HistoryColumns columns, int first, int last)
    {
        var pairs = new Int128[2 * columns.AccountCount];
        for (int row = 0; row < columns.Accounts.Length; row++)
        {
            if (columns.Starts[row] == first || columns.Starts[row] == last)
            {
                pairs[(2 * columns.Accounts[row]) + (columns.Starts[row] == last ? 1 : 0)] += columns.Amounts[row];
            }
        }

        return pairs;
    }

    private static void AddAccounts<TAmount, TSum>(
        in HistoryColumns columns, ReadOnlySpan<TAmount> pairs, ScorecardSample sample)
        where TAmount : struct, IBinaryInteger<TAmount>
        where TSum : struct, IBinaryInteger<TSum>
    {
        var sums = new RevenueSums<TAmount, TSum>[columns.GroupCount];
        for (int account = 0; account < columns.AccountCount; account++)
        {
            int group = columns.Groups.IsEmpty ? 0 : columns.Groups[account];
            sums[group].Add(pairs[2 * account], pairs[(2 * account) + 1]);
        }

        for (int group = 0; group < sums.Length; group++)
        {
            string? segment = columns.GroupNames.IsEmpty ? null : columns.GroupNames[group];
            sums[group].AddTo(sample[segment ?? ScorecardSample.NoSegment], columns.Digits);
        }
    }
}
