using NodaTime;
using RevenueModel.Primitives;

namespace RevenueModel.Retention;

/// <summary>The subscription periods of many accounts in columns: one row for each period with its recurring revenue,
/// in any order.</summary>
/// <remarks>
/// Accounts, months and groups are numbers from zero, so that no text is read. A period covers the months from its
/// start to before its end. Rows that are sorted by account are read fastest. The columns are not copied.
/// </remarks>
public readonly ref struct RevenuePeriodColumns
{
    /// <summary>Creates columns without rows.</summary>
    public RevenuePeriodColumns()
    {
    }

    /// <summary>Gets the number of the account of each row, from zero and below <see cref="AccountCount"/>.</summary>
    public required ReadOnlySpan<int> Accounts { get; init; }

    /// <summary>Gets the first month of each row as the number of months after <see cref="FirstMonth"/>, below
    /// <see cref="MonthCount"/>.</summary>
    public required ReadOnlySpan<int> Starts { get; init; }

    /// <summary>Gets the month after the last one of each row, after its start. A period that ends after the history
    /// is counted through its last month.</summary>
    public required ReadOnlySpan<int> Ends { get; init; }

    /// <summary>Gets the recurring revenue of each row in minor units. The sum of an account and month is zero or
    /// more.</summary>
    public required ReadOnlySpan<long> Amounts { get; init; }

    /// <summary>Gets the number of accounts, zero or more.</summary>
    public required int AccountCount { get; init; }

    /// <summary>Gets the first month of the history.</summary>
    public required YearMonth FirstMonth { get; init; }

    /// <summary>Gets the number of months of the history, between 1 and 1,200.</summary>
    public required int MonthCount { get; init; }

    /// <summary>Gets the number of the group of each account, an index of <see cref="GroupNames"/>. Default: empty,
    /// one group.</summary>
    public ReadOnlySpan<int> GroupOfAccount { get; init; }

    /// <summary>Gets the names of the groups, such as segments. Default: empty, one group without a name.</summary>
    public ReadOnlySpan<string?> GroupNames { get; init; }

    /// <summary>Gets the minor unit of the amounts. Default: cents.</summary>
    public RoundingPolicy MinorUnit { get; init; } = RoundingPolicy.Cents;

    /// <summary>Returns the number of rows, accounts and months.</summary>
    public override string ToString() => Invariant(
        $"{Plural.Of(Accounts.Length, "period")}, {Plural.Of(AccountCount, "account")}, from {FirstMonth}");

    internal HistoryColumns ToHistory() => new()
    {
        Accounts = Accounts,
        Starts = Starts,
        Ends = Ends,
        HasEnds = true,
        Amounts = Amounts,
        AccountCount = AccountCount,
        FirstMonth = FirstMonth,
        MonthCount = MonthCount,
        Groups = GroupOfAccount,
        GroupNames = GroupNames,
        Digits = MinorUnit.Digits,
    };
}
