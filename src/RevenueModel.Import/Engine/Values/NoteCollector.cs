using RevenueModel.Primitives;

namespace RevenueModel.Import;

/// <summary>Counts notes on the rows that were read, by value.</summary>
internal sealed class NoteCollector
{
    private readonly Dictionary<(ImportNoteKind Kind, string Column, string Value), (int Count, string Detail)>
        _counts = [];

    /// <summary>The number of different values that are noted. Further values are noted together.</summary>
    private const int MaxValues = 1000;

    public void Add(ImportNoteKind kind, string column, string value, string detail = "")
    {
        (ImportNoteKind, string, string) key = (kind, column, value);
        if (_counts.Count >= MaxValues && !_counts.ContainsKey(key))
        {
            key = (kind, column, "(other values)");
        }

        _counts[key] = _counts.TryGetValue(key, out (int Count, string Detail) seen)
            ? (seen.Count + 1, seen.Detail)
            : (1, detail);
    }

    /// <summary>Returns the notes so far, by kind, the most frequent first.</summary>
    /// <param name="onFile">Notes on the file as a whole.</param>
    public ImportNote[] ToNotes(params ReadOnlySpan<ImportNoteKind> onFile)
    {
        foreach (ImportNoteKind kind in onFile)
        {
            _counts.TryAdd((kind, "", ""), (1, ""));
        }

        ImportNote[] notes = [.. InOrder()];
        foreach (ImportNoteKind kind in onFile)
        {
            _counts.Remove((kind, "", ""));
        }

        return notes;
    }

    private IEnumerable<ImportNote> InOrder() =>
        _counts
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
                    entry.Value.Detail)));

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
                Invariant($"{column} {value} is not a known motion, in {rows}; the motion stays unknown."),
            ImportNoteKind.UnknownForecastCategory =>
                Invariant($"{column} {value} is not a forecast category, in {rows}; ")
                    + "the category of the stage applies.",
            ImportNoteKind.PlaceholderDate =>
                Invariant($"{column} {value} was read as no date, in {rows}, ")
                    + "since systems write it for a missing one.",
            ImportNoteKind.NoLostDeals =>
                "The file has won deals and marks no deal as lost, so that a win rate cannot be measured from it.",
            ImportNoteKind.NumberedRows => Invariant($"{rows} without an id got the number of the row as the id."),
            ImportNoteKind.TitleLines => Invariant($"{detail}."),
            ImportNoteKind.TotalRow =>
                Invariant($"{column} {value} has the sum of the rows above it and was left out, in {rows}."),
            ImportNoteKind.RepeatedPeriod =>
                Invariant($"{column} {value} has repeated rows of a period, which were {detail}, in {rows}."),
            ImportNoteKind.MissingMonth => Invariant($"{detail}; the history has zero."),
            ImportNoteKind.CounterRestart =>
                Invariant($"{column} {value}: the counter of {detail} went back, ")
                    + Invariant($"which was read as a restart, in {rows}."),
            ImportNoteKind.OverlappingTerms =>
                Invariant($"{column} {value}: the earlier of two overlapping terms ends when the later starts, ")
                    + Invariant($"in {rows}."),
            ImportNoteKind.EndedByCancellation =>
                Invariant($"{column} {value}: the term ends on the day of the cancellation, in {rows}."),
            ImportNoteKind.UnpaidSubscription =>
                Invariant($"{column} {value}: the subscription was never paid and was left out, in {rows}."),
            ImportNoteKind.UnknownStatus =>
                Invariant($"{column} {value} is unknown and was not compared with the term, in {rows}."),
            ImportNoteKind.OtherField => Invariant($"{column} {value} is not tracked and was left out, in {rows}."),
            _ => Invariant($"Row {value.Trim('"')} {detail}, so that a change is missing."),
        };
    }
}
