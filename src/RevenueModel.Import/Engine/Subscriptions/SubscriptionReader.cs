using RevenueModel.Retention;

namespace RevenueModel.Import;

/// <summary>Reads the rows of an export of subscriptions into terms or months.</summary>
internal sealed class SubscriptionReader : RowReader<SubscriptionField>
{
    private readonly SubscriptionCells _columns;
    private readonly TermReader? _terms;
    private readonly MonthReader? _months;

    public SubscriptionReader(Table<SubscriptionField> table, SubscriptionImportOptions options)
        : base(table, SubscriptionField.Account)
    {
        _columns = new SubscriptionCells(table, options);
        if (_columns.Start.IsPresent && _columns.Month.IsPresent)
        {
            table.AddProblem(new ImportProblem(
                Invariant($"Column {_columns.Start.Name} is the start of a term and column {_columns.Month.Name} is ")
                    + "a month; one of them is expected.",
                ImportOption.IgnoredColumns));
        }

        if (_columns.Start.IsPresent || _columns.Month.IsPresent)
        {
            if (!_columns.Amount.IsPresent)
            {
                AddMissing("Amount");
            }
            else if (_columns.Start.IsPresent)
            {
                _terms = new TermReader(table, _columns, options);
            }
            else
            {
                _months = new MonthReader(table, _columns, [], options);
            }

            _columns.DetectFormats([_columns.Amount]);
            return;
        }

        MonthColumn[] months = MonthColumns.Find(table, SubscriptionField.Amount);
        if (months.Length == 0)
        {
            AddMissing("Start or Month, and no column whose name is a month");
        }
        else
        {
            _months = new MonthReader(table, _columns, months, options);
        }

        _columns.DetectFormats([.. months.Select(month => month.Column)]);
    }

    /// <summary>Gets the subscriptions so far, in the order of the file.</summary>
    public IEnumerable<Subscription> Subscriptions => _terms?.Terms.ToSubscriptions() ?? [];

    /// <summary>Gets the months so far, in the order of the file.</summary>
    public IReadOnlyList<AccountMonth> Months => _months?.Months ?? [];

    /// <summary>Returns the days without a subscription between two terms of an account.</summary>
    public List<SubscriptionGap> ToGaps() => _terms?.Terms.ToGaps() ?? [];

    protected override void ReadRow(RowCells cells)
    {
        cells.CheckValues();
        if (!cells.Has(_columns.Account))
        {
            cells.Refuse(
                _columns.Account, RefusalReason.MissingValue, "the id or name of the account is expected.");
        }

        if (_terms?.Read(cells) ?? _months?.Read(cells) ?? false)
        {
            ReadCount++;
        }
        else if (!cells.HasFaults)
        {
            LeftOutCount++;
        }
    }

    private void AddMissing(string what) => Table.AddProblem(new ImportProblem(
        Invariant($"No column for {what}. The columns are {MessageText.List(Table.HeaderNames)}."),
        ImportOption.Columns));
}
