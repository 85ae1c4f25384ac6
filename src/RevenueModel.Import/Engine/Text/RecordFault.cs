using CsvHelper;
using RevenueModel.Primitives;

namespace RevenueModel.Import;

/// <summary>The reason why a record cannot be divided into fields.</summary>
/// <param name="Reason">The kind.</param>
/// <param name="Message">The message.</param>
/// <param name="Option">The option that helps, or null.</param>
internal sealed record RecordFault(RefusalReason Reason, string Message, ImportOption? Option = null)
{
    /// <summary>A quotation mark that is not closed within the longest record.</summary>
    public static RecordFault Endless { get; } = new(
        RefusalReason.UnclosedQuote,
        Invariant($"A quotation mark is not closed within {TextFormat.MaxRecordBytes >> 20} MiB, ")
            + "so that the rest of the file cannot be read.",
        ImportOption.LineBreaksInFields);

    /// <summary>Returns the fault of a malformed record.</summary>
    public static RecordFault Of(CsvMalformedReason reason, long line, long lastLine)
    {
        string lines = lastLine > line ? Invariant($" The row spans the lines {line}-{lastLine}.") : "";
        return reason switch
        {
            CsvMalformedReason.StrayQuote => new(
                RefusalReason.MalformedText, "A quotation mark is inside a field that is not quoted." + lines),
            CsvMalformedReason.TextAfterClosingQuote => new(
                RefusalReason.MalformedText,
                "Text follows the closing quotation mark of a field." + lines,
                lastLine > line ? ImportOption.LineBreaksInFields : null),
            CsvMalformedReason.UnterminatedQuote => new(
                RefusalReason.UnclosedQuote,
                "A quotation mark is never closed, so that the field runs to the end of the file." + lines,
                ImportOption.LineBreaksInFields),
            CsvMalformedReason.LineBreakInQuotes => new(
                RefusalReason.MalformedText, "A quotation mark is not closed on its line."),
            _ => new(RefusalReason.MalformedText, "The text is not CSV." + lines),
        };
    }

    /// <summary>Returns the fault of a record with rows inside a quoted field.</summary>
    public static RecordFault OfRowsInside(int rows, long line, long lastLine) => new(
        RefusalReason.RowsInQuotedField,
        Invariant($"A quoted field from line {line} to line {lastLine} contains {Plural.Of(rows, "line")} with as ")
            + "many fields as the header; its quotation mark is probably closed too late, and the lines are rows.",
        ImportOption.LineBreaksInFields);
}
