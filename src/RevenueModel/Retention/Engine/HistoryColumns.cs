using NodaTime;
using RevenueModel.Primitives;

namespace RevenueModel.Retention;

/// <summary>Rows of months, or of periods if there are ends, as the engine reads them.</summary>
internal readonly ref struct HistoryColumns
{
    private const int MostMonths = 1_200;
    private const int LastMonth = (10_000 * 12) - 1;

    public required ReadOnlySpan<int> Accounts { get; init; }

    public required ReadOnlySpan<int> Starts { get; init; }

    public ReadOnlySpan<int> Ends { get; init; }

    public bool HasEnds { get; init; }

    public required ReadOnlySpan<long> Amounts { get; init; }

    public required int AccountCount { get; init; }

    public required YearMonth FirstMonth { get; init; }

    public required int MonthCount { get; init; }

    public required ReadOnlySpan<int> Groups { get; init; }

    public required ReadOnlySpan<string?> GroupNames { get; init; }

    public required int Digits { get; init; }

    public int GroupCount => Math.Max(1, GroupNames.Length);

    /// <summary>Refuses columns of different lengths and numbers outside their range; rows are checked when they are
    /// read.</summary>
    public void Validate(string name)
    {
        RequireLength(name, "Months", Starts.Length, Accounts.Length);
        RequireLength(name, "Amounts", Amounts.Length, Accounts.Length);
        if (HasEnds)
        {
            RequireLength(name, "Ends", Ends.Length, Accounts.Length);
        }

        if (AccountCount < 0)
        {
            throw new ArgumentException(
                Invariant($"{name}.AccountCount was {AccountCount}; zero or more is expected."), name);
        }

        if (MonthCount is < 1 or > MostMonths)
        {
            throw new ArgumentException(
                Invariant($"{name}.MonthCount was {MonthCount}; 1 to {MostMonths:#,0} is expected."), name);
        }

        if (FirstMonth.Calendar != CalendarSystem.Iso || MonthIndex.Of(FirstMonth) + MonthCount - 1 > LastMonth)
        {
            throw new ArgumentException(
                Invariant($"{name}.FirstMonth was {FirstMonth}; a month of the ISO calendar from which ")
                    + Invariant($"{Plural.Of(MonthCount, "month")} end by 9999-12 is expected."),
                name);
        }

        var names = new HashSet<string?>(GroupNames.Length, StringComparer.Ordinal);
        foreach (string? group in GroupNames)
        {
            if (!names.Add(group))
            {
                throw new ArgumentException(
                    Invariant($"{name}.GroupNames had \"{group}\" twice; each name once is expected."), name);
            }
        }

        if (!Groups.IsEmpty)
        {
            RequireLength(name, "GroupOfAccount", Groups.Length, AccountCount);
        }

        for (int account = 0; account < Groups.Length; account++)
        {
            if ((uint)Groups[account] >= (uint)GroupCount)
            {
                throw new ArgumentException(
                    Invariant($"{name}.GroupOfAccount of account {account} was {Groups[account]}; ")
                        + Invariant($"0 to {GroupCount - 1} is expected."),
                    name);
            }
        }
    }

    /// <summary>Returns the exception for the first row with a number outside its range.</summary>
    public ArgumentException OutOfRange(string name)
    {
        for (int row = 0; row < Accounts.Length; row++)
        {
            if ((uint)Accounts[row] >= (uint)AccountCount)
            {
                return Refused(name, row, "account", Accounts[row], Invariant($"0 to {AccountCount - 1}"));
            }

            if ((uint)Starts[row] >= (uint)MonthCount)
            {
                string what = HasEnds ? "start" : "month";
                return Refused(name, row, what, Starts[row], Invariant($"0 to {MonthCount - 1}"));
            }

            if (HasEnds && Ends[row] <= Starts[row])
            {
                return Refused(name, row, "end", Ends[row], Invariant($"{Starts[row] + 1} or more"));
            }
        }

        throw new InvalidOperationException("No row is outside its range.");
    }

    private static void RequireLength(string name, string column, int length, int expected)
    {
        if (length != expected)
        {
            throw new ArgumentException(
                Invariant($"{name}.{column} had {Plural.Of(length, "row")}; {expected} are expected."), name);
        }
    }

    private ArgumentException Refused(string name, int row, string what, int value, string allowed) =>
        new(
            Invariant($"Row {row} of {name} (account {Accounts[row]}) had {what} {value}; {allowed} is expected."),
            name);
}
