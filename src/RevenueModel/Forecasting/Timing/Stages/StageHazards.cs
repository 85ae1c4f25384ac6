using System.Text.Json.Serialization;
using RevenueModel.Primitives;
using RevenueModel.Statistics;

namespace RevenueModel.Forecasting;

/// <summary>The probabilities that a deal leaves a stage in one period: that it is won, lost, or moves to each stage
/// of a <see cref="StageChain"/>.</summary>
/// <remarks>Immutable; equal by value. The remaining probability is that of staying. A remainder that is no more than
/// rounding of the given probabilities is zero: 0.7, 0.2 and 0.1 leave nothing.</remarks>
[JsonConverter(typeof(JsonCompanionRequired))]
public sealed record StageHazards
{
    // Shares of a count can sum to a little more than one.
    private const double Rounding = 1e-12;

    // The rounding of one probability and of one addition, each at most half of a unit in the last place of one.
    private const double RoundingPerTerm = 1.0 / (1L << 52);

    private StageHazards(double won, double lost, ValueList<double> moves)
    {
        Won = won;
        Lost = lost;
        Moves = moves;
        CompensatedSum leaves = default;
        leaves.Add(won);
        leaves.Add(lost);
        foreach (double move in moves)
        {
            leaves.Add(move);
        }

        Leaves = leaves.Value;
        leaves.Add(-1);
        Stay = -leaves.Value > (2 + moves.Count) * RoundingPerTerm ? -leaves.Value : 0;
    }

    /// <summary>Gets the probability that the deal is won in the period, between 0 and 1.</summary>
    public double Won { get; }

    /// <summary>Gets the probability that the deal is lost in the period, between 0 and 1.</summary>
    public double Lost { get; }

    /// <summary>Gets the probability of a move to each stage, in the order of the stages, each between 0 and 1. Stages
    /// after the last one to which the deal can move are left out.</summary>
    public ValueList<double> Moves { get; }

    /// <summary>Gets the probability that the deal stays in the stage, between 0 and 1.</summary>
    public double Stay { get; }

    /// <summary>Gets the probability that the deal leaves the stage: won, lost and all moves.</summary>
    internal double Leaves { get; }

    /// <summary>Creates the probabilities of a period.</summary>
    /// <param name="won">The probability that the deal is won, between 0 and 1.</param>
    /// <param name="lost">The probability that the deal is lost, between 0 and 1.</param>
    /// <param name="moves">The probability of a move to each stage, in the order of the stages, each between 0 and 1.
    /// All probabilities sum to at most one.</param>
    /// <returns>The probabilities.</returns>
    /// <exception cref="ArgumentException">A probability is outside its range or NaN, or they sum to more than
    /// one.</exception>
    public static StageHazards Of(double won, double lost, params ReadOnlySpan<double> moves)
    {
        Require(won, nameof(won));
        Require(lost, nameof(lost));
        double total = won + lost;
        int used = 0;
        for (int i = 0; i < moves.Length; i++)
        {
            total += Require(moves[i], nameof(moves));
            used = moves[i] > 0 ? i + 1 : used;
        }

        return total <= 1 + Rounding
            ? new StageHazards(won, lost, ValueList.Create(moves[..used]))
            : throw DomainGuards.OutOfRange(
                nameof(moves), Invariant($"such that all probabilities sum to {total}"), "a sum of at most 1");
    }

    /// <inheritdoc cref="Of(double, double, ReadOnlySpan{double})"/>
    public static StageHazards Of(double won, double lost, IEnumerable<double> moves) =>
        Of(won, lost, moves.AsItems());

    /// <summary>Returns the probabilities.</summary>
    public override string ToString() => Invariant($"won {Won:0.0000}, lost {Lost:0.0000}, stays {Stay:0.0000}")
        + (Moves.IsEmpty
            ? ""
            : ", moves " + string.Join("/", Moves.Select(static move => Invariant($"{move:0.0000}"))));

    internal double MoveTo(int stage) => stage < Moves.Count ? Moves[stage] : 0;

    private static double Require(double value, string name) => value is >= 0 and <= 1
        ? value
        : throw DomainGuards.OutOfRange(name, value, "a probability between 0 and 1");
}
