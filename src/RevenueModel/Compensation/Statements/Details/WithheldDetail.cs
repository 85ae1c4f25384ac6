using System.Text.Json.Serialization;
using NodaTime;
using RevenueModel.Primitives;

namespace RevenueModel.Compensation;

/// <summary>The figures of a withheld credit: the gates that hold it, and the event after which it can no longer
/// count.</summary>
[JsonConverter(typeof(JsonCompanionRequired))]
public sealed record WithheldDetail : LineDetail
{
    /// <summary>Gets the credit.</summary>
    public required CompCredit Credit { get; init; }

    /// <summary>Gets the gates that hold the credit.</summary>
    public required ValueList<CreditGate> Gates { get; init; }

    /// <summary>Gets the day from which the credit can no longer count, or <see langword="null"/> if it still
    /// can.</summary>
    public LocalDate? LostOn { get; init; }

    /// <summary>Gets the event after which the credit can no longer count; <see langword="null"/> if it still can, or
    /// if the person left.</summary>
    public CompEvent? LostTo { get; init; }

    /// <summary>Gets the reason as text.</summary>
    internal string Reason => "withheld by " + GateText.Of(Gates) + Lost;

    private string Lost => LostOn is not { } day
        ? ""
        : "; it never counts: " + (LostTo?.ToString() ?? Invariant($"the person left on {day:R}"));

    /// <summary>Returns a readable description of the figures: the explanation of the line.</summary>
    public override string ToString() =>
        $"{Credit.Measure.Name} {Credit.Measure.Format(Credit.Credited)} does not count: {Reason}";
}
