using System.Text.Json.Serialization;
using Ardalis.GuardClauses;
using RevenueModel.Primitives;

namespace RevenueModel.Organization;

/// <summary>The coverage of deals and of named accounts with champions. Created by
/// <see cref="BuyingGroupCalculator"/>.</summary>
/// <remarks>Immutable; equal by value.</remarks>
[JsonConverter(typeof(JsonCompanionRequired))]
public sealed record BuyingGroupCoverage
{
    /// <summary>Gets the coverage by deal.</summary>
    public required BuyingCoverage Deals { get; init; }

    /// <summary>Gets the coverage by account. The champions of all deals of an account cover it together.</summary>
    public required BuyingCoverage Accounts { get; init; }

    /// <summary>Gets the number of deals without an account, zero or more. They are excluded from
    /// <see cref="Accounts"/>.</summary>
    public int WithoutAccountCount
    {
        get;
        init => field = Guard.Against.BelowZero(value, nameof(WithoutAccountCount));
    }

    /// <summary>Returns both coverages.</summary>
    public override string ToString() => Invariant($"deals: {Deals}; accounts: {Accounts}");
}
