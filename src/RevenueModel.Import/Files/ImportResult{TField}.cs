using RevenueModel.Primitives;

namespace RevenueModel.Import;

/// <summary>The base of all results of reading a file: the refused rows, the notes and the layout.</summary>
/// <typeparam name="TField">The fields of the reader, such as <see cref="CrmField"/>.</typeparam>
/// <remarks>Immutable; equal by value. Every row of the file is read, left out with a note, or in
/// <see cref="Refused"/>.</remarks>
public abstract record ImportResult<TField>
    where TField : struct, Enum
{
    private protected ImportResult(ImportLayout<TField> layout) => Layout = layout;

    /// <summary>Gets the columns, formats and currency with which the file was read.</summary>
    public ImportLayout<TField> Layout { get; }

    /// <summary>Gets the rows that were refused, in the order of the file.</summary>
    public ValueList<RefusedRow> Refused { get; internal init; }

    /// <summary>Gets the number of rows that were read.</summary>
    public int ReadCount { get; internal init; }

    /// <summary>Gets the number of rows that repeat what other rows have, such as totals, and were left out with a
    /// note.</summary>
    public int LeftOutCount { get; internal init; }

    /// <summary>Gets the number of rows of the file, read, left out or refused, without the header and blank
    /// lines.</summary>
    public int RowCount => ReadCount + LeftOutCount + Refused.Count;

    /// <summary>Gets the number of blank lines after the header, which are skipped and are not rows.</summary>
    public int BlankLineCount { get; internal init; }

    /// <summary>Gets the notes on rows that were read, and on the file as a whole.</summary>
    public ValueList<ImportNote> Notes { get; internal init; }

    /// <summary>Gets whether all rows of the file are known. They are not if a quotation mark is never closed, or is
    /// closed so late that a field contains whole rows: the rows in that field are part of one refused row. With
    /// <see cref="ImportOptions{TField}.LineBreaksInFields"/> set to <see langword="false"/>, only the row with the
    /// quotation mark is affected.</summary>
    public bool IsComplete =>
        CountOf(RefusalReason.UnclosedQuote) == 0 && CountOf(RefusalReason.RowsInQuotedField) == 0;

    /// <summary>Gets the refused rows by reason and column, the most frequent first.</summary>
    public ValueList<RefusalCount> RefusalCounts => RefusalCount.Of(Refused);

    /// <summary>Returns the number of rows with a fault of a kind.</summary>
    /// <param name="reason">The kind of the fault.</param>
    /// <returns>The number of rows. A row with several faults counts for each of them.</returns>
    public int CountOf(RefusalReason reason) => Refused.Count(row => row.Has(reason));

    /// <summary>Returns a readable description, the same in every culture.</summary>
    public override string ToString() =>
        Invariant($"{Plural.Of(RowCount, "row")}: {ReadCount:#,0} read, {Refused.Count:#,0} refused; ")
            + Invariant($"{Plural.Of(BlankLineCount, "blank line")}");
}
