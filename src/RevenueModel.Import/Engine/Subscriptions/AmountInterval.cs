using NodaTime;
using RevenueModel.Retention;

namespace RevenueModel.Import;

/// <summary>Determines the interval that the amount of a term is for: from the options, the name of the column of
/// amounts, the column of intervals, or the length of the term.</summary>
internal sealed class AmountInterval
{
    private readonly SubscriptionCells _columns;
    private readonly bool _isOfTerm;
    private readonly RecurringInterval? _ofFile;

    public AmountInterval(
        Table<SubscriptionField> table, SubscriptionCells columns, SubscriptionImportOptions options)
    {
        _columns = columns;
        _isOfTerm = options.Amounts == SubscriptionAmounts.PerTerm;

        // A column named MRR is monthly also where another column has the billing interval.
        _ofFile = options.Interval ?? IntervalWords.OfColumn(columns.Amount.Name);
        if (!_isOfTerm && _ofFile is null && !columns.Interval.IsPresent && columns.Amount.IsPresent)
        {
            table.AddProblem(new ImportProblem(
                Invariant($"The interval of the amounts in {MessageText.Quote(columns.Amount.Name)} is unknown: ")
                    + "the file has no column of intervals.",
                ImportOption.Interval));
        }
    }

    /// <summary>Returns the interval of the current row, or null if the row is refused for it.</summary>
    public RecurringInterval? Of(RowCells cells, LocalDate? start, LocalDate? end) =>
        _isOfTerm ? OfTerm(cells, start, end) : _ofFile ?? OfColumn(cells);

    private RecurringInterval? OfTerm(RowCells cells, LocalDate? start, LocalDate? end)
    {
        if (end is null)
        {
            if (!cells.HasFaults)
            {
                cells.Refuse(
                    _columns.End,
                    RefusalReason.MissingValue,
                    "the end of the term is expected, since the amount is of the term.",
                    ImportOption.Amounts);
            }

            return null;
        }

        if (!(start < end))
        {
            return null;
        }

        RecurringInterval? interval = IntervalWords.OfTerm(start.Value, end.Value);
        if (interval is null)
        {
            cells.Refuse(
                _columns.End,
                RefusalReason.InvalidValue,
                "a term of whole months or weeks is expected, since the amount is of the term, "
                    + Invariant($"not of {Period.DaysBetween(start.Value, end.Value)} days."),
                ImportOption.Amounts);
        }

        return interval;
    }

    private RecurringInterval? OfColumn(RowCells cells)
    {
        string text = cells.Text(_columns.Interval);
        if (text.Length == 0)
        {
            if (_columns.Interval.IsPresent)
            {
                cells.Refuse(
                    _columns.Interval, RefusalReason.MissingValue, "an interval such as month or year is expected.");
            }

            return null;
        }

        RecurringInterval? interval = !cells.Has(_columns.IntervalCount) ? IntervalWords.Read(text)
            : IntervalWords.TryCount(cells.Chars(_columns.IntervalCount), out int count)
                ? IntervalWords.Of(text, count)
            : null;
        if (interval is null)
        {
            bool isWord = IntervalWords.Read(text) is not null;
            cells.Refuse(
                isWord ? _columns.IntervalCount : _columns.Interval,
                RefusalReason.InvalidValue,
                isWord
                    ? "a whole number between 1 and 100 is expected."
                    : "an interval such as week, month, quarter, 6 months or year is expected.");
        }

        return interval;
    }
}
