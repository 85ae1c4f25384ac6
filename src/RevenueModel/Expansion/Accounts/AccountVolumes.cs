using System.Text.Json.Serialization;
using Ardalis.GuardClauses;
using NodaTime;
using RevenueModel.Primitives;

namespace RevenueModel.Expansion;

/// <summary>The volume of an account, such as its active integrations, month by month.</summary>
/// <remarks>Immutable; equal by value. Created by <see cref="Of(string, YearMonth, ReadOnlySpan{decimal})"/>. A month
/// without volume is a zero.</remarks>
[JsonConverter(typeof(JsonCompanionRequired))]
public sealed record AccountVolumes
{
    private AccountVolumes(string account, YearMonth start, ValueList<decimal> volumes)
    {
        Account = account;
        Start = start;
        Volumes = volumes;
    }

    /// <summary>Gets the name of the account.</summary>
    public string Account { get; }

    /// <summary>Gets the first month, in which the account started.</summary>
    public YearMonth Start { get; }

    /// <summary>Gets the volumes from the first month on.</summary>
    public ValueList<decimal> Volumes { get; }

    /// <summary>Gets the person or role that watches the account, or <see langword="null"/> if nobody does.</summary>
    public string? WatchedBy { get; init => field = Guard.Against.BlankWhenGiven(value, nameof(WatchedBy)); }

    /// <summary>Gets the last month with a volume.</summary>
    public YearMonth LastMonth => Start.PlusMonths(Volumes.Count - 1);

    /// <summary>Creates the volumes of an account.</summary>
    /// <param name="account">The name of the account.</param>
    /// <param name="start">The first month, in which the account started.</param>
    /// <param name="volumes">The volumes from the first month on, at least one and at most 1,201; zero or
    /// more.</param>
    /// <returns>The volumes.</returns>
    /// <exception cref="ArgumentException">The name is blank, there is no volume or too many, a volume is negative, or
    /// the last month is after the year 9999; the message names account and month.</exception>
    public static AccountVolumes Of(string account, YearMonth start, params ReadOnlySpan<decimal> volumes)
    {
        Guard.Against.Blank(account);
        if (volumes.IsEmpty || volumes.Length > ExpansionGuards.MaxMonth + 1)
        {
            throw new ArgumentException(
                Invariant($"volumes of {account} had {volumes.Length} months; 1 to 1,201 are expected."),
                nameof(volumes));
        }

        ExpansionGuards.CalendarMonths(start, volumes.Length - 1, nameof(start));
        for (int i = 0; i < volumes.Length; i++)
        {
            if (volumes[i] < 0m)
            {
                throw DomainGuards.OutOfRange(
                    nameof(volumes),
                    Invariant($"{volumes[i]} of {account} in {start.PlusMonths(i):uuuu-MM}"),
                    "zero or more");
            }
        }

        return new AccountVolumes(account, start, ValueList.Create(volumes));
    }

    /// <summary>Creates the volumes of an account.</summary>
    /// <param name="account">The name of the account.</param>
    /// <param name="start">The first month, in which the account started.</param>
    /// <param name="volumes">The volumes from the first month on, at least one and at most 1,201; zero or
    /// more.</param>
    /// <param name="watchedBy">The person or role that watches the account. Default: nobody.</param>
    /// <returns>The volumes.</returns>
    /// <exception cref="ArgumentException">The name or <paramref name="watchedBy"/> is blank, there is no volume or
    /// too many, a volume is negative, or the last month is after the year 9999; the message names account and
    /// month.</exception>
    public static AccountVolumes Of(
        string account, YearMonth start, IEnumerable<decimal> volumes, string? watchedBy = null) =>
        Of(account, start, volumes.AsItems()) with
        {
            WatchedBy = Guard.Against.BlankWhenGiven(watchedBy, nameof(watchedBy)),
        };

    /// <summary>Returns a readable description, the same in every culture.</summary>
    public override string ToString()
    {
        string watched = WatchedBy is null ? "" : ", watched by " + WatchedBy;
        return Invariant($"{Account}: {Volumes[0]:#,0.##} in {Start:uuuu-MM} ")
            + Invariant($"to {Volumes[^1]:#,0.##} in {LastMonth:uuuu-MM}{watched}");
    }
}
