using Ardalis.GuardClauses;
using RevenueModel.Pipeline;
using RevenueModel.Primitives;

namespace RevenueModel.Import;

/// <summary>States the meaning of a value in the stage or status column: an open stage of the
/// <see cref="SalesProcess"/>, or the outcome of a closed deal.</summary>
/// <remarks>Immutable; equal by value. It takes precedence over recognized values.</remarks>
public sealed record StageMapping
{
    private StageMapping(string source, DealOutcome outcome, string? stage)
    {
        Source = source;
        Outcome = outcome;
        Stage = stage;
    }

    /// <summary>Gets the value in the file; case, spaces and punctuation may differ.</summary>
    public string Source { get; }

    /// <summary>Gets the outcome.</summary>
    public DealOutcome Outcome { get; }

    /// <summary>Gets the stage of the process for an open deal; <see langword="null"/> for a closed one.</summary>
    public string? Stage { get; }

    /// <summary>Creates a mapping of a value to an open stage.</summary>
    /// <param name="source">The value in the file.</param>
    /// <param name="stage">The name of the stage in the process.</param>
    /// <returns>The mapping.</returns>
    /// <exception cref="ArgumentException">A name is empty.</exception>
    public static StageMapping ToStage(string source, string stage) =>
        new(Guard.Against.Blank(source), DealOutcome.Open, Guard.Against.Blank(stage));

    /// <summary>Creates a mapping of a value to a won deal.</summary>
    /// <param name="source">The value in the file.</param>
    /// <returns>The mapping.</returns>
    /// <exception cref="ArgumentException"><paramref name="source"/> is empty.</exception>
    public static StageMapping ToWon(string source) => new(Guard.Against.Blank(source), DealOutcome.Won, stage: null);

    /// <summary>Creates a mapping of a value to a lost deal.</summary>
    /// <param name="source">The value in the file.</param>
    /// <returns>The mapping.</returns>
    /// <exception cref="ArgumentException"><paramref name="source"/> is empty.</exception>
    public static StageMapping ToLost(string source) =>
        new(Guard.Against.Blank(source), DealOutcome.Lost, stage: null);

    /// <summary>Returns a readable description, the same in every culture.</summary>
    public override string ToString() => Invariant($"\"{Source}\" = {Stage ?? Outcome.ToString()}");
}
