using RevenueModel.Pipeline;
using RevenueModel.Primitives;

namespace RevenueModel.Import;

/// <summary>The result of reading a file: the opportunities, the refused rows, and the layout that was used.</summary>
/// <remarks>
/// Immutable; equal by value. Every row is in exactly one of <see cref="Opportunities"/> and <see cref="Refused"/>.
/// </remarks>
public sealed record CrmImport
{
    internal CrmImport(CrmLayout layout) => Layout = layout;

    /// <summary>Gets the opportunities in the order of the file.</summary>
    public ValueList<Opportunity> Opportunities { get; internal init; }

    /// <summary>Gets the rows that were refused, in the order of the file.</summary>
    public ValueList<RefusedRow> Refused { get; internal init; }

    /// <summary>Gets the number of rows of the file, read or refused.</summary>
    public int RowCount => Opportunities.Count + Refused.Count;

    /// <summary>Gets whether the file was read to its end. It was not if a quotation mark is never closed: the text
    /// after the mark is part of the refused row. With <see cref="CrmImportOptions.LineBreaksInFields"/> set to
    /// <see langword="false"/>, only that row is affected.</summary>
    public bool IsComplete => CountOf(RefusalReason.UnclosedQuote) == 0;

    /// <summary>Gets the number of blank lines, which are skipped and are not rows.</summary>
    public int BlankLineCount { get; internal init; }

    /// <summary>Gets the number of opportunities whose amount comes from the price list.</summary>
    public int PriceListAmountCount { get; internal init; }

    /// <summary>Gets the columns, formats and currency with which the file was read.</summary>
    public CrmLayout Layout { get; }

    /// <summary>Gets the notes on rows that were read.</summary>
    public ValueList<ImportNote> Notes { get; internal init; }

    /// <summary>Returns the number of rows with a fault of a kind.</summary>
    /// <param name="reason">The kind of the fault.</param>
    /// <returns>The number of rows. A row with several faults counts for each of them.</returns>
    public int CountOf(RefusalReason reason) => Refused.Count(row => row.Has(reason));

    /// <summary>Returns a readable description, the same in every culture.</summary>
    public override string ToString() =>
        Invariant($"{Plural.Of(RowCount, "row")}: {Opportunities.Count:#,0} read, {Refused.Count:#,0} refused; ")
            + Invariant($"{Plural.Of(BlankLineCount, "blank line")}, ")
            + Invariant($"{Plural.Of(PriceListAmountCount, "amount")} from the price list");
}
