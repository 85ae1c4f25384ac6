using NodaTime;

namespace RevenueModel.Import;

/// <summary>The columns of an export of subscriptions, and the amounts and dates of its current row.</summary>
internal sealed class SubscriptionCells
{
    private readonly Table<SubscriptionField> _table;
    private readonly LocalDate? _latest;
    private readonly CurrencyTable _currencies;
    private readonly OneCurrency _oneCurrency;

    public SubscriptionCells(Table<SubscriptionField> table, SubscriptionImportOptions options)
    {
        _table = table;
        _latest = options.LatestDate;
        _currencies = new CurrencyTable(options.CurrencySymbols);
        _oneCurrency = new OneCurrency(_currencies, options.Currency);
        Account = table[SubscriptionField.Account];
        Id = table[SubscriptionField.Id];
        Start = table[SubscriptionField.Start];
        End = table[SubscriptionField.End];
        Amount = table[SubscriptionField.Amount];
        Quantity = table[SubscriptionField.Quantity];
        Interval = table[SubscriptionField.Interval];
        IntervalCount = table[SubscriptionField.IntervalCount];
        Month = table[SubscriptionField.Month];
        Product = table[SubscriptionField.Product];
        Site = table[SubscriptionField.Site];
        Segment = table[SubscriptionField.Segment];
        Currency = table[SubscriptionField.Currency];
        TrialEnd = table[SubscriptionField.TrialEnd];
        Canceled = table[SubscriptionField.Canceled];
        Status = table[SubscriptionField.Status];
    }

    public FieldColumn Account { get; }

    public FieldColumn Id { get; }

    public FieldColumn Start { get; }

    public FieldColumn End { get; }

    public FieldColumn Amount { get; }

    public FieldColumn Quantity { get; }

    public FieldColumn Interval { get; }

    public FieldColumn IntervalCount { get; }

    public FieldColumn Month { get; }

    public FieldColumn Product { get; }

    public FieldColumn Site { get; }

    public FieldColumn Segment { get; }

    public FieldColumn Currency { get; }

    public FieldColumn TrialEnd { get; }

    public FieldColumn Canceled { get; }

    public FieldColumn Status { get; }

    /// <summary>Detects the formats of dates, and of numbers in the columns of amounts.</summary>
    public void DetectFormats(IReadOnlyList<FieldColumn> amounts) => _table.LookAhead(samples =>
    {
        samples.AddDate(Start);
        samples.AddDate(End);
        samples.AddDate(Month);
        samples.AddDate(TrialEnd);
        samples.AddDate(Canceled);
        samples.AddNumber(Quantity, _currencies);
        foreach (FieldColumn amount in amounts)
        {
            samples.AddNumber(amount, _currencies);
        }
    });

    /// <summary>Returns an amount, or null if the cell is blank or the row is refused for it.</summary>
    public decimal? AmountOf(RowCells cells, FieldColumn column)
    {
        ReadOnlySpan<char> text = cells.Chars(column);
        if (text.IsEmpty)
        {
            return null;
        }

        MoneyText money = MoneyText.Of(text, _currencies);
        decimal? amount = CellValues.Number(cells, column, money, _table.Numbers);
        _oneCurrency.Check(cells, column, money, Currency);
        _table.Currency = _oneCurrency.Text;
        return amount;
    }

    /// <summary>Returns an amount, and refuses the row if there is none.</summary>
    public decimal? RequiredAmount(RowCells cells)
    {
        if (!cells.Has(Amount))
        {
            cells.Refuse(Amount, RefusalReason.MissingValue, "an amount is expected.");
        }

        return AmountOf(cells, Amount);
    }

    /// <summary>Returns a number of units, or null if the cell is blank or the row is refused for it.</summary>
    public decimal? QuantityOf(RowCells cells) => cells.Has(Quantity)
        ? CellValues.Number(cells, Quantity, MoneyText.Of(cells.Chars(Quantity), _currencies), _table.Numbers)
        : null;

    /// <summary>Returns a date, or null if the cell is blank or the row is refused for it.</summary>
    public LocalDate? DateOf(RowCells cells, FieldColumn column, bool happened = false) =>
        CellValues.Date(cells, column, _table.Dates, happened ? _latest : null);

    /// <summary>Returns a date, and refuses the row if there is none.</summary>
    public LocalDate? RequiredDate(RowCells cells, FieldColumn column, bool happened = false)
    {
        if (!cells.Has(column))
        {
            cells.Refuse(column, RefusalReason.MissingValue, "a date is expected.");
        }

        return DateOf(cells, column, happened);
    }
}
