using RevenueModel.Primitives;

namespace RevenueModel.Import;

/// <summary>The content of a file before it is read: its columns, its stages, and the problems that prevent reading
/// it.</summary>
/// <remarks>Immutable; equal by value.</remarks>
public sealed record CrmSurvey
{
    internal CrmSurvey(CrmLayout layout) => Layout = layout;

    /// <summary>Gets the columns, formats and currency, as far as they are recognized.</summary>
    public CrmLayout Layout { get; }

    /// <summary>Gets the number of rows, valid or not.</summary>
    public int RowCount { get; internal init; }

    /// <summary>Gets the number of blank lines.</summary>
    public int BlankLineCount { get; internal init; }

    /// <summary>Gets the values of the stage column, then those of the status column, the most frequent
    /// first.</summary>
    public ValueList<SurveyedStage> Stages { get; internal init; }

    /// <summary>Gets the problems that options have to resolve before the file can be read; empty if there are
    /// none.</summary>
    public ValueList<string> Problems { get; internal init; }

    /// <summary>Returns a readable description, the same in every culture.</summary>
    public override string ToString() =>
        Invariant($"{Plural.Of(RowCount, "row")}, {Plural.Of(BlankLineCount, "blank line")}; ")
            + Invariant($"{Layout}; stages {Stages}; problems {Problems}");
}
