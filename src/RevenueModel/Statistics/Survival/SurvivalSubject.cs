using System.Text.Json.Serialization;
using RevenueModel.Primitives;

namespace RevenueModel.Statistics;

/// <summary>A subject that is observed until an event or until the observation ends: a customer, a contract, a
/// deal.</summary>
/// <remarks>Immutable; equal by value.</remarks>
[JsonConverter(typeof(JsonCompanionRequired))]
public sealed record SurvivalSubject
{
    /// <summary>Gets the time of the event or of the end of observation since the start of the subject, zero or more,
    /// in one unit for all subjects, such as days or months.</summary>
    public required decimal Time
    {
        get;
        init => field = SurvivalGuards.Time(value, nameof(Time));
    }

    /// <summary>Gets the cause of the event as a number between 1 and 255; 0 if the subject is censored, which means
    /// that no event was observed by <see cref="Time"/>. Default: 0. A single kind of event is cause 1.</summary>
    public int Cause
    {
        get;
        init => field = value is >= 0 and <= SurvivalGuards.MaxCauses
            ? value
            : throw DomainGuards.OutOfRange(nameof(Cause), value, "0 for censored or a cause between 1 and 255");
    }

    /// <summary>Gets the time since the start of the subject from which it is observed (late entry), zero or more and
    /// before <see cref="Time"/>. Default: 0, from the start.</summary>
    public decimal Entry
    {
        get;
        init => field = SurvivalGuards.Time(value, nameof(Entry));
    }

    /// <summary>Gets the weight, between 0 and 10^18 with at most nine decimal places. A weight of two counts as two
    /// subjects. Default: 1.</summary>
    public decimal Weight
    {
        get;
        init => field = SurvivalGuards.Weight(value, nameof(Weight));
    } = 1m;

    /// <summary>Returns the times, the cause and the weight.</summary>
    public override string ToString()
    {
        string from = Entry > 0m ? Invariant($"from {Entry:0.####} ") : "";
        string end = Cause == 0 ? "censored" : Invariant($"event of cause {Cause}");
        string weight = Weight == 1m ? "" : Invariant($", weight {Weight:0.####}");
        return Invariant($"{from}to {Time:0.####}: {end}{weight}");
    }
}
