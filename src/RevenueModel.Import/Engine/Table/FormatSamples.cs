namespace RevenueModel.Import;

/// <summary>The dates, numbers and currencies of the first rows, from which their formats are detected.</summary>
internal sealed class FormatSamples(RowCells cells)
{
    public List<FormatSample> Dates { get; } = [];

    public List<FormatSample> Numbers { get; } = [];

    /// <summary>Adds the date of the current row in a column, if there is one.</summary>
    public void AddDate(FieldColumn column)
    {
        if (cells.Has(column))
        {
            Dates.Add(Sample(column, cells.Chars(column)));
        }
    }

    /// <summary>Adds the number of the current row in a column, without sign and currency, if there is one.</summary>
    public void AddNumber(FieldColumn column, CurrencyTable currencies)
    {
        if (cells.Has(column))
        {
            Numbers.Add(Sample(column, MoneyText.Of(cells.Chars(column), currencies).Number));
        }
    }

    private FormatSample Sample(FieldColumn column, ReadOnlySpan<char> text) =>
        new(text.ToString(), column.Name, cells.Row);
}
