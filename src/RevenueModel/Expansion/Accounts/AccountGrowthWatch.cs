using System.Text.Json.Serialization;
using NodaTime;
using RevenueModel.Primitives;

namespace RevenueModel.Expansion;

/// <summary>The growth of volume by account, for those who watch it. Created by
/// <see cref="AccountGrowthCalculator"/>.</summary>
/// <remarks>Immutable; equal by value.</remarks>
[JsonConverter(typeof(JsonCompanionRequired))]
public sealed record AccountGrowthWatch
{
    /// <summary>Gets the month of the measurement.</summary>
    public required YearMonth AsOf { get; init; }

    /// <summary>Gets the rule of the measurement.</summary>
    public required AccountGrowthOptions Options { get; init; }

    /// <summary>Gets the accounts: the longest without a new high first, those with the same time in the order
    /// given.</summary>
    public ValueList<AccountGrowth> Accounts { get; init; }

    /// <summary>Gets the accounts that are stalled or shrinking, in the same order.</summary>
    public ValueList<AccountGrowth> Stalled => Accounts
        .Where(static account => account.Status is GrowthStatus.Stalled or GrowthStatus.Shrinking)
        .ToValueList();

    /// <summary>Gets the volume of all accounts.</summary>
    public decimal Volume => Accounts.Sum(static account => account.Volume);

    /// <summary>Gets the growth over the window of all accounts that are at least as old as the window, as a fraction,
    /// or <see langword="null"/> if they had no volume.</summary>
    public decimal? Growth
    {
        get
        {
            decimal before = Accounts.Sum(static account => account.VolumeBefore ?? 0m);
            decimal after = Accounts.Sum(
                static account => account.VolumeBefore is null ? 0m : account.Volume);
            return before == 0m ? null : (after / before) - 1m;
        }
    }

    /// <summary>Counts the accounts with a status.</summary>
    /// <param name="status">The status.</param>
    /// <returns>The number of accounts.</returns>
    public int CountOf(GrowthStatus status) => Accounts.Count(account => account.Status == status);

    /// <summary>Returns a readable description, the same in every culture.</summary>
    public override string ToString() => Invariant($"{AsOf:uuuu-MM}: {Plural.Of(Accounts.Count, "account")}, ")
        + Invariant($"{CountOf(GrowthStatus.Growing)} growing, {CountOf(GrowthStatus.Stalled)} stalled, ")
        + Invariant($"{CountOf(GrowthStatus.Shrinking)} shrinking, {CountOf(GrowthStatus.TooNew)} too new");
}
