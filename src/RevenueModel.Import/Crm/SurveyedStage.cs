using RevenueModel.Pipeline;
using RevenueModel.Primitives;

namespace RevenueModel.Import;

/// <summary>A value of the stage or status column, the number of its rows, and its meaning.</summary>
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

    /// <summary>Gets the field of the column, <see cref="CrmField.Stage"/> or
    /// <see cref="CrmField.Outcome"/>.</summary>
    public CrmField Field { get; }

    /// <summary>Gets the value in the file; empty for rows without a value.</summary>
    public string Value { get; }

    /// <summary>Gets the number of rows.</summary>
    public int Count { get; }

    /// <summary>Gets the outcome that it is read as with the options of the survey, or <see langword="null"/> if it is
    /// unknown.</summary>
    public DealOutcome? Outcome { get; }

    /// <summary>Gets the stage of the process that it is read as, for an open stage.</summary>
    public string? ProcessStage { get; }

    /// <summary>Gets whether the value is unknown: the process has no such stage, and no mapping names it.</summary>
    public bool IsUnknown => Outcome is null;

    /// <summary>Returns a readable description, the same in every culture.</summary>
    public override string ToString() =>
        Invariant($"\"{Value}\": {Plural.Of(Count, "row")}, ")
            + (Outcome is { } outcome ? ProcessStage ?? outcome.ToString() : "unknown");
}
