
namespace RevenueModel.Pipeline;

/// <summary>The open deals in a stage.</summary>
/// <param name="Stage">The stage.</param>
/// <param name="Count">How many open deals are in it.</param>
/// <param name="WithoutAmountCount">How many of them carry no amount.</param>
/// <param name="Amount">What the others amount to, unweighted.</param>
public sealed record StageCount(PipelineStage Stage, int Count, int WithoutAmountCount, decimal Amount)
{
    /// <summary>The amount times the stage's win probability.</summary>
    public decimal Weighted => Amount * Stage.WinProbability;

    /// <summary>The stage and its deals in words.</summary>
    public override string ToString() =>
        Invariant($"{Stage.Name}: {Count:#,0} deals, {Amount:#,0.##}, weighted {Weighted:#,0.##}");
}
