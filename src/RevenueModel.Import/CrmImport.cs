using RevenueModel.Pipeline;
using RevenueModel.Primitives;

namespace RevenueModel.Import;

/// <summary>The result of reading a file: the opportunities that were read, the rows that were refused, and how it was
/// read.</summary>
/// <remarks>
/// Immutable; equal by value. Every row is in exactly one of <see cref="Opportunities"/> and <see cref="Refused"/>.
/// </remarks>
public sealed record CrmImport
{
    internal CrmImport(CrmLayout layout) => Layout = layout;

    /// <summary>The opportunities in the order of the file.</summary>
    public ValueList<Opportunity> Opportunities { get; internal init; }

    /// <summary>The rows that were refused, in the order of the file.</summary>
    public ValueList<RefusedRow> Refused { get; internal init; }

    /// <summary>The rows of the file: those read and those refused.</summary>
    public int RowCount => Opportunities.Count + Refused.Count;

    /// <summary>Whether the file was read to its end. It was not where a quotation mark is never closed: what follows
    /// the mark is in the refused row, not in rows of its own. <see cref="CrmImportOptions.LineBreaksInFields"/> at
    /// <see langword="false"/> limits that to one row.</summary>
    public bool IsComplete => CountOf(RefusalReason.UnclosedQuote) == 0;

    /// <summary>The lines without any value, which are no rows and were passed over.</summary>
    public int BlankLineCount { get; internal init; }

    /// <summary>The opportunities whose amount comes from the price list.</summary>
    public int PriceListAmountCount { get; internal init; }

    /// <summary>The columns, formats and currency that the file was read with.</summary>
    public CrmLayout Layout { get; }

    /// <summary>Remarks on rows that were read.</summary>
    public ValueList<ImportNote> Notes { get; internal init; }

    /// <summary>The number of rows that were refused for a reason, among others.</summary>
    public int CountOf(RefusalReason reason) => Refused.Count(row => row.Has(reason));

    /// <summary>The import in words.</summary>
    public override string ToString() =>
        Invariant($"{Plural.Of(RowCount, "row")}: {Opportunities.Count:#,0} read, {Refused.Count:#,0} refused; {Plural.Of(BlankLineCount, "blank line")}, {Plural.Of(PriceListAmountCount, "amount")} from the price list");
}
