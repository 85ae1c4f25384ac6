using RevenueModel.Primitives;

namespace RevenueModel.Import;

/// <summary>The content of a CRM export before it is read: its columns, its stages, and the problems that prevent
/// reading it.</summary>
/// <remarks>Immutable; equal by value.</remarks>
public sealed record CrmSurvey : ImportSurvey<CrmField>
{
    internal CrmSurvey(ImportLayout<CrmField> layout)
        : base(layout)
    {
    }

    /// <summary>Gets the values of the stage column, then those of the status column, the most frequent
    /// first.</summary>
    public ValueList<SurveyedStage> Stages { get; internal init; }

    /// <summary>Returns a readable description, the same in every culture.</summary>
    public override string ToString() => base.ToString() + Invariant($"; stages {Stages}");
}
