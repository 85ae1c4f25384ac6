using System.Text.Json.Serialization;
using Ardalis.GuardClauses;
using RevenueModel.Primitives;

namespace RevenueModel.Retention;

/// <summary>A merger of two accounts: the history of the first one belongs to the second one.</summary>
/// <remarks>Immutable; equal by value. Ids are compared by ordinal.</remarks>
[JsonConverter(typeof(JsonCompanionRequired))]
public sealed record AccountMerger
{
    /// <summary>Gets the id of the account that ceases.</summary>
    public required string Account { get; init => field = Guard.Against.Blank(value, nameof(Account)); }

    /// <summary>Gets the id of the account that it becomes a part of.</summary>
    public required string Into { get; init => field = Guard.Against.Blank(value, nameof(Into)); }

    /// <summary>Creates a merger.</summary>
    /// <param name="account">The id of the account that ceases; not blank.</param>
    /// <param name="into">The id of the account that it becomes a part of; not blank.</param>
    /// <returns>The merger.</returns>
    /// <exception cref="ArgumentException">An id is blank.</exception>
    public static AccountMerger Of(string account, string into) =>
        new() { Account = Guard.Against.Blank(account), Into = Guard.Against.Blank(into) };

    /// <summary>Returns both ids.</summary>
    public override string ToString() => Account + " into " + Into;

    internal static ValueList<AccountMerger> RequireChains(ValueList<AccountMerger> mergers, string name)
    {
        var into = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (AccountMerger merger in mergers)
        {
            if (!into.TryAdd(Guard.Against.Null(merger, name).Account, merger.Into))
            {
                throw new ArgumentException(
                    Invariant($"{name} had account \"{merger.Account}\" twice; one merger of it is expected."), name);
            }
        }

        foreach (string account in into.Keys)
        {
            int steps = 0;
            for (string at = account; into.TryGetValue(at, out string? next); at = next)
            {
                if (++steps > into.Count)
                {
                    throw new ArgumentException(
                        Invariant($"{name} had a circle that contains account \"{account}\"; ")
                            + "chains that end are expected.",
                        name);
                }
            }
        }

        return mergers;
    }

    /// <summary>Returns the last account of the chain that starts with an account.</summary>
    internal static Dictionary<string, string> Targets(ValueList<AccountMerger> mergers)
    {
        var targets = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (AccountMerger merger in mergers)
        {
            targets[merger.Account] = merger.Into;
        }

        foreach (AccountMerger merger in mergers)
        {
            string last = merger.Into;
            while (targets.TryGetValue(last, out string? next))
            {
                last = next;
            }

            targets[merger.Account] = last;
        }

        return targets;
    }
}
