using RevenueModel.Pipeline;
using RevenueModel.Primitives;

namespace RevenueModel.Import;

/// <summary>Options for reading a stage log. An option that is not set is detected, and the result is
/// reported.</summary>
/// <remarks>Immutable; equal by value.</remarks>
public sealed record StageLogImportOptions : DatedImportOptions<StageLogField>
{
    /// <summary>Gets the default options, with nothing stated.</summary>
    public static StageLogImportOptions Default { get; } = new();

    /// <summary>Gets the sales process, which defines the open stages. Without it, each stage that is not a word for
    /// won or lost is an open stage under its name in the file.</summary>
    public SalesProcess? Process { get; init; }

    /// <summary>Gets the meanings of stages, in addition to the stages of the process and Won, Closed Won, Lost, Loss,
    /// Closed Lost.</summary>
    public ValueList<StageMapping> Stages { get; init; }

    /// <summary>Gets the names of the stage in a history of fields. Case, spaces and punctuation are ignored. Default:
    /// Stage, StageName, Deal Stage, Opportunity Stage, Stage ID.</summary>
    public ValueList<string> StageFieldNames { get; init; } =
        ["Stage", "StageName", "Deal Stage", "Opportunity Stage", "Stage ID"];

    /// <summary>Gets the names of the expected close date in a history of fields. Default: Close Date, Expected Close
    /// Date, Closing Date, Est. Close Date, Estimated Close Date.</summary>
    public ValueList<string> CloseDateFieldNames { get; init; } =
        ["Close Date", "Expected Close Date", "Closing Date", "Est. Close Date", "Estimated Close Date"];

    /// <summary>Returns a readable description, the same in every culture.</summary>
    public override string ToString() => string.Join(
        "; ",
        "process " + (Process?.ToString() ?? "not stated"),
        Invariant($"stages {Stages}"),
        base.ToString());
}
