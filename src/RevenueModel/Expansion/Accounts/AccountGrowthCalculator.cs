using Ardalis.GuardClauses;
using NodaTime;
using RevenueModel.Primitives;

namespace RevenueModel.Expansion;

/// <summary>Measures the growth of volume by account, and finds accounts that stall.</summary>
public static class AccountGrowthCalculator
{
    /// <summary>Measures the growth of accounts in a month.</summary>
    /// <param name="accounts">The volumes by account, each account once, all with a volume in the month.</param>
    /// <param name="asOf">The month of the measurement. Later volumes are ignored.</param>
    /// <param name="options">The window, the limit of stalled accounts and the expected curve. Default: no growth in 6
    /// months.</param>
    /// <returns>The accounts, the longest without a new high first.</returns>
    /// <exception cref="ArgumentException">An account is null, occurs twice, has no volume in the month, is older than
    /// the expected curve reaches, or the sum of volumes exceeds the range of a decimal; the message names the
    /// account.</exception>
    /// <example><code>
    /// AccountGrowthWatch watch = AccountGrowthCalculator.Measure(
    ///     [
    ///         AccountVolumes.Of("Acme", new YearMonth(2027, 1), 24m, 26m, 28m, 30m),
    ///         AccountVolumes.Of("Globex", new YearMonth(2027, 1), 24m, 25m, 25m, 25m),
    ///     ],
    ///     asOf: new YearMonth(2027, 4),
    ///     new AccountGrowthOptions { WindowMonths = 2 });
    /// Console.WriteLine(watch.Stalled[0]); // Globex: stalled, 25, 0%, last high 2 months ago
    /// </code></example>
    public static AccountGrowthWatch Measure(
        ReadOnlySpan<AccountVolumes> accounts, YearMonth asOf, AccountGrowthOptions? options = null)
    {
        options ??= new AccountGrowthOptions();
        var names = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        var lines = new AccountGrowth[accounts.Length];
        decimal sum = 0m;
        for (int i = 0; i < lines.Length; i++)
        {
            AccountVolumes account = Guard.Against.Null(accounts[i], nameof(accounts));
            if (!names.Add(account.Account))
            {
                throw new ArgumentException(
                    $"accounts had \"{account.Account}\" twice; each account once is expected.", nameof(accounts));
            }

            lines[i] = Measure(account, asOf, options);
            try
            {
                sum += lines[i].Volume;
            }
            catch (OverflowException overflow)
            {
                throw DomainGuards.Overflow(
                    $"The sum of volumes up to account {account.Account}", nameof(accounts), overflow);
            }
        }

        return new AccountGrowthWatch
        {
            AsOf = asOf,
            Options = options,
            Accounts = lines.OrderByDescending(static line => line.MonthsSinceHigh).ToValueList(),
        };
    }

    /// <inheritdoc cref="Measure(ReadOnlySpan{AccountVolumes}, YearMonth, AccountGrowthOptions?)"/>
    public static AccountGrowthWatch Measure(
        IEnumerable<AccountVolumes> accounts, YearMonth asOf, AccountGrowthOptions? options = null) =>
        Measure(accounts.AsItems(), asOf, options);

    private static AccountGrowth Measure(AccountVolumes account, YearMonth asOf, AccountGrowthOptions options)
    {
        int age = ExpansionGuards.MonthsBetween(account.Start, asOf);
        ReadOnlySpan<decimal> volumes = account.Volumes.AsSpan();
        if (age < 0 || age >= volumes.Length)
        {
            throw DomainGuards.OutOfRange(
                nameof(asOf),
                Invariant($"{asOf:uuuu-MM}"),
                Invariant($"a month with a volume of {account.Account}, ")
                    + Invariant($"{account.Start:uuuu-MM} to {account.LastMonth:uuuu-MM},"));
        }

        decimal volume = volumes[age];
        decimal? before = age >= options.WindowMonths ? volumes[age - options.WindowMonths] : null;
        return new AccountGrowth
        {
            Account = account.Account,
            WatchedBy = account.WatchedBy,
            Month = asOf,
            AgeMonths = age,
            Volume = volume,
            VolumeBefore = before,
            MonthsSinceHigh = age - MonthOfHigh(volumes[..(age + 1)]),
            ExpectedVolume = Expected(account, age, options.ExpectedCurve),
            Status = StatusOf(volume, before, options.StalledUpTo),
        };
    }

    private static GrowthStatus StatusOf(decimal volume, decimal? before, decimal limit) => before switch
    {
        null => GrowthStatus.TooNew,
        { } earlier when volume < earlier => GrowthStatus.Shrinking,
        { } earlier when volume - earlier > limit * earlier => GrowthStatus.Growing,
        _ => GrowthStatus.Stalled,
    };

    private static int MonthOfHigh(ReadOnlySpan<decimal> volumes)
    {
        int high = 0;
        for (int i = 1; i < volumes.Length; i++)
        {
            high = volumes[i] > volumes[high] ? i : high;
        }

        return high;
    }

    private static double? Expected(AccountVolumes account, int age, ExpansionCurve? curve)
    {
        if (curve is null)
        {
            return null;
        }

        try
        {
            double start = curve.CheckedValueAt(0, "options");
            return start > 0 ? (double)account.Volumes[0] * (curve.CheckedValueAt(age, "options") / start) : null;
        }
        catch (ArgumentException refused)
        {
            throw DomainGuards.Within("Account " + account.Account, refused, "options");
        }
    }
}
