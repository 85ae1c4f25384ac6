using RevenueModel.Forecasting;
using RevenueModel.Pipeline;
using RevenueModel.Primitives;

namespace RevenueModel.Benchmarks.Rivals;

/// <summary>The weighted forecast as LINQ over records of decimals.</summary>
/// <remarks>
/// The rival is given a head start: what a real one would look up for each deal (the win probability of its stage, its
/// quarter, what its outcome and its category do to its weight) is a field of its record already, and looking it up
/// is not measured. A missing amount is zero.
/// </remarks>
public static class LinqForecast
{
    /// <summary>The records that the rival works on.</summary>
    public static Deal[] Deals(Opportunity[] opportunities, SalesProcess process) => opportunities
        .Select(opportunity => new Deal(
            opportunity.IsOpen ? opportunity.Stage : null,
            opportunity.Segment,
            WeightedForecastCalculator.MonthOf(opportunity) is { } month
                ? FiscalCalendar.CalendarYear.QuarterOf(month)
                : null,
            opportunity.Amount ?? 0m,
            WeightedForecastCalculator.Weight(process, opportunity)))
        .ToArray();

    /// <summary>The weighted amount.</summary>
    public static decimal Weighted(Deal[] deals) => deals.Sum(deal => deal.Amount * deal.Weight);

    /// <summary>The weighted amount by a loop, for those who know that LINQ costs something.</summary>
    public static decimal WeightedByLoop(Deal[] deals)
    {
        decimal sum = 0m;
        foreach (Deal deal in deals)
        {
            sum += deal.Amount * deal.Weight;
        }

        return sum;
    }

    /// <summary>Amount and weighted amount by stage, segment and quarter.</summary>
    public static Line[] Grouped(Deal[] deals) => deals
        .GroupBy(deal => (deal.Stage, deal.Segment, deal.Quarter))
        .Select(group => new Line(
            group.Key.Stage,
            group.Key.Segment,
            group.Key.Quarter,
            group.Count(),
            group.Sum(deal => deal.Amount),
            group.Sum(deal => deal.Amount * deal.Weight)))
        .ToArray();

    /// <summary>The same without keeping the deals of each group: <c>AggregateBy</c>, since .NET 9.</summary>
    public static Line[] Aggregated(Deal[] deals) => deals
        .AggregateBy(
            deal => (deal.Stage, deal.Segment, deal.Quarter),
            (Count: 0, Amount: 0m, Weighted: 0m),
            (sums, deal) => (sums.Count + 1, sums.Amount + deal.Amount, sums.Weighted + (deal.Amount * deal.Weight)))
        .Select(pair => new Line(
            pair.Key.Stage,
            pair.Key.Segment,
            pair.Key.Quarter,
            pair.Value.Count,
            pair.Value.Amount,
            pair.Value.Weighted))
        .ToArray();

    /// <summary>The facts of a deal that the rival needs.</summary>
    public sealed record Deal(string? Stage, string? Segment, YearQuarter? Quarter, decimal Amount, decimal Weight);

    /// <summary>A line of the rival's forecast.</summary>
    public sealed record Line(
        string? Stage,
        string? Segment,
        YearQuarter? Quarter,
        int Count,
        decimal Amount,
        decimal Weighted);
}
