using System.Text.Json.Serialization;
using Ardalis.GuardClauses;
using RevenueModel.Primitives;

namespace RevenueModel.Compensation;

/// <summary>A residual: trailing pay on the revenue of an account after it was won, at a rate for a number of
/// months.</summary>
/// <remarks>Immutable; equal by value. The months are <c>[anchor, anchor + months)</c> by NodaTime's rules: at 18
/// months from 2027-01-31, 2028-07-30 is the last day. A residual is payable when it is earned and does not
/// vest.</remarks>
[JsonConverter(typeof(JsonCompanionRequired))]
public sealed record Residual
{
    /// <summary>Gets the share that is paid, between 0 and 1.</summary>
    public required decimal Rate { get; init => field = Guard.Against.NotFraction(value, nameof(Rate)); }

    /// <summary>Gets the number of months in which it is paid; one or more. Default: 18.</summary>
    public int Months
    {
        get;
        init => field = Guard.Against.NotMonths(value, nameof(Months));
    } = 18;

    /// <summary>Gets the day from which the months count.</summary>
    public ResidualAnchor Anchor { get; init => field = Guard.Against.Undefined(value, nameof(Anchor)); }

    /// <summary>Gets the amount to which the rate applies.</summary>
    public ResidualBasis Basis { get; init => field = Guard.Against.Undefined(value, nameof(Basis)); }

    /// <summary>Returns a readable description.</summary>
    public override string ToString()
    {
        string basis = Basis switch
        {
            ResidualBasis.ActiveArrMonthly => "active ARR, monthly,",
            ResidualBasis.TierUpgrades => "the ARR of tier upgrades",
            _ => "expansion ARR",
        };
        string anchor = Anchor switch
        {
            ResidualAnchor.GoLive => "go-live",
            ResidualAnchor.FirstInvoice => "the first invoice",
            _ => "booking",
        };
        return Invariant($"{Rate * 100m:0.##}% of {basis} for {Plural.Of(Months, "month")} from {anchor}");
    }
}

/// <summary>The amount to which the rate of a <see cref="Residual"/> applies.</summary>
public enum ResidualBasis
{
    /// <summary>The expansion ARR credited on the account during the months, paid once, when it is credited. Used by
    /// the published plans. The default.</summary>
    ExpansionArr = 0,

    /// <summary>The active ARR of the account; a twelfth of it is paid on in each of the months.</summary>
    ActiveArrMonthly = 1,

    /// <summary>Only the expansion ARR of volume tier upgrades (<see cref="ExpansionTriggerKind.VolumeTierUpgrade"/>)
    /// credited during the months, paid once. Source: iPaaS 2027, direct answer.</summary>
    TierUpgrades = 2,
}

/// <summary>The day from which the months of a <see cref="Residual"/> count.</summary>
public enum ResidualAnchor
{
    /// <summary>The day of the account's first credit of new ARR in the ledger, under any plan. The default.</summary>
    Booking = 0,

    /// <summary>The day on which the account went live.</summary>
    GoLive = 1,

    /// <summary>The day of the account's first invoice.</summary>
    FirstInvoice = 2,
}
