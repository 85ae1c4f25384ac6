using NodaTime;
using RevenueModel.Retention;

namespace RevenueModel.Import;

/// <summary>Reads rows that have the recurring revenue of one month, or of many months in columns.</summary>
internal sealed class MonthReader(
    SubscriptionCells columns, MonthColumn[] months, SubscriptionImportOptions options)
{
    private readonly Dictionary<(string Account, string? Product, string? Site, YearMonth Month), int> _rows = [];

    /// <summary>Gets the months so far.</summary>
    public List<AccountMonth> Months { get; } = [];

    /// <summary>Reads the current row.</summary>
    /// <returns>Whether it is read; false if it is refused.</returns>
    public bool Read(RowCells cells)
    {
        int before = Months.Count;
        if (months.Length > 0)
        {
            ReadColumns(cells);
        }
        else
        {
            LocalDate? month = columns.RequiredDate(cells, columns.Month, happened: true);
            decimal? amount = columns.RequiredAmount(cells);
            if (month is { } date && amount is { } value && !cells.HasFaults)
            {
                Add(cells, columns.Month, date, value);
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
        foreach (MonthColumn month in months)
        {
            hasAmount |= cells.Has(month.Column);
            if (columns.AmountOf(cells, month.Column) is not { } amount)
            {
                continue;
            }

            if (month.Month > options.LatestDate)
            {
                cells.Refuse(
                    month.Column,
                    RefusalReason.FutureDate,
                    Invariant($"no amount is expected of a month after {options.LatestDate:R}, ")
                        + "the latest date of the file.",
                    ImportOption.LatestDate);
            }

            Add(cells, month.Column, month.Month, amount);
        }

        if (!hasAmount)
        {
            cells.Refuse(months[0].Column, RefusalReason.MissingValue, "an amount of at least one month is expected.");
        }
    }

    private void Add(RowCells cells, FieldColumn column, LocalDate date, decimal amount)
    {
        string account = cells.Text(columns.Account);
        if (account.Length == 0)
        {
            return;
        }

        var month = new AccountMonth
        {
            Account = account,
            Month = new YearMonth(date.Year, date.Month),
            Amount = amount,
            Product = cells.TextOrNull(columns.Product),
            Site = cells.TextOrNull(columns.Site),
            Segment = cells.TextOrNull(columns.Segment),
        };
        if (!_rows.TryAdd(KeyOf(month), cells.Row) && options.Overlaps != OverlappingTerms.Add)
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
