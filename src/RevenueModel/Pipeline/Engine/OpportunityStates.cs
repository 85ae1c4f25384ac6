using NodaTime;

namespace RevenueModel.Pipeline;

/// <summary>The state of a deal at the end of a day, as it was known on that day.</summary>
internal static class OpportunityStates
{
    /// <summary>Returns whether a deal was open at the end of a day: created by then and not yet closed.</summary>
    /// <param name="opportunity">The deal. Without a creation date it counts as created; a closed one without a close
    /// date is not open on any day.</param>
    /// <param name="asOf">The day.</param>
    public static bool IsOpenOn(Opportunity opportunity, LocalDate asOf) =>
        !(opportunity.Created > asOf) && (opportunity.IsOpen || opportunity.Closed > asOf);
}
