using RevenueModel.Pipeline;
using RevenueModel.Primitives;

namespace RevenueModel.Import;

/// <summary>A value of the stage or status column, how many rows have it, and what it would be read as.</summary>
/// <remarks>Immutable; equal by value.</remarks>
public sealed record SurveyedStage
{
    internal SurveyedStage(CrmField field, string value, int count, DealOutcome? outcome, string? processStage)
    {
        Field = field;
        Value = value;
        Count = count;
        Outcome = outcome;
        ProcessStage = processStage;
    }

    /// <summary><see cref="CrmField.Stage"/> or <see cref="CrmField.Outcome"/>: the column it stands in.</summary>
    public CrmField Field { get; }

    /// <summary>The value as the file has it; empty for rows that have none.</summary>
    public string Value { get; }

    /// <summary>The number of rows.</summary>
    public int Count { get; }

    /// <summary>What it is read as with the options of the survey, or <see langword="null"/> where it is unknown.</summary>
    public DealOutcome? Outcome { get; }

    /// <summary>The stage of the process that it is read as, for an open stage.</summary>
    public string? ProcessStage { get; }

    /// <summary>Whether nothing is known of the value: the process has no such stage and no mapping names it.</summary>
    public bool IsUnknown => Outcome is null;

    /// <summary>The count in words.</summary>
    public override string ToString() =>
        Invariant($"\"{Value}\": {Plural.Of(Count, "row")}, {(Outcome is { } outcome ? ProcessStage ?? outcome.ToString() : "unknown")}");
}
