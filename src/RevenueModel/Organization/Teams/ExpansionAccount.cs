using System.Text.Json.Serialization;
using Ardalis.GuardClauses;
using RevenueModel.Primitives;

namespace RevenueModel.Organization;

/// <summary>An account with its ARR and the ARR that it can reach.</summary>
/// <remarks>Immutable; equal by value.</remarks>
[JsonConverter(typeof(JsonCompanionRequired))]
public sealed record ExpansionAccount
{
    /// <summary>Gets the name, unique ignoring case.</summary>
    public required string Account { get; init => field = Guard.Against.Blank(value, nameof(Account)); }

    /// <summary>Gets the ARR, zero or more.</summary>
    public required decimal Arr { get; init => field = Guard.Against.BelowZero(value, nameof(Arr)); }

    /// <summary>Gets the ARR that the account can reach, zero or more.</summary>
    public required decimal Ceiling { get; init => field = Guard.Against.BelowZero(value, nameof(Ceiling)); }

    /// <summary>Gets the room to expand: <c>ceiling - ARR</c>, or zero if the ARR reaches the ceiling.</summary>
    public decimal Room => Math.Max(Ceiling - Arr, 0m);

    /// <summary>Creates an account whose ceiling follows from its sites.</summary>
    /// <param name="account">The name; not blank.</param>
    /// <param name="arr">The ARR, zero or more.</param>
    /// <param name="sitesLeft">The number of sites that are not covered, zero or more.</param>
    /// <param name="acvPerSite">The ACV of a further site, zero or more.</param>
    /// <returns>The account: <c>ceiling = ARR + sites left × ACV per site</c>.</returns>
    /// <exception cref="ArgumentException">The name is blank, a number is negative, or the ceiling exceeds the range
    /// of a decimal.</exception>
    public static ExpansionAccount OfSites(string account, decimal arr, int sitesLeft, decimal acvPerSite)
    {
        Guard.Against.Blank(account);
        Guard.Against.BelowZero(arr);
        Guard.Against.BelowZero(sitesLeft);
        Guard.Against.BelowZero(acvPerSite);
        try
        {
            return new ExpansionAccount { Account = account, Arr = arr, Ceiling = arr + (sitesLeft * acvPerSite) };
        }
        catch (OverflowException overflow)
        {
            throw DomainGuards.Overflow(Invariant($"The ceiling of \"{account}\""), nameof(acvPerSite), overflow);
        }
    }

    /// <summary>Returns the account, the ARR and the ceiling.</summary>
    public override string ToString() => Invariant($"{Account}: {Arr:#,0.##} of {Ceiling:#,0.##}");
}
