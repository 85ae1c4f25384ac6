using System.Text.Json.Serialization;
using RevenueModel.Primitives;

namespace RevenueModel.Forecasting;

/// <summary>Deals that are not yet created: how many are expected to be created in the period, with which probability
/// they also close in it, and which amounts they have.</summary>
/// <remarks>Immutable; equal by value. About half of a quarter's bookings can come from deals that are created within
/// it.</remarks>
[JsonConverter(typeof(JsonCompanionRequired))]
public sealed record NewDealFlow
{
    private const double MostDeals = 1_000_000;
    private const double SumTolerance = 1e-9;

    /// <summary>Gets the expected number of deals that are created in the rest of the period, between 0 and
    /// 1,000,000.</summary>
    public required double ExpectedDeals
    {
        get;
        init => field = value is >= 0 and <= MostDeals
            ? value
            : throw DomainGuards.OutOfRange(nameof(ExpectedDeals), value, "a number between 0 and 1,000,000");
    }

    /// <summary>Gets the probability that such a deal is also won in the period, between 0 and 1.</summary>
    public required double CreateAndCloseProbability
    {
        get;
        init => field = value is >= 0 and <= 1
            ? value
            : throw DomainGuards.OutOfRange(nameof(CreateAndCloseProbability), value, "a fraction between 0 and 1");
    }

    /// <summary>Gets the possible amounts of such a deal; their probabilities sum to one.</summary>
    public required ValueList<PossibleAmount> Amounts
    {
        get;
        init
        {
            double sum = 0;
            foreach (PossibleAmount amount in value)
            {
                sum += amount.Probability;
            }

            field = Math.Abs(sum - 1) <= SumTolerance
                ? value
                : throw NotOne(sum, nameof(Amounts));
        }
    }

    /// <summary>Gets the expected number of deals that are created and won in the period.</summary>
    public double ExpectedWins => ExpectedDeals * CreateAndCloseProbability;

    /// <summary>Returns the expected number of deals and wins.</summary>
    public override string ToString() =>
        Invariant($"{ExpectedDeals:#,0.##} new deals, {CreateAndCloseProbability:0.##%} close: ")
            + Invariant($"{ExpectedWins:#,0.##} expected wins");

    private static ArgumentException NotOne(double sum, string name) =>
        new(Invariant($"{name} had probabilities that sum to {sum}; 1 is expected."), name);
}
