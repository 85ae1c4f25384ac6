using NodaTime;
using RevenueModel.Primitives;

namespace RevenueModel.Pipeline;

/// <summary>Open deals that have been open for too long.</summary>
public static class AgingCalculator
{
    /// <summary>Open deals older than any deal, won or lost, that ever closed.</summary>
    /// <param name="opportunities">Open and closed deals.</param>
    /// <param name="asOf">The day on which the open deals' age is taken.</param>
    /// <remarks>
    /// Age is <c>asOf - created</c> in days, compared with the longest <see cref="DealTimeline.CycleDays"/>. No deal
    /// of that age has been seen to close, so a weight taken from deals that did says little about it. A deal that
    /// closed after <paramref name="asOf"/> sets no length: that was not known on the day.
    /// </remarks>
    public static StaleDeals OlderThanAnyClosed(ReadOnlySpan<Opportunity> opportunities, LocalDate asOf)
    {
        int? longest = null;
        foreach (Opportunity opportunity in opportunities)
        {
            if (!(opportunity.Closed > asOf) && opportunity.Timeline.CycleDays is { } days && !(days <= longest))
            {
                longest = days;
            }
        }

        var stale = new List<Opportunity>();
        int withoutAge = 0;
        foreach (Opportunity opportunity in opportunities)
        {
            if (!opportunity.IsOpen)
            {
                continue;
            }

            int? age = opportunity.Timeline.AgeInDays(asOf);
            withoutAge += age is null ? 1 : 0;
            if (age > longest)
            {
                stale.Add(opportunity);
            }
        }

        return new StaleDeals { AsOf = asOf, LongestClosedCycleDays = longest, Deals = stale.ToValueList(), WithoutAgeCount = withoutAge };
    }

    /// <summary>Open deals that were expected to close before a day.</summary>
    /// <param name="opportunities">The deals; closed ones are passed over.</param>
    /// <param name="asOf">The day; a deal expected to close on it is not late yet.</param>
    public static ValueList<Opportunity> PastExpectedClose(ReadOnlySpan<Opportunity> opportunities, LocalDate asOf)
    {
        var late = new List<Opportunity>();
        foreach (Opportunity opportunity in opportunities)
        {
            if (opportunity.IsOpen && opportunity.ExpectedClose < asOf)
            {
                late.Add(opportunity);
            }
        }

        return late.ToValueList();
    }
}
