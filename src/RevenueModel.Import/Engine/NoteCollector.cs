using RevenueModel.Primitives;

namespace RevenueModel.Import;

/// <summary>Counts notes on the rows that were read, by value.</summary>
internal sealed class NoteCollector
{
    private readonly Dictionary<(ImportNoteKind Kind, string Column, string Value), (int Count, string Detail)>
        _counts = [];

    public void Add(ImportNoteKind kind, string column, string value, string detail = "")
    {
        (ImportNoteKind, string, string) key = (kind, column, value);
        _counts[key] = _counts.TryGetValue(key, out (int Count, string Detail) seen)
            ? (seen.Count + 1, seen.Detail)
            : (1, detail);
    }

    /// <summary>Returns the notes so far, by kind, the most frequent first.</summary>
    public ImportNote[] ToNotes() =>
    [
        .. _counts
            .OrderBy(entry => entry.Key.Kind)
            .ThenByDescending(entry => entry.Value.Count)
            .ThenBy(entry => entry.Key.Value, StringComparer.Ordinal)
            .Select(entry => new ImportNote(
                entry.Key.Kind,
                entry.Key.Column,
                entry.Key.Value,
                entry.Value.Count,
                Describe(
                    entry.Key.Kind,
                    entry.Key.Column,
                    MessageText.Quote(entry.Key.Value),
                    entry.Value.Count,
                    entry.Value.Detail))),
    ];

    private static string Describe(ImportNoteKind kind, string column, string value, int count, string detail)
    {
        string rows = Plural.Of(count, "row");
        return kind switch
        {
            ImportNoteKind.ProductSpelling =>
                Invariant($"{column} {value} was priced as {MessageText.Quote(detail)} of the price list, in {rows}."),
            ImportNoteKind.ProductWithoutPrice =>
                Invariant($"{column} {value} is not in the price list; the amount of {rows} stays unknown."),
            ImportNoteKind.NoAmountAndNoProduct =>
                Invariant($"The amount of {rows} stays unknown, since they name no product to price."),
            ImportNoteKind.UnknownMotion =>
                Invariant($"{column} {value} is not a known motion, in {rows}; state Motions to read it."),
            _ => Invariant($"{column} {value} is not a forecast category, in {rows}; ")
                + "the category of the stage applies.",
        };
    }
}
