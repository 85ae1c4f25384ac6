using System.Text.Json.Serialization;
using RevenueModel.Primitives;

namespace RevenueModel.Forecasting;

/// <summary>A deal whose booked amount is uncertain: one or several amounts with their probabilities. With the rest of
/// the probability it books nothing.</summary>
/// <remarks>Immutable; equal if the outcomes are equal, in order.</remarks>
[JsonConverter(typeof(JsonCompanionRequired))]
public sealed record UncertainDeal
{
    // Probabilities such as 0.1 are not exact, so that ten of them may exceed one by rounding.
    private const double SumTolerance = 1e-12;

    private UncertainDeal(ValueList<PossibleAmount> outcomes) => Outcomes = outcomes;

    /// <summary>Gets the possible amounts, whose probabilities sum to at most one.</summary>
    public ValueList<PossibleAmount> Outcomes { get; }

    /// <summary>Gets the probability of booking nothing that no outcome states: one less the sum of the
    /// probabilities.</summary>
    public double ProbabilityOfNothing
    {
        get
        {
            double rest = 1;
            foreach (PossibleAmount outcome in Outcomes)
            {
                rest -= outcome.Probability;
            }

            return Math.Max(rest, 0);
        }
    }

    /// <summary>Creates a deal that is won as a whole or lost.</summary>
    /// <param name="amount">The amount in the currency of the calculation; may be negative, such as a churn
    /// risk.</param>
    /// <param name="probability">The probability that it is booked, between 0 and 1.</param>
    /// <returns>The deal.</returns>
    /// <exception cref="ArgumentException">The probability is outside 0 to 1 or not a number.</exception>
    /// <example><code>
    /// Console.WriteLine(UncertainDeal.Of(120_000m, 0.3)); // 120,000 at 30%
    /// </code></example>
    public static UncertainDeal Of(decimal amount, double probability) =>
        new([new PossibleAmount(amount, probability)]);

    /// <summary>Creates a deal with several possible amounts, of which at most one is booked.</summary>
    /// <param name="outcomes">The amounts with their probabilities, which sum to at most one.</param>
    /// <returns>The deal.</returns>
    /// <exception cref="ArgumentException">The probabilities sum to more than one.</exception>
    /// <example><code>
    /// UncertainDeal deal = UncertainDeal.OfOutcomes(
    ///     new PossibleAmount(200_000m, 0.2), new PossibleAmount(80_000m, 0.5));
    /// Console.WriteLine(deal); // 200,000 at 20%, 80,000 at 50%
    /// </code></example>
    public static UncertainDeal OfOutcomes(params ReadOnlySpan<PossibleAmount> outcomes)
    {
        double sum = 0;
        foreach (PossibleAmount outcome in outcomes)
        {
            sum += outcome.Probability;
        }

        return sum <= 1 + SumTolerance
            ? new UncertainDeal(ValueList.Create(outcomes))
            : throw new ArgumentException(
                Invariant($"outcomes had probabilities that sum to {sum}; at most 1 is expected."), nameof(outcomes));
    }

    /// <inheritdoc cref="OfOutcomes(ReadOnlySpan{PossibleAmount})"/>
    public static UncertainDeal OfOutcomes(IEnumerable<PossibleAmount> outcomes) => OfOutcomes(outcomes.AsItems());

    /// <summary>Returns the amounts with their probabilities.</summary>
    public override string ToString() => Outcomes.IsEmpty ? "nothing" : string.Join(", ", Outcomes);
}
