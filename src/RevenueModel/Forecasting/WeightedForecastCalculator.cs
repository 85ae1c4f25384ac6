using Ardalis.GuardClauses;
using NodaTime;
using RevenueModel.Pipeline;
using RevenueModel.Primitives;

namespace RevenueModel.Forecasting;

/// <summary>Computes the weighted-stage forecast, in which each open deal counts with the win probability of its
/// stage.</summary>
/// <remarks>
/// <para>
/// <c>Σ amount × p(stage)</c>, exact in <see cref="decimal"/>. An open deal is in the month of its expected close. A
/// won deal counts in full in the month in which it was won. Lost deals, and open deals that are omitted from the
/// forecast, count as zero.
/// </para>
/// <para>
/// An open deal whose expected close has passed stays in its month; <see cref="AgingCalculator"/> lists such deals.
/// Deals without a date or without an amount are counted in separate lines.
/// </para>
/// </remarks>
public static class WeightedForecastCalculator
{
    /// <summary>Returns the forecast of deals.</summary>
    /// <param name="process">The sales process whose stages the open deals are in.</param>
    /// <param name="opportunities">Open, won and lost deals, with amounts in one currency.</param>
    /// <returns>The forecast by month, segment, motion, category and stage.</returns>
    /// <exception cref="ArgumentException">An open deal is in a stage that the process does not have, or the amount
    /// of all deals exceeds the range of a decimal; the message names the deal.</exception>
    /// <example><code>
    /// SalesProcess process = SalesProcess.Of(new PipelineStage { Name = "Proposal", WinProbability = 50.Percent });
    /// DealTimeline march = DealTimeline.Open(expectedClose: new LocalDate(2027, 3, 31));
    /// Opportunity[] deals =
    /// [
    ///     new() { Id = "A", Stage = "Proposal", Amount = 80_000m, Timeline = march },
    ///     new() { Id = "B", Stage = "Proposal", Amount = 45_000m, Timeline = march },
    /// ];
    /// WeightedForecast forecast = WeightedForecastCalculator.Forecast(process, deals);
    /// Console.WriteLine(forecast.ByQuarter()[0]); // 2027-Q1: 2 deals, 125,000, weighted 62,500
    /// </code></example>
    public static WeightedForecast Forecast(SalesProcess process, ReadOnlySpan<Opportunity> opportunities)
    {
        Guard.Against.Null(process);
        var cells = new KeyedGroups<ForecastKey, ForecastAmounts>();
        decimal total = 0m;
        int at = 0;
        try
        {
            for (; at < opportunities.Length; at++)
            {
                Opportunity opportunity = opportunities[at];
                ForecastCategory category = process.CategoryOf(opportunity, nameof(opportunities), out int stage);
                var key = new ForecastKey(
                    MonthOf(opportunity),
                    opportunity.Segment,
                    opportunity.Motion,
                    category,
                    stage < 0 ? null : process.Stages[stage].Name);
                decimal amount = opportunity.Amount ?? 0m;

                // Amounts are zero or more, so if the total fits a decimal, each sum of cells does.
                total += amount;
                cells[key] += new ForecastAmounts(
                    Count: 1,
                    WithoutAmountCount: opportunity.Amount is null ? 1 : 0,
                    Amount: amount,
                    Weighted: amount * Weight(process, category, stage));
            }
        }
        catch (OverflowException overflow)
        {
            throw OpportunityGuards.Overflow(opportunities[at], overflow);
        }

        return new WeightedForecast(
            cells.InOrder(static amounts => amounts),
            process.Stages.Select(static stage => stage.Name).ToValueList());
    }

    /// <inheritdoc cref="Forecast(SalesProcess, ReadOnlySpan{Opportunity})"/>
    public static WeightedForecast Forecast(SalesProcess process, IEnumerable<Opportunity> opportunities) =>
        Forecast(process, opportunities.AsItems());

    /// <summary>Returns the weight of a deal in the forecast: one if it is won, zero if it is lost or omitted, else
    /// the win probability of its stage.</summary>
    /// <param name="process">The sales process whose stages the deal is in.</param>
    /// <param name="opportunity">The deal.</param>
    /// <returns>A fraction between 0 and 1.</returns>
    /// <exception cref="ArgumentException">The deal is open in a stage that the process does not have.</exception>
    public static decimal Weight(SalesProcess process, Opportunity opportunity)
    {
        ForecastCategory category =
            Guard.Against.Null(process).CategoryOf(opportunity, nameof(opportunity), out int stage);
        return Weight(process, category, stage);
    }

    /// <summary>Returns the month of a deal in the forecast: the month of its close if it is closed, else of its
    /// expected close.</summary>
    /// <param name="opportunity">The deal.</param>
    /// <returns>The month, or <see langword="null"/> if the date is unknown.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="opportunity"/> is null.</exception>
    public static YearMonth? MonthOf(Opportunity opportunity)
    {
        Guard.Against.Null(opportunity);
        LocalDate? date = opportunity.IsOpen ? opportunity.ExpectedClose : opportunity.Closed;
        return date?.ToYearMonth();
    }

    // Only won deals are closed: an open deal with that category is refused.
    private static decimal Weight(SalesProcess process, ForecastCategory category, int stage) => category switch
    {
        ForecastCategory.Closed => 1m,
        ForecastCategory.Omitted => 0m,
        _ => process.Stages[stage].WinProbability,
    };
}
