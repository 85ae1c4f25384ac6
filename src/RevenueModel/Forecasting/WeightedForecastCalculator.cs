using Ardalis.GuardClauses;
using NodaTime;
using RevenueModel.Pipeline;
using RevenueModel.Primitives;

namespace RevenueModel.Forecasting;

/// <summary>The weighted-stage forecast: each open deal counts with the win probability of its stage.</summary>
/// <remarks>
/// <para>
/// <c>Σ amount × p(stage)</c>, exact in <see cref="decimal"/>. An open deal stands in the month of its expected
/// close, a won one in full in the month in which it was won, a lost one at nothing. An open deal that is omitted
/// from the forecast counts at nothing too.
/// </para>
/// <para>
/// An open deal whose expected close has passed stays in its month; <see cref="AgingCalculator"/>
/// lists such deals. Deals without a date or without an amount are counted, in lines of their own.
/// </para>
/// </remarks>
public static class WeightedForecastCalculator
{
    /// <summary>The forecast of these deals.</summary>
    /// <param name="opportunities">Open, won and lost deals, amounts in one currency.</param>
    /// <param name="process">The sales process whose stages the open deals are in.</param>
    /// <exception cref="ArgumentException">An open deal is in a stage that the process does not have.</exception>
    public static WeightedForecast Forecast(ReadOnlySpan<Opportunity> opportunities, SalesProcess process)
    {
        Guard.Against.Null(process);
        var cells = new KeyedGroups<ForecastKey, ForecastAmounts>();
        foreach (Opportunity opportunity in opportunities)
        {
            ForecastCategory category = process.CategoryOf(opportunity);
            var key = new ForecastKey(
                MonthOf(opportunity),
                opportunity.Segment,
                opportunity.Motion,
                category,
                opportunity.IsOpen ? process.StageOf(opportunity).Name : null);
            cells[key] += new ForecastAmounts(
                Count: 1,
                WithoutAmountCount: opportunity.Amount is null ? 1 : 0,
                Amount: opportunity.Amount ?? 0m,
                Weighted: (opportunity.Amount ?? 0m) * Weight(opportunity, process));
        }

        return new WeightedForecast(cells.InOrder(static amounts => amounts));
    }

    /// <summary>The weight of a deal in the forecast: one where it is won, zero where it is lost or omitted, else the
    /// win probability of its stage.</summary>
    /// <param name="opportunity">The deal.</param>
    /// <param name="process">The sales process whose stages it is in.</param>
    /// <exception cref="ArgumentException">The deal is open in a stage that the process does not have.</exception>
    public static decimal Weight(Opportunity opportunity, SalesProcess process) =>
        Guard.Against.Null(process).CategoryOf(opportunity) == ForecastCategory.Omitted
            ? 0m
            : process.WinProbabilityOf(opportunity);

    /// <summary>The month that a deal stands in: that of its close once it is closed, else that of its expected close;
    /// <see langword="null"/> where the date is not known.</summary>
    public static YearMonth? MonthOf(Opportunity opportunity)
    {
        Guard.Against.Null(opportunity);
        LocalDate? date = opportunity.IsOpen ? opportunity.ExpectedClose : opportunity.Closed;
        return date?.ToYearMonth();
    }
}
