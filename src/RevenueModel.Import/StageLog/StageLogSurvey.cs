using RevenueModel.Primitives;

namespace RevenueModel.Import;

/// <summary>The content of a stage log before it is read: its columns, its stages, its fields, and the problems that
/// prevent reading it.</summary>
/// <remarks>Immutable; equal by value.</remarks>
public sealed record StageLogSurvey : ImportSurvey<StageLogField>
{
    internal StageLogSurvey(ImportLayout<StageLogField> layout)
        : base(layout)
    {
    }

    /// <summary>Gets the stages with the number of changes to them, the most frequent first.</summary>
    public ValueList<SurveyedStage> Stages { get; internal init; }

    /// <summary>Gets the changed fields of a history of fields with the number of their changes, the most frequent
    /// first.</summary>
    public ValueList<Keyed<string, int>> Fields { get; internal init; }

    /// <summary>Returns a readable description, the same in every culture.</summary>
    public override string ToString() => base.ToString() + Invariant($"; stages {Stages}; fields {Fields}");
}
