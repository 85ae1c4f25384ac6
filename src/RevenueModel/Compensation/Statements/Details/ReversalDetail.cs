using System.Text.Json.Serialization;
using NodaTime;
using RevenueModel.Primitives;

namespace RevenueModel.Compensation;

/// <summary>The figures of a reversal: pay that is recovered, or that is void and never becomes payable.</summary>
[JsonConverter(typeof(JsonCompanionRequired))]
public sealed record ReversalDetail : LineDetail
{
    /// <summary>Gets the cause.</summary>
    public required ClawbackCauses Cause { get; init; }

    /// <summary>Gets the account that churned, the deal that was not paid, or the person who left.</summary>
    public required string Subject { get; init; }

    /// <summary>Gets the day of the event.</summary>
    public required LocalDate On { get; init; }

    /// <summary>Gets the pay that was earned.</summary>
    public required decimal Amount { get; init; }

    /// <summary>Gets the day on which it was earned.</summary>
    public required LocalDate EarnedOn { get; init; }

    /// <summary>Gets whether the pay had become payable and is recovered; if not, it is void.</summary>
    public bool IsPaid { get; init; }

    /// <summary>Gets the share of the paid amount that is recovered, between 0 and 1. Default: one.</summary>
    public decimal Share { get; init; } = 1m;

    /// <summary>Gets whether the line offsets a correction, because the clawback already recovered its pay.</summary>
    public bool IsSpared { get; init; }

    /// <summary>Returns a readable description of the figures: the explanation of the line.</summary>
    public override string ToString()
    {
        string reason = Cause switch
        {
            ClawbackCauses.Churn => Subject + " churned",
            ClawbackCauses.NonPayment => $"the customer of {Subject} did not pay",
            _ => Subject + " left",
        };
        string earned = Invariant($"{Amount:#,0.00}; earned {EarnedOn:R}");
        string taken = IsPaid
            ? $"{Percent(Share)} of what was paid of {earned} is taken back"
            : "what was not payable of " + earned + " is void";
        return IsSpared
            ? Invariant($"{reason} on {On:R}, and the clawback took this already: of {Amount:#,0.00} corrected ")
                + Invariant($"{EarnedOn:R}")
            : Invariant($"{reason} on {On:R}: {taken}");
    }
}
