using System.Text.Json.Serialization;
using RevenueModel.Primitives;

namespace RevenueModel.Pipeline;

/// <summary>The open deals in a stage.</summary>
/// <param name="Stage">The stage.</param>
/// <param name="Count">The number of open deals in the stage.</param>
/// <param name="WithoutAmountCount">The number of open deals without an amount.</param>
/// <param name="Amount">The total amount of the deals with an amount, unweighted.</param>
[JsonConverter(typeof(JsonCompanionRequired))]
public sealed record StageCount(PipelineStage Stage, int Count, int WithoutAmountCount, decimal Amount)
{
    /// <summary>Gets the amount multiplied by the win probability of the stage.</summary>
    public decimal Weighted => Amount * Stage.WinProbability;

    /// <summary>Returns the stage, the number of deals and their amount.</summary>
    public override string ToString() =>
        Invariant($"{Stage.Name}: {Plural.Of(Count, "deal")}, {Amount:#,0.##}, weighted {Weighted:#,0.##}");
}
