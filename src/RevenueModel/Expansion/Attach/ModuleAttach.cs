using System.Text.Json.Serialization;
using Ardalis.GuardClauses;
using RevenueModel.Primitives;

namespace RevenueModel.Expansion;

/// <summary>The terms of a module that is attached to existing accounts: accounts, revenue per account, attach rate
/// and uplift.</summary>
/// <remarks>
/// Immutable; equal by value. No source publishes an attach rate, so it has to be given. Published uplifts: 34-58%
/// (Industrial IoT 2027) and 30-58% (iPaaS 2027).
/// </remarks>
[JsonConverter(typeof(JsonCompanionRequired))]
public sealed record ModuleAttach
{
    /// <summary>Gets the name of the module.</summary>
    public required string Module { get; init => field = Guard.Against.Blank(value, nameof(Module)); }

    /// <summary>Gets the number of accounts that can attach the module, zero or more.</summary>
    public required int Accounts
    {
        get;
        init => field = (int)Guard.Against.BelowZero((long)value, nameof(Accounts));
    }

    /// <summary>Gets the ARR of an account without the module on average, zero or more.</summary>
    public required decimal BaseArpu { get; init => field = Guard.Against.BelowZero(value, nameof(BaseArpu)); }

    /// <summary>Gets the share of accounts with the module by month of the program, as a curve of values between 0 and
    /// 1.</summary>
    public required ExpansionCurve AttachRate
    {
        get;
        init => field = Guard.Against.Null(value, nameof(AttachRate));
    }

    /// <summary>Gets the ARR that the module adds to an account, as a band of fractions of
    /// <see cref="BaseArpu"/> between 0 and 1: 0.34 to 0.58.</summary>
    public required Band<decimal> Uplift { get; init => field = Guard.Against.NotFractionBand(value, nameof(Uplift)); }

    /// <summary>Gets the percentage points by which the attach rate is lower without the overlay role that sells the
    /// module, between 0 and 100, or <see langword="null"/> if they are unknown. Published: 35-50 points.</summary>
    public Band<decimal>? LagPoints
    {
        get;
        init => field = value is { } points ? ExpansionGuards.Points(points, nameof(LagPoints)) : null;
    }

    /// <summary>Gets the ARR of all accounts without the module: <c>accounts × base ARPU</c>.</summary>
    internal decimal BaseArr => Accounts * BaseArpu;

    /// <summary>Returns a readable description, the same in every culture.</summary>
    public override string ToString() => Invariant($"{Module}: {Plural.Of(Accounts, "account")} ")
        + Invariant($"of {BaseArpu:#,0.##} ARR, uplift {Uplift:0.##%}, attach rate {AttachRate}");
}
