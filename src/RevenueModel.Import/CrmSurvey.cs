using RevenueModel.Primitives;

namespace RevenueModel.Import;

/// <summary>What is in a file, before it is read: its columns, its stages, and what keeps it from being
/// read.</summary>
/// <remarks>Immutable; equal by value.</remarks>
public sealed record CrmSurvey
{
    internal CrmSurvey(CrmLayout layout) => Layout = layout;

    /// <summary>The columns, formats and currency, as far as they are recognized.</summary>
    public CrmLayout Layout { get; }

    /// <summary>The rows, good or bad.</summary>
    public int RowCount { get; internal init; }

    /// <summary>The lines without any value.</summary>
    public int BlankLineCount { get; internal init; }

    /// <summary>The values of the stage column, then those of the status column, the most frequent first.</summary>
    public ValueList<SurveyedStage> Stages { get; internal init; }

    /// <summary>What the options have to settle before the file can be read, in words; empty where nothing
    /// is.</summary>
    public ValueList<string> Problems { get; internal init; }

    /// <summary>The survey in words.</summary>
    public override string ToString() =>
        Invariant($"{Plural.Of(RowCount, "row")}, {Plural.Of(BlankLineCount, "blank line")}; {Layout}; stages {Stages}; problems {Problems}");
}
