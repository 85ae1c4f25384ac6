using RevenueModel.Primitives;

namespace RevenueModel.Forecasting;

/// <summary>A deal that is open on the day of a forecast, with its possible amounts and the probability that it is
/// won in each period.</summary>
/// <param name="Amounts">The possible amounts; their probabilities sum to one.</param>
/// <param name="Closes">The probabilities by period.</param>
internal readonly record struct OpenDeal(ValueList<PossibleAmount> Amounts, ValueList<DealClosePeriod> Closes)
{
    /// <summary>Returns the bookings of the deal in one period.</summary>
    public UncertainDeal In(int period) => WonWith(Closes[period].Won);

    /// <summary>Returns the bookings of the deal in all periods, which do not overlap.</summary>
    public UncertainDeal InAny()
    {
        double won = 0;
        foreach (DealClosePeriod close in Closes)
        {
            won += close.Won;
        }

        return WonWith(Math.Min(won, 1));
    }

    private UncertainDeal WonWith(double probability)
    {
        var outcomes = new PossibleAmount[Amounts.Count];
        for (int i = 0; i < outcomes.Length; i++)
        {
            outcomes[i] = new PossibleAmount(Amounts[i].Amount, Amounts[i].Probability * probability);
        }

        return UncertainDeal.OfOutcomes(outcomes);
    }
}
