using System.Text.Json.Serialization;
using Ardalis.GuardClauses;
using NodaTime;
using RevenueModel.Pricing;
using RevenueModel.Primitives;

namespace RevenueModel.Billing;

/// <summary>A change of plan or of prices on a day of a contract.</summary>
/// <remarks>Immutable; equal by value. Add it with <see cref="BillingAccount.ChangePlan"/>.</remarks>
[JsonConverter(typeof(JsonCompanionRequired))]
public sealed record PricePlanChange
{
    /// <summary>Gets the first day under the new plan.</summary>
    public required LocalDate On { get; init; }

    /// <summary>Gets the new plan.</summary>
    public required PricePlan Plan { get; init => field = Guard.Against.Null(value, nameof(Plan)); }

    /// <summary>Gets the treatment of the base fee within its period. Default: prorated by days.</summary>
    public PlanChangeConvention Convention
    {
        get;
        init => field = Guard.Against.Undefined(value, nameof(Convention));
    }

    /// <summary>Returns the day, the plan and the convention.</summary>
    public override string ToString() => Invariant($"{On:R} to {Plan.Name}") + (Convention switch
    {
        PlanChangeConvention.FullDifference => ", full difference",
        PlanChangeConvention.FromNextPeriod => ", from the next period",
        PlanChangeConvention.NoRefund => ", no refund",
        _ => "",
    });
}

/// <summary>The treatment of the base fee if a plan changes within the period of the fee.</summary>
public enum PlanChangeConvention
{
    /// <summary>The old fee is billed for the days before the change, and the new fee from the day of the change on.
    /// The default.</summary>
    ProratedByDays = 0,

    /// <summary>The new fee replaces the old fee from the first day that the old fee covers. The whole difference is
    /// due at once.</summary>
    FullDifference = 1,

    /// <summary>The change takes effect on the first day of the next period. The usual rule for downgrades.</summary>
    FromNextPeriod = 2,

    /// <summary>Prorated by days, except that a change never lowers the fee of the period: after a downgrade the old
    /// fee applies to the end of its period.</summary>
    NoRefund = 3,
}
