using System.Text.Json.Serialization;
using NodaTime;
using RevenueModel.Primitives;

namespace RevenueModel.Compensation;

/// <summary>The figures of a release: pay earned before that becomes payable, or that is reversed by a
/// refund.</summary>
[JsonConverter(typeof(JsonCompanionRequired))]
public sealed record ReleaseDetail : LineDetail
{
    /// <summary>Gets the pay that was earned.</summary>
    public required decimal Amount { get; init; }

    /// <summary>Gets the day on which it was earned.</summary>
    public required LocalDate EarnedOn { get; init; }

    /// <summary>Gets whether the release is reversed because cash was returned to the customer.</summary>
    public bool IsTakenBack { get; init; }

    /// <summary>Gets the event that makes pay payable under the plan.</summary>
    public PaymentTrigger Trigger { get; init; }

    /// <summary>Gets the vesting schedule of the plan.</summary>
    public VestingSchedule Vesting { get; init; }

    /// <summary>Returns a readable description of the figures: the explanation of the line.</summary>
    public override string ToString()
    {
        string why = Trigger switch
        {
            PaymentTrigger.Invoice => "as the customer is invoiced",
            PaymentTrigger.CashReceived => IsTakenBack ? "as cash went back" : "as the customer pays",
            PaymentTrigger.PaidInFull => IsTakenBack ? "as cash went back" : "as the customer has paid in full",
            _ => "",
        };
        string vesting = Vesting == default ? "" : $"vesting {Vesting}";
        string joined = why.Length > 0 && vesting.Length > 0 ? why + ", " + vesting : why + vesting;
        string of = Invariant($"a part of {Amount:#,0.00} earned {EarnedOn:R}");
        return joined.Length > 0 ? of + ", " + joined : of;
    }
}
