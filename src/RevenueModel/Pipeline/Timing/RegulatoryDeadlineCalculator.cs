using RevenueModel.Primitives;

namespace RevenueModel.Pipeline;

/// <summary>Regulation as the clock of the pipeline.</summary>
public static class RegulatoryDeadlineCalculator
{
    /// <summary>The regulation-driven share of the open pipeline by the quarter of the deadline.</summary>
    /// <param name="opportunities">The deals; closed ones are passed over, deals without an amount count as
    /// zero.</param>
    /// <param name="calendar">The fiscal calendar of the quarters; the calendar year unless said.</param>
    public static RegulatoryPipeline ByDeadlineQuarter(
        ReadOnlySpan<Opportunity> opportunities,
        FiscalCalendar calendar = default)
    {
        int open = 0;
        decimal openAmount = 0m;
        foreach (Opportunity opportunity in opportunities)
        {
            if (opportunity.IsOpen)
            {
                open++;
                openAmount += opportunity.Amount ?? 0m;
            }
        }

        ValueList<Keyed<YearQuarter?, RegulatoryQuarter>> quarters = OpportunityGroups.Measure(
            opportunities,
            static opportunity => opportunity.IsOpen && opportunity.RegulatoryTrigger is not null,
            opportunity => opportunity.RegulatoryTrigger?.Deadline is { } deadline
                ? calendar.QuarterOf(deadline)
                : (YearQuarter?)null,
            order: null,
            group => Sum(group, openAmount));

        return new RegulatoryPipeline
        {
            OpenCount = open,
            OpenAmount = openAmount,
            Quarters = quarters.Select(line => line.Value with { Quarter = line.Key }).ToValueList(),
        };
    }

    private static RegulatoryQuarter Sum(ReadOnlySpan<Opportunity> group, decimal openAmount)
    {
        decimal amount = 0m;
        foreach (Opportunity opportunity in group)
        {
            amount += opportunity.Amount ?? 0m;
        }

        return new RegulatoryQuarter(null, group.Length, amount, openAmount == 0m ? null : amount / openAmount);
    }
}
