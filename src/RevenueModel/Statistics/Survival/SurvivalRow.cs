using System.Text.Json.Serialization;
using RevenueModel.Primitives;

namespace RevenueModel.Statistics;

/// <summary>The subjects that enter, have an event or are censored at one time.</summary>
/// <remarks>Immutable; equal by value. Weights are exact, with at most nine decimal places.</remarks>
[JsonConverter(typeof(JsonCompanionRequired))]
public sealed record SurvivalRow
{
    /// <summary>Gets the time, zero or more.</summary>
    public required decimal Time
    {
        get;
        init => field = SurvivalGuards.Time(value, nameof(Time));
    }

    /// <summary>Gets the weight of the subjects that are at risk after this time and not before it, zero or more. At
    /// time zero, they are at risk at time zero too.</summary>
    public decimal Entered
    {
        get;
        init => field = SurvivalGuards.Weight(value, nameof(Entered));
    }

    /// <summary>Gets the weight of the events of each cause, from cause 1 on; each zero or more, at most 255.
    /// </summary>
    public ValueList<decimal> Events
    {
        get;
        init => field = RequireEvents(value);
    }

    /// <summary>Gets the weight of the subjects whose observation ends at this time without an event, zero or
    /// more.</summary>
    public decimal Censored
    {
        get;
        init => field = SurvivalGuards.Weight(value, nameof(Censored));
    }

    internal decimal EventTotal
    {
        get
        {
            decimal total = 0m;
            foreach (decimal events in Events)
            {
                total += events;
            }

            return total;
        }
    }

    /// <summary>Returns the time and the weights.</summary>
    public override string ToString() => Invariant(
        $"at {Time:0.####}: {EventTotal:#,0.####} events, {Censored:#,0.####} censored, {Entered:#,0.####} entered");

    internal decimal EventsOf(int cause) => cause <= Events.Count ? Events[cause - 1] : 0m;

    // Trailing causes without events are left out, so that equal rows have one form.
    private static ValueList<decimal> RequireEvents(ValueList<decimal> events)
    {
        if (events.Count > SurvivalGuards.MaxCauses)
        {
            throw DomainGuards.OutOfRange(
                nameof(Events), Invariant($"a list of {events.Count} causes"), "at most 255 causes");
        }

        decimal[] weights = new decimal[events.Count];
        int used = 0;
        for (int i = 0; i < weights.Length; i++)
        {
            weights[i] = SurvivalGuards.Weight(events[i], nameof(Events));
            used = weights[i] > 0m ? i + 1 : used;
        }

        return used == 0 ? [] : ValueList.Create<decimal>(weights.AsSpan(0, used));
    }
}
