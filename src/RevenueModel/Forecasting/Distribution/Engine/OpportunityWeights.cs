using Ardalis.GuardClauses;
using RevenueModel.Pipeline;

namespace RevenueModel.Forecasting;

/// <summary>Reads the amounts of opportunities and the probabilities with which the weighted forecast counts
/// them.</summary>
internal static class OpportunityWeights
{
    /// <summary>Writes the amount and the probability of each opportunity.</summary>
    /// <param name="process">The sales process.</param>
    /// <param name="opportunities">The deals.</param>
    /// <param name="amounts">The amounts.</param>
    /// <param name="probabilities">The probabilities.</param>
    /// <param name="name">The parameter of the caller that holds the deals.</param>
    public static void Fill(
        SalesProcess process,
        ReadOnlySpan<Opportunity> opportunities,
        Span<decimal> amounts,
        Span<double> probabilities,
        string name)
    {
        Guard.Against.Null(process);
        for (int i = 0; i < opportunities.Length; i++)
        {
            ForecastCategory category = process.CategoryOf(opportunities[i], name, out int stage);
            amounts[i] = opportunities[i].Amount ?? 0m;
            probabilities[i] = category switch
            {
                ForecastCategory.Closed => 1,
                ForecastCategory.Omitted => 0,
                _ => (double)process.Stages[stage].WinProbability,
            };
        }
    }
}
