using System.Buffers;
using System.Numerics;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace RevenueModel.Retention;

/// <summary>Reads columns account by account and adds each account to the sums of an analysis.</summary>
/// <remarks>
/// Rows that are sorted by account are read as one stream into a row that stays in the first cache. Other rows are
/// first sorted into blocks of accounts, whose months fit the second cache.
/// </remarks>
internal static class ColumnReader
{
    private const int BlockBytes = 1 << 19;
    private const int MostBlocks = 512;
    private const int SafeBits = 62;

    /// <summary>Returns whether each sum of the amounts fits 64 bits: the bits of the largest amount and of the number
    /// of rows.</summary>
    public static bool FitsLong(ReadOnlySpan<long> amounts)
    {
        long bits = 0;
        int row = 0;
        if (amounts.Length >= Vector256<long>.Count)
        {
            Vector256<long> all = default;
            foreach (Vector256<long> four in MemoryMarshal.Cast<long, Vector256<long>>(amounts))
            {
                all |= four ^ (four >> 63);
                row += Vector256<long>.Count;
            }

            bits = all[0] | all[1] | all[2] | all[3];
        }

        for (; row < amounts.Length; row++)
        {
            bits |= amounts[row] ^ (amounts[row] >> 63);
        }

        return FitsLong(bits, amounts.Length);
    }

    /// <summary>Returns whether each sum of amounts fits 64 bits.</summary>
    /// <param name="bits">The bits of all amounts.</param>
    /// <param name="rows">The number of amounts.</param>
    public static bool FitsLong(long bits, int rows) => Bits((ulong)bits) + Bits((ulong)rows) <= SafeBits;

    /// <summary>Returns the analysis of columns, in the way that reads them fastest.</summary>
    /// <exception cref="ArgumentException">A row has a number outside its range, or a month is negative.</exception>
    public static RetentionAnalysis Analyze(in HistoryColumns columns, RetentionPlan plan, string name)
    {
        RetentionSums<long>? sums = columns.HasEnds ? null : SortedRows.TryRead(columns, plan);
        if (sums is null && !FitsLong(columns.Amounts))
        {
            return AnalysisBuilder.Build(
                Read<Int128>(columns, plan, name), columns.GroupNames, columns.Digits);
        }

        return AnalysisBuilder.Build(
            sums ?? Read<long>(columns, plan, name), columns.GroupNames, columns.Digits);
    }

    /// <summary>Adds all accounts of columns to sums.</summary>
    /// <exception cref="ArgumentException">A row has a number outside its range, or a month is negative.</exception>
    public static RetentionSums<T> Read<T>(in HistoryColumns columns, RetentionPlan plan, string name)
        where T : struct, IBinaryInteger<T>
    {
        var sums = new RetentionSums<T>(plan, columns.GroupCount);
        if (IsSorted(columns.Accounts))
        {
            ReadSorted(columns, sums, name);
        }
        else
        {
            ReadBlocks(columns, sums, name);
        }

        return sums;
    }

    private static int Bits(ulong value) => 64 - BitOperations.LeadingZeroCount(value);

    private static bool IsSorted(ReadOnlySpan<int> accounts)
    {
        int row = 1;
        ref int first = ref MemoryMarshal.GetReference(accounts);
        for (; row + Vector256<int>.Count <= accounts.Length; row += Vector256<int>.Count)
        {
            if (Vector256.LessThanAny(
                Vector256.LoadUnsafe(ref first, (nuint)row), Vector256.LoadUnsafe(ref first, (nuint)(row - 1))))
            {
                return false;
            }
        }

        for (; row < accounts.Length; row++)
        {
            if (accounts[row] < accounts[row - 1])
            {
                return false;
            }
        }

        return true;
    }

    private static void ReadSorted<T>(in HistoryColumns columns, RetentionSums<T> sums, string name)
        where T : struct, IBinaryInteger<T>
    {
        ReadOnlySpan<int> accounts = columns.Accounts;
        ReadOnlySpan<int> starts = columns.Starts[..accounts.Length];
        ReadOnlySpan<long> amounts = columns.Amounts[..accounts.Length];
        var row = new T[sums.Plan.Stride];
        int at = 0;
        while (at < accounts.Length)
        {
            int account = accounts[at];
            if ((uint)account >= (uint)columns.AccountCount)
            {
                throw columns.OutOfRange(name);
            }

            Array.Clear(row);
            if (columns.HasEnds)
            {
                for (; at < accounts.Length && accounts[at] == account; at++)
                {
                    AddPeriod(row, columns, at, T.CreateTruncating(amounts[at]), name);
                }

                Accumulate(row, columns.MonthCount);
            }
            else
            {
                for (; at < accounts.Length && accounts[at] == account; at++)
                {
                    int month = starts[at];
                    if ((uint)month >= (uint)columns.MonthCount)
                    {
                        throw columns.OutOfRange(name);
                    }

                    row[month + 1] += T.CreateTruncating(amounts[at]);
                }
            }

            AddAccount(columns, sums, row, account, name);
        }
    }

