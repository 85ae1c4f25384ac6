using Ardalis.GuardClauses;
using RevenueModel.Pipeline;
using RevenueModel.Primitives;

namespace RevenueModel.Import;

/// <summary>States what a value of the source's stage or status column means: an open stage of the
/// <see cref="SalesProcess"/>, or the outcome of a closed deal.</summary>
/// <remarks>Immutable; equal by value. Goes before what the importer recognizes by itself.</remarks>
public sealed record StageMapping
{
    private StageMapping(string source, DealOutcome outcome, string? stage)
    {
        Source = source;
        Outcome = outcome;
        Stage = stage;
    }

    /// <summary>The value in the file; case, spaces and punctuation may differ.</summary>
    public string Source { get; }

    /// <summary>What it means for the deal.</summary>
    public DealOutcome Outcome { get; }

    /// <summary>The stage of the process, for an open deal.</summary>
    public string? Stage { get; }

    /// <summary>The value stands for an open stage.</summary>
    /// <param name="source">The value in the file.</param>
    /// <param name="stage">The name of the stage in the process.</param>
    /// <exception cref="ArgumentException">Either is empty.</exception>
    public static StageMapping ToStage(string source, string stage) =>
        new(Guard.Against.Blank(source), DealOutcome.Open, Guard.Against.Blank(stage));

    /// <summary>The value stands for a won deal.</summary>
    /// <exception cref="ArgumentException"><paramref name="source"/> is empty.</exception>
    public static StageMapping ToWon(string source) => new(Guard.Against.Blank(source), DealOutcome.Won, stage: null);

    /// <summary>The value stands for a lost deal.</summary>
    /// <exception cref="ArgumentException"><paramref name="source"/> is empty.</exception>
    public static StageMapping ToLost(string source) => new(Guard.Against.Blank(source), DealOutcome.Lost, stage: null);

    /// <summary>The mapping in words.</summary>
    public override string ToString() => Invariant($"\"{Source}\" = {Stage ?? Outcome.ToString()}");
}
