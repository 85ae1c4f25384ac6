using NodaTime;

namespace RevenueModel.Import;

/// <summary>Reads the rows of a usage export into the usage of customers.</summary>
internal sealed class UsageReader : RowReader<UsageField>
{
    private readonly UsageImportOptions _options;
    private readonly CurrencyTable _noCurrencies = new([]);
    private readonly UsageColumn[] _quantities;
    private readonly FieldColumn _customer;
    private readonly FieldColumn _meter;
    private readonly FieldColumn _period;
    private readonly decimal?[] _values;
    private readonly bool _meterIsRead;
    private readonly bool _hasPeriods;

    public UsageReader(Table<UsageField> table, UsageImportOptions options)
        : base(table, UsageField.Customer)
    {
        _options = options;
        _quantities = UsageColumns.Find(table, options);
        _values = new decimal?[_quantities.Length];
        _customer = table[UsageField.Customer];
        _meter = table[UsageField.Meter];
        _period = table[UsageField.Period];
        _hasPeriods = _period.IsPresent || _quantities.All(quantity => quantity.Month is not null);
        _meterIsRead = _meter.IsPresent && _quantities.Any(quantity => quantity.Meter is null);
        table.LookAhead(samples =>
        {
            if (!TotalWords.IsTotal(table.Cells.Text(_period)))
            {
                samples.AddDate(_period);
            }

            foreach (UsageColumn quantity in _quantities)
            {
                samples.AddNumber(quantity.Column, _noCurrencies);
            }
        });
    }

    /// <summary>Gets the usage so far.</summary>
    public UsageBook Book { get; } = new();

    protected override void ReadRow(RowCells cells)
    {
        if (!_hasPeriods)
        {
            // A survey goes on to count the rows of a file that cannot be read.
            return;
        }

        cells.CheckValues();
        string customer = cells.Text(_customer);
        string meter = cells.TextOrNull(_meter) ?? _options.Meter;
        string period = cells.Text(_period);
        ReadQuantities(cells);
        if (_options.RecognizeTotals && _options.Quantities == UsageQuantities.Increments
            && IsTotal(customer, meter, period))
        {
            CheckTotal(cells, customer, meter, period);
            return;
        }

        if (customer.Length == 0)
        {
            cells.Refuse(_customer, RefusalReason.MissingValue, "the name of the customer is expected.");
        }

        if (_meterIsRead && !cells.Has(_meter))
        {
            cells.Refuse(_meter, RefusalReason.MissingValue, "the name of the meter is expected.");
        }

        (LocalDate Date, long Time)? when = _period.IsPresent ? Period(cells) : null;
        if (cells.HasFaults)
        {
            return;
        }

        for (int i = 0; i < _quantities.Length; i++)
        {
            if (_values[i] is { } value)
            {
                UsageColumn column = _quantities[i];
                (LocalDate date, long time) = column.Month is { } month ? (month, 0L) : when!.Value;
                Check(cells, column, customer, column.Meter ?? meter, date, time, value);
            }
        }

        if (!cells.HasFaults)
        {
            Add(cells, customer, meter, when);
            ReadCount++;
        }
    }

    private void ReadQuantities(RowCells cells)
    {
        bool hasValue = false;
        for (int i = 0; i < _quantities.Length; i++)
        {
            _values[i] = Quantity(cells, _quantities[i].Column);
            hasValue |= cells.Has(_quantities[i].Column);
        }

        if (!hasValue && _quantities.Length > 0)
        {
            cells.Refuse(_quantities[0].Column, RefusalReason.MissingValue, "a quantity is expected.");
        }
    }

    private decimal? Quantity(RowCells cells, FieldColumn column)
    {
        ReadOnlySpan<char> text = cells.Chars(column);
        if (text.IsEmpty)
        {
            return null;
        }

        MoneyText number = MoneyText.Of(text, _noCurrencies);
        if (number.Currency is not null)
        {
            cells.Refuse(column, RefusalReason.InvalidNumber, "a quantity without a currency is expected.");
            return null;
        }

        return CellValues.Number(cells, column, number, Table.Numbers);
    }

    private (LocalDate Date, long Time)? Period(RowCells cells)
    {
        ReadOnlySpan<char> text = cells.Chars(_period);
        if (text.IsEmpty)
        {
            cells.Refuse(_period, RefusalReason.MissingValue, "the month or day of the usage is expected.");
        }

        return CellValues.Date(cells, _period, Table.Dates, _options.LatestDate) is { } date
            ? (date, TimeOfDay.NanosecondsOf(text))
            : null;
    }

