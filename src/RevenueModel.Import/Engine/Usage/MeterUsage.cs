using NodaTime;

namespace RevenueModel.Import;

/// <summary>The usage of one meter of a customer, as its rows are read.</summary>
internal sealed class MeterUsage
{
    private readonly Dictionary<(LocalDate Date, long Time), (int Row, decimal Quantity)> _periods = [];
    private readonly SortedDictionary<int, decimal> _months = [];
    private (LocalDate Date, long Time, decimal Reading, int Row)? _last;

    /// <summary>Gets the months with a row, as numbers of months since year 0, and their usage.</summary>
    public IReadOnlyDictionary<int, decimal> Months => _months;

    /// <summary>Gets the first month with a row.</summary>
    public int First => _months.Keys.First();

    /// <summary>Gets the last month with a row.</summary>
    public int Last => _months.Keys.Last();

    /// <summary>Returns the number of a month.</summary>
    public static int NumberOf(LocalDate date) => (date.Year * 12) + date.Month - 1;

    /// <summary>Returns the month of a number.</summary>
    public static YearMonth MonthOf(int number) => new(number / 12, (number % 12) + 1);

    /// <summary>Returns the row that has usage of a period, or null.</summary>
    public int? RowOf(LocalDate date, long time) =>
        _periods.TryGetValue((date, time), out (int Row, decimal Quantity) period) ? period.Row : null;

    /// <summary>Adds the usage of a period. It may have usage already.</summary>
    public void Add(LocalDate date, long time, int row, decimal quantity)
    {
        _periods[(date, time)] = _periods.TryGetValue((date, time), out (int Row, decimal Quantity) before)
            ? (row, before.Quantity + quantity)
            : (row, quantity);
        AddToMonth(date, quantity);
    }

    /// <summary>Replaces the usage of a period.</summary>
    public void Replace(LocalDate date, long time, int row, decimal quantity)
    {
        AddToMonth(date, quantity - _periods[(date, time)].Quantity);
        _periods[(date, time)] = (row, quantity);
    }

    /// <summary>Returns the last reading before a new one, or null if there is none.</summary>
    public (LocalDate Date, long Time, decimal Reading, int Row)? LastReading => _last;

    /// <summary>Adds a reading of a counter. A lower one than before is usage since a restart.</summary>
    public void AddReading(LocalDate date, long time, int row, decimal reading)
    {
        decimal usage = _last is not { } last ? 0m
            : reading >= last.Reading ? reading - last.Reading
            : reading;
        _last = (date, time, reading, row);
        AddToMonth(date, usage);
    }

    private void AddToMonth(LocalDate date, decimal quantity)
    {
        int month = NumberOf(date);
        _months[month] = _months.GetValueOrDefault(month) + quantity;
    }
}
