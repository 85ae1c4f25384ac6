using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace RevenueModel.Retention;

/// <summary>Reads months that are sorted by account in a single pass, and gives up where a row needs a closer
/// look.</summary>
internal static class SortedRows
{
    /// <summary>Returns the sums of all accounts, or null if the rows are not sorted, a number is outside its range, a
    /// month is negative, or a sum might not fit 64 bits. <see cref="ColumnReader"/> then reads them again.</summary>
    public static RetentionSums<long>? TryRead(in HistoryColumns columns, RetentionPlan plan)
    {
        var sums = new RetentionSums<long>(plan, columns.GroupCount);
        var buffer = new long[plan.Stride + Vector256<long>.Count];
        int rows = columns.Accounts.Length;
        uint monthCount = (uint)columns.MonthCount;
        uint accountCount = (uint)columns.AccountCount;
        ref int accounts = ref MemoryMarshal.GetReference(columns.Accounts);
        ref int months = ref MemoryMarshal.GetReference(columns.Starts);
        ref long amounts = ref MemoryMarshal.GetReference(columns.Amounts);
        ref long row = ref MemoryMarshal.GetArrayDataReference(buffer);
        long bits = 0;
        int at = 0;
        int previous = -1;
        while (at < rows)
        {
            int account = Unsafe.Add(ref accounts, at);
            if (account <= previous || (uint)account >= accountCount)
            {
                return null;
            }

            previous = account;
            for (int place = 0; place < plan.Stride; place += Vector256<long>.Count)
            {
                default(Vector256<long>).StoreUnsafe(ref row, (nuint)place);
            }

            do
            {
                int month = Unsafe.Add(ref months, at);
                if ((uint)month >= monthCount)
                {
                    return null;
                }

                long amount = Unsafe.Add(ref amounts, at);
                bits |= amount ^ (amount >> 63);
                Unsafe.Add(ref row, month + 1) += amount;
                at++;
            }
            while (at < rows && Unsafe.Add(ref accounts, at) == account);

            if (!RowReader.Add(sums, buffer.AsSpan(), columns.Groups.IsEmpty ? 0 : columns.Groups[account]))
            {
                return null;
            }
        }

        return ColumnReader.FitsLong(bits, rows) ? sums : null;
    }
}
