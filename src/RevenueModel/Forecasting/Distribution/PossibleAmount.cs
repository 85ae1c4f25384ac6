using System.Text.Json.Serialization;
using RevenueModel.Primitives;

namespace RevenueModel.Forecasting;

/// <summary>An amount that is booked with a probability.</summary>
/// <remarks>Immutable; equal by value. The default value is an amount of zero with probability zero.</remarks>
[JsonConverter(typeof(JsonCompanionRequired))]
public readonly record struct PossibleAmount
{
    /// <summary>Creates a possible amount.</summary>
    /// <param name="amount">The amount in the currency of the calculation; may be negative.</param>
    /// <param name="probability">The probability, between 0 and 1.</param>
    /// <exception cref="ArgumentException">The probability is outside 0 to 1 or not a number.</exception>
    public PossibleAmount(decimal amount, double probability)
    {
        Amount = amount;
        Probability = probability is >= 0 and <= 1
            ? probability
            : throw DomainGuards.OutOfRange(nameof(probability), probability, "a fraction between 0 and 1");
    }

    /// <summary>Gets the amount in the currency of the calculation.</summary>
    public decimal Amount { get; }

    /// <summary>Gets the probability, between 0 and 1.</summary>
    public double Probability { get; }

    /// <summary>Returns the amount and its probability.</summary>
    public override string ToString() => Invariant($"{Amount:#,0.##} at {Probability:0.##%}");
}
