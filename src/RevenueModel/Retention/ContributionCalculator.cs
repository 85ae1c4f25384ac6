using Ardalis.GuardClauses;
using NodaTime;
using RevenueModel.Primitives;

namespace RevenueModel.Retention;

/// <summary>Splits the NRR of a closed cohort into the contributions of segments and of the largest
/// accounts.</summary>
/// <remarks><c>contribution = (ending - opening of the part) / opening of the cohort</c>. The contributions of all
/// parts sum to <c>NRR - 1</c>.</remarks>
public static class ContributionCalculator
{
    /// <summary>Returns the contribution of each group.</summary>
    /// <param name="history">The history.</param>
    /// <param name="options">The window, the last month and the grouping. Default: twelve months to the last month, by
    /// segment.</param>
    /// <returns>The groups in the order of names, or nothing if the window starts before the history.</returns>
    /// <exception cref="ArgumentException">The last month is outside the history.</exception>
    /// <example><code>
    /// AccountMonth[] months =
    /// [
    ///     new() { Account = "A", Segment = "SMB", Month = new YearMonth(2026, 12), Amount = 400m },
    ///     new() { Account = "B", Segment = "Enterprise", Month = new YearMonth(2026, 12), Amount = 600m },
    ///     new() { Account = "B", Segment = "Enterprise", Month = new YearMonth(2027, 12), Amount = 900m },
    /// ];
    /// var parts = ContributionCalculator.ByGroup(RevenueHistory.Of(months));
    /// Console.WriteLine(parts[0]); // Enterprise: 600 to 900, +30.0 points of NRR
    /// Console.WriteLine(parts[1]); // SMB: 400 to 0, -40.0 points of NRR
    /// </code></example>
    public static ValueList<RetentionContribution> ByGroup(RevenueHistory history, RetentionOptions? options = null)
    {
        RetentionOptions given = options ?? new RetentionOptions { GroupBy = RevenueDimension.Segment };
        ValueList<RetentionTotals> groups = RetentionCalculator.ClosedCohort(history, given);
        decimal opening = 0m;
        foreach (RetentionTotals group in groups)
        {
            opening += group.Opening;
        }

        var parts = new RetentionContribution[groups.Count];
        for (int i = 0; i < parts.Length; i++)
        {
            RetentionTotals group = groups[i];
            parts[i] = new RetentionContribution(
                group.Group, group.Group, group.OpeningCount, group.Opening, group.Ending, opening);
        }

        return ValueList.Own(parts);
    }

    /// <summary>Returns the contributions of the accounts that changed the most.</summary>
    /// <param name="history">The history.</param>
    /// <param name="count">The number of accounts, 1 or more.</param>
    /// <param name="options">The window and the last month. Default: twelve months to the last month.</param>
    /// <returns>The accounts of the cohort with the largest changes, up or down; equal changes by name. Nothing if the
    /// window starts before the history.</returns>
    /// <exception cref="ArgumentException">The number is below one, or the last month is outside the
    /// history.</exception>
    public static ValueList<RetentionContribution> LargestChanges(
        RevenueHistory history, int count, RetentionOptions? options = null) =>
        Accounts(
            history,
            Guard.Against.BelowOne(count),
            options,
            static (one, other) => Math.Abs(other.Change).CompareTo(Math.Abs(one.Change)));

    /// <summary>Returns the contributions of the largest accounts.</summary>
    /// <param name="history">The history.</param>
    /// <param name="count">The number of accounts, 1 or more.</param>
    /// <param name="options">The window and the last month. Default: twelve months to the last month.</param>
    /// <returns>The accounts with the largest revenue at the start; equal ones by name. Nothing if the window starts
    /// before the history.</returns>
    /// <exception cref="ArgumentException">The number is below one, or the last month is outside the
    /// history.</exception>
    public static ValueList<RetentionContribution> LargestAccounts(
        RevenueHistory history, int count, RetentionOptions? options = null) =>
        Accounts(
            history,
            Guard.Against.BelowOne(count),
            options,
            static (one, other) => other.Opening.CompareTo(one.Opening));

    /// <summary>Returns the accounts of the cohort whose revenue did not grow in the window, the largest
    /// first.</summary>
    /// <param name="history">The history.</param>
    /// <param name="options">The window and the last month. Default: twelve months to the last month.</param>
    /// <returns>The accounts with revenue at the end that is not above the revenue at the start.</returns>
    /// <exception cref="ArgumentException">The last month is outside the history.</exception>
    public static ValueList<RetentionContribution> Stalled(RevenueHistory history, RetentionOptions? options = null)
    {
        ValueList<RetentionContribution> all = Accounts(
            history, int.MaxValue, options, static (one, other) => other.Opening.CompareTo(one.Opening));
        var stalled = new List<RetentionContribution>();
        foreach (RetentionContribution account in all)
        {
            if (account.Ending > 0m && account.Ending <= account.Opening)
            {
                stalled.Add(account);
            }
        }

        return stalled.ToValueList();
    }

    private static ValueList<RetentionContribution> Accounts(
        RevenueHistory history,
        int count,
        RetentionOptions? options,
        Comparison<RetentionContribution> order)
    {
        RetentionOptions given = (options ?? RetentionOptions.Default) with { GroupBy = RevenueDimension.None };
        ValueList<RetentionTotals> cohort = RetentionCalculator.ClosedCohort(history, given);
        if (cohort.IsEmpty)
        {
            return default;
        }

        decimal opening = cohort[0].Opening;
        int start = PositionOf(history, cohort[0].From);
        int end = PositionOf(history, cohort[0].Through);
        var accounts = new List<RetentionContribution>();
        for (int number = 0; number < history.AccountCount; number++)
        {
            HistoryAccount account = history.Layout.Accounts[number];
            if (Held(history, number, start, given.HeldMonths) is var amount and > 0m)
            {
                decimal ending = Held(history, number, end, given.HeldMonths);
                accounts.Add(new RetentionContribution(account.Name, account.Segment, 1, amount, ending, opening));
            }
        }

        accounts.Sort((one, other) => order(one, other) is var result and not 0
            ? result
            : string.CompareOrdinal(one.Name, other.Name));
        return accounts.GetRange(0, Math.Min(count, accounts.Count)).ToValueList();
    }

    // The revenue of an account, or what is held of it in the months of grace.
    private static decimal Held(RevenueHistory history, int number, int position, int heldMonths)
    {
        decimal amount = history.AmountAt(number, position);
        for (int back = 1; amount == 0m && back <= heldMonths && back < position; back++)
        {
            amount = history.AmountAt(number, position - back);
        }

        return amount;
    }

    private static int PositionOf(RevenueHistory history, YearMonth month) =>
        MonthIndex.Of(month) - history.Layout.First + 1;
}
