using System.Text.Json.Serialization;
using RevenueModel.Primitives;

namespace RevenueModel.Compensation;

/// <summary>An event of a ledger without effect on pay, with the reason.</summary>
/// <param name="Event">The event.</param>
/// <param name="Reason">The reason.</param>
[JsonConverter(typeof(JsonCompanionRequired))]
public readonly record struct EventWithoutEffect(CompEvent Event, NoEffectReason Reason)
{
    /// <summary>Returns a readable description.</summary>
    public override string ToString() => $"{Event}: " + Reason switch
    {
        NoEffectReason.BeforeFirstCredit => "it is dated before the first credit of its deal or account",
        NoEffectReason.NoRule => "no plan in force has a rule that uses it",
        _ => "no credit has its deal or account",
    };
}

/// <summary>The reasons why an event of a <see cref="CompLedger"/> has no effect on pay.</summary>
public enum NoEffectReason
{
    /// <summary>No credit has the deal, or the account of an account-level event.</summary>
    NoCredit = 0,

    /// <summary>A churn or non-payment is dated before the first credit of the account or deal, so there is no pay to
    /// recover.</summary>
    BeforeFirstCredit = 1,

    /// <summary>No plan under which the deal or account is credited has a rule that uses the event: a gate, a payment
    /// trigger, a residual or a clawback.</summary>
    NoRule = 2,
}