    private static void ReadBlocks<T>(in HistoryColumns columns, RetentionSums<T> sums, string name)
        where T : struct, IBinaryInteger<T>
    {
        int stride = sums.Plan.Stride;
        int shift = ShiftOf(columns.AccountCount, stride);
        if ((long)stride << shift > Array.MaxLength)
        {
            throw new ArgumentException(
                Invariant($"{name}.AccountCount was {columns.AccountCount:#,0} with {columns.MonthCount:#,0} months; ")
                    + "fewer accounts are expected, or rows that are sorted by account.",
                name);
        }

        int blocks = ((columns.AccountCount - 1) >> shift) + 1;
        int rows = columns.Accounts.Length;
        int[] ends = BlockEnds(columns, shift, blocks, name);
        int[] order = ArrayPool<int>.Shared.Rent(rows);
        int[] spans = ArrayPool<int>.Shared.Rent(columns.HasEnds ? rows : 1);
        long[] amounts = ArrayPool<long>.Shared.Rent(rows);
        T[] block = ArrayPool<T>.Shared.Rent(stride << shift);
        try
        {
            Partition(columns, shift, stride, ends, order, spans, amounts, name);
            int from = 0;
            for (int number = 0; number < blocks; number++)
            {
                int first = number << shift;
                int count = Math.Min(1 << shift, columns.AccountCount - first);
                Span<T> months = block.AsSpan(0, count * stride);
                months.Clear();
                int end = ends[number];
                for (int row = from; row < end; row++)
                {
                    T amount = T.CreateTruncating(amounts[row]);
                    months[order[row]] += amount;
                    if (columns.HasEnds && spans[row] > 0)
                    {
                        months[order[row] + spans[row]] -= amount;
                    }
                }

                for (int account = 0; account < count; account++)
                {
                    Span<T> row = months.Slice(account * stride, stride);
                    if (columns.HasEnds)
                    {
                        Accumulate(row, columns.MonthCount);
                    }

                    AddAccount(columns, sums, row, first + account, name);
                }

                from = end;
            }
        }
        finally
        {
            ArrayPool<int>.Shared.Return(order);
            ArrayPool<int>.Shared.Return(spans);
            ArrayPool<long>.Shared.Return(amounts);
            ArrayPool<T>.Shared.Return(block);
        }
    }

    // Blocks as small as the second cache, and few enough that each stream of the partition keeps its page.
    private static int ShiftOf(int accounts, int stride)
    {
        int shift = 0;
        while ((long)stride * sizeof(long) << (shift + 1) <= BlockBytes || (accounts - 1) >> shift >= MostBlocks)
        {
            shift++;
        }

        return shift;
    }

    private static int[] BlockEnds(in HistoryColumns columns, int shift, int blocks, string name)
    {
        var counts = new int[blocks];
        foreach (int account in columns.Accounts)
        {
            if ((uint)account >= (uint)columns.AccountCount)
            {
                throw columns.OutOfRange(name);
            }

            counts[account >> shift]++;
        }

        int start = 0;
        for (int block = 0; block < blocks; block++)
        {
            (counts[block], start) = (start, start + counts[block]);
        }

        return counts; // the starts; the partition moves them to the ends
    }

    private static void Partition(
        in HistoryColumns columns,
        int shift,
        int stride,
        int[] next,
        int[] order,
        int[] spans,
        long[] amounts,
        string name)
    {
        ReadOnlySpan<int> accounts = columns.Accounts;
        ReadOnlySpan<int> starts = columns.Starts[..accounts.Length];
        ReadOnlySpan<long> values = columns.Amounts[..accounts.Length];
        int mask = (1 << shift) - 1;
        for (int row = 0; row < accounts.Length; row++)
        {
            int account = accounts[row];
            int start = starts[row];
            if ((uint)start >= (uint)columns.MonthCount)
            {
                throw columns.OutOfRange(name);
            }

            int at = next[account >> shift]++;
            order[at] = ((account & mask) * stride) + start + 1;
            amounts[at] = values[row];
            if (columns.HasEnds)
            {
                int end = columns.Ends[row];
                if (end <= start)
                {
                    throw columns.OutOfRange(name);
                }

                spans[at] = end < columns.MonthCount ? end - start : 0;
            }
        }
    }

    private static void AddPeriod<T>(Span<T> row, in HistoryColumns columns, int at, T amount, string name)
        where T : struct, IBinaryInteger<T>
    {
        int start = columns.Starts[at];
        int end = columns.Ends[at];
        if ((uint)start >= (uint)columns.MonthCount || end <= start)
        {
            throw columns.OutOfRange(name);
        }

        row[start + 1] += amount;
        if (end < columns.MonthCount)
        {
            row[end + 1] -= amount;
        }
    }

    private static void Accumulate<T>(Span<T> row, int months)
        where T : struct, IBinaryInteger<T>
    {
        T running = T.Zero;
        for (int position = 1; position <= months; position++)
        {
            running += row[position];
            row[position] = running;
        }
    }

    private static void AddAccount<T>(
        in HistoryColumns columns, RetentionSums<T> sums, Span<T> row, int account, string name)
        where T : struct, IBinaryInteger<T>
    {
        if (RowReader.Add(sums, row, columns.Groups.IsEmpty ? 0 : columns.Groups[account]))
        {
            return;
        }

        int position = 1;
        while (!T.IsNegative(row[position]))
        {
            position++;
        }

        throw new ArgumentException(
            Invariant($"Account {account} of {name} has {row[position]} minor units in ")
                + Invariant($"{sums.Plan.MonthOf(position)}; ")
                + "zero or more is expected.",
            name);
    }
}
