using RevenueModel.Primitives;

namespace RevenueModel.Import;

/// <summary>The base of all surveys of a file: its layout, the number of its rows, and the problems that prevent
/// reading it.</summary>
/// <typeparam name="TField">The fields of the reader, such as <see cref="CrmField"/>.</typeparam>
/// <remarks>Immutable; equal by value.</remarks>
public abstract record ImportSurvey<TField>
    where TField : struct, Enum
{
    private protected ImportSurvey(ImportLayout<TField> layout) => Layout = layout;

    /// <summary>Gets the columns and formats, as far as they are recognized.</summary>
    public ImportLayout<TField> Layout { get; }

    /// <summary>Gets the number of rows, valid or not.</summary>
    public int RowCount { get; internal init; }

    /// <summary>Gets the number of blank lines.</summary>
    public int BlankLineCount { get; internal init; }

    /// <summary>Gets the problems that options have to resolve before the file can be read; empty if there are
    /// none.</summary>
    public ValueList<ImportProblem> Problems { get; internal init; }

    /// <summary>Returns a readable description, the same in every culture.</summary>
    public override string ToString() =>
        Invariant($"{Plural.Of(RowCount, "row")}, {Plural.Of(BlankLineCount, "blank line")}; {Layout}; ")
            + Invariant($"problems {Problems}");
}
