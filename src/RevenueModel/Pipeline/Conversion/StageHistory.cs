using System.Text.Json.Serialization;
using RevenueModel.Primitives;

namespace RevenueModel.Pipeline;

/// <summary>The open stages that a closed deal went through, in order, and its outcome.</summary>
[JsonConverter(typeof(JsonCompanionRequired))]
public sealed record StageHistory
{
    /// <summary>Gets the names of the stages in the order in which the deal entered them. A deal may skip stages and
    /// return to earlier ones.</summary>
    /// <exception cref="ArgumentException">There is no stage.</exception>
    public required ValueList<string> Stages
    {
        get;
        init => field = value.IsEmpty
            ? throw DomainGuards.OutOfRange(nameof(Stages), "empty", "at least one stage")
            : value;
    }

    /// <summary>Gets the outcome, won or lost. The history of an open deal is not complete.</summary>
    /// <exception cref="ArgumentException">The value is open.</exception>
    public required DealOutcome Outcome
    {
        get;
        init => field = value is DealOutcome.Won or DealOutcome.Lost
            ? value
            : throw DomainGuards.OutOfRange(nameof(Outcome), value, "Won or Lost");
    }

    /// <summary>Returns the stages and the outcome.</summary>
    public override string ToString() => string.Join(" > ", Stages) + " > " + Outcome.ToString();
}