    private void Check(
        RowCells cells, UsageColumn column, string customer, string meter, LocalDate date, long time, decimal value)
    {
        if (column.Month > _options.LatestDate)
        {
            cells.Refuse(
                column.Column,
                RefusalReason.FutureDate,
                Invariant($"a month up to {_options.LatestDate:R}, the latest date of the file, is expected."),
                ImportOption.LatestDate);
            return;
        }

        MeterUsage usage = Book[customer, meter];
        if (_options.Quantities == UsageQuantities.Increments)
        {
            if (_options.Repeats == RepeatedUsage.Refuse && usage.RowOf(date, time) is { } row)
            {
                cells.Refuse(
                    _period.IsPresent ? _period : column.Column,
                    RefusalReason.RepeatedPeriod,
                    Invariant($"row {row} has usage of {meter} by {customer} in the same period."),
                    ImportOption.Repeats);
            }

            return;
        }

        if (usage.LastReading is not { } last)
        {
            return;
        }

        if ((date, time).CompareTo((last.Date, last.Time)) < 0)
        {
            cells.Refuse(
                _period.IsPresent ? _period : column.Column,
                RefusalReason.ImpossibleReading,
                Invariant($"readings in order of time are expected, and row {last.Row} is later."));
        }
        else if (value < last.Reading && _options.Quantities == UsageQuantities.Readings)
        {
            cells.Refuse(
                column.Column,
                RefusalReason.ImpossibleReading,
                Invariant($"{last.Reading} or more is expected, the reading of row {last.Row}."),
                ImportOption.Quantities);
        }
    }

    private void Add(RowCells cells, string customer, string rowMeter, (LocalDate Date, long Time)? when)
    {
        for (int i = 0; i < _quantities.Length; i++)
        {
            if (_values[i] is not { } value)
            {
                continue;
            }

            string meter = _quantities[i].Meter ?? rowMeter;
            (LocalDate date, long time) = _quantities[i].Month is { } month ? (month, 0L) : when!.Value;
            MeterUsage usage = Book[customer, meter];
            if (_options.Quantities != UsageQuantities.Increments)
            {
                NoteRestart(usage, customer, meter, value);
                usage.AddReading(date, time, cells.Row, value);
                continue;
            }

            bool repeats = usage.RowOf(date, time) is not null;
            if (repeats)
            {
                Table.Notes.Add(
                    ImportNoteKind.RepeatedPeriod,
                    _customer.Name,
                    customer,
                    _options.Repeats == RepeatedUsage.Add ? "added" : "replaced by the last");
            }

            if (repeats && _options.Repeats == RepeatedUsage.KeepLast)
            {
                usage.Replace(date, time, cells.Row, value);
            }
            else
            {
                usage.Add(date, time, cells.Row, value);
            }
        }
    }

    private void NoteRestart(MeterUsage usage, string customer, string meter, decimal value)
    {
        if (usage.LastReading is { } last && value < last.Reading)
        {
            Table.Notes.Add(ImportNoteKind.CounterRestart, _customer.Name, customer, meter);
        }
    }

    private bool IsTotal(string customer, string meter, string period) =>
        TotalWords.IsTotal(customer)
        || TotalWords.IsTotal(meter)
        || TotalWords.IsTotal(period)
        || (TotalWords.SubtotalOf(customer) is { } name && Book.Has(name));

    private void CheckTotal(RowCells cells, string customer, string meter, string period)
    {
        string? ofCustomer = TotalWords.SubtotalOf(customer) is { } name && Book.Has(name) ? name
            : TotalWords.IsTotal(customer) || customer.Length == 0 ? null : customer;
        string? ofMeter = !_meter.IsPresent || TotalWords.IsTotal(meter) || !cells.Has(_meter) ? null : meter;
        int? ofMonth = period.Length > 0 && !TotalWords.IsTotal(period) && Period(cells) is { } when
            ? MeterUsage.NumberOf(when.Date)
            : null;
        for (int i = 0; i < _quantities.Length && !cells.HasFaults; i++)
        {
            UsageColumn column = _quantities[i];
            if (_values[i] is not { } value)
            {
                continue;
            }

            decimal sum = Book.Sum(
                ofCustomer,
                column.Meter ?? ofMeter,
                column.Month is { } month ? MeterUsage.NumberOf(month) : ofMonth);
            if (Math.Abs(sum - value) > HalfUnit(value))
            {
                cells.Refuse(
                    column.Column,
                    RefusalReason.Contradiction,
                    Invariant($"the row looks like a total, and the rows above it sum to {sum}."),
                    ImportOption.RecognizeTotals);
            }
        }

        if (!cells.HasFaults)
        {
            LeftOutCount++;
            Table.Notes.Add(ImportNoteKind.TotalRow, _customer.Name, customer);
        }
    }

    /// <summary>Returns half a unit of the last digit of a total, by which rounding can change it.</summary>
    private static decimal HalfUnit(decimal value) =>
        new(5, 0, 0, isNegative: false, (byte)Math.Min(value.Scale + 1, 28));
}
