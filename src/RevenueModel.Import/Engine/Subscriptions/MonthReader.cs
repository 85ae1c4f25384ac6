using NodaTime;
using RevenueModel.Retention;

namespace RevenueModel.Import;

/// <summary>Reads rows that have the recurring revenue of one month, or of many months in columns.</summary>
internal sealed class MonthReader
{
    private readonly SubscriptionCells _columns;
    private readonly MonthColumn[] _columnsOfMonths;
    private readonly SubscriptionImportOptions _options;
    private readonly UnitAmount _amount;
    private readonly Dictionary<(string Account, string? Product, string? Site, YearMonth Month), int> _rows = [];

    public MonthReader(
        Table<SubscriptionField> table,
        SubscriptionCells columns,
        MonthColumn[] months,
        SubscriptionImportOptions options)
    {
        _columns = columns;
        _columnsOfMonths = months;
        _options = options;
        _amount = new UnitAmount(table, columns, options.Quantities);
        FieldColumn? interval = columns.Interval.IsPresent ? columns.Interval
            : columns.IntervalCount.IsPresent ? columns.IntervalCount
            : null;
        if (interval is not null)
        {
            table.AddProblem(new ImportProblem(
                Invariant($"Column {interval.Name} has intervals, and the amounts of the file are of months."),
                ImportOption.IgnoredColumns));
        }

        if (options.Interval is not null || options.Amounts != SubscriptionAmounts.PerInterval)
        {
            table.AddProblem(new ImportProblem(
                "The amounts of the file are of months, so that no interval or term of them is expected.",
                options.Interval is not null ? ImportOption.Interval : ImportOption.Amounts));
        }
    }

    /// <summary>Gets the months so far.</summary>
    public List<AccountMonth> Months { get; } = [];

    /// <summary>Reads the current row.</summary>
    /// <returns>Whether it is read; false if it is refused.</returns>
    public bool Read(RowCells cells)
    {
        int before = Months.Count;
        if (_columnsOfMonths.Length > 0)
        {
            ReadColumns(cells);
        }
        else
        {
            LocalDate? month = _columns.RequiredDate(cells, _columns.Month, happened: true);
            decimal? amount = _amount.Of(cells);
            if (month is { } date && amount is { } value && !cells.HasFaults)
            {
                Add(cells, _columns.Month, date, value);
            }
        }

        if (cells.HasFaults)
        {
            Forget(before);
        }

        return !cells.HasFaults;
    }

    private void ReadColumns(RowCells cells)
    {
        bool hasAmount = false;
        foreach (MonthColumn month in _columnsOfMonths)
        {
            hasAmount |= cells.Has(month.Column);
            decimal? ofCell = _columns.AmountOf(cells, month.Column);
            if ((ofCell is null ? null : _amount.OfAll(cells, month.Column, ofCell)) is not { } amount)
            {
                continue;
            }

            if (month.Month > _options.LatestDate)
            {
                cells.Refuse(
                    month.Column,
                    RefusalReason.FutureDate,
                    Invariant($"no amount is expected of a month after {_options.LatestDate:R}, ")
                        + "the latest date of the file.",
                    ImportOption.LatestDate);
            }

            Add(cells, month.Column, month.Month, amount);
        }

        if (!hasAmount)
        {
            cells.Refuse(
                _columnsOfMonths[0].Column,
                RefusalReason.MissingValue,
                "an amount of at least one month is expected.");
        }
    }

    private void Add(RowCells cells, FieldColumn column, LocalDate date, decimal amount)
    {
        string account = cells.Text(_columns.Account);
        if (account.Length == 0)
        {
            return;
        }

        var month = new AccountMonth
        {
            Account = account,
            Month = new YearMonth(date.Year, date.Month),
            Amount = amount,
            Product = cells.TextOrNull(_columns.Product),
            Site = cells.TextOrNull(_columns.Site),
            Segment = cells.TextOrNull(_columns.Segment),
        };
        if (!_rows.TryAdd(KeyOf(month), cells.Row) && _options.Overlaps != OverlappingTerms.Add)
        {
            cells.Refuse(
                column,
                RefusalReason.RepeatedPeriod,
                Invariant($"another account or month is expected, since row {_rows[KeyOf(month)]} has {account} ")
                    + Invariant($"in {date.Year:0000}-{date.Month:00}."),
                ImportOption.Overlaps);
            return;
        }

        Months.Add(month);
    }

    /// <summary>Removes the months of a row that is refused.</summary>
    private void Forget(int count)
    {
        foreach (AccountMonth month in Months[count..])
        {
            _rows.Remove(KeyOf(month));
        }

        Months.RemoveRange(count, Months.Count - count);
    }

    private static (string Account, string? Product, string? Site, YearMonth Month) KeyOf(AccountMonth month) =>
        (month.Account, month.Product, month.Site, month.Month);
}
