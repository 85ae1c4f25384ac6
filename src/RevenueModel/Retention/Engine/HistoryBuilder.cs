using System.Numerics;

namespace RevenueModel.Retention;

/// <summary>Collects amounts by account, product and site over spans of months, and lays them out as a
/// history.</summary>
internal sealed class HistoryBuilder
{
    private const int MostMonths = 1_200;
    private const int Cents = 2;

    private readonly Dictionary<string, int> _accounts;
    private readonly Dictionary<(int, string?, string?), int> _parts = [];
    private readonly Dictionary<string, string> _mergers;
    private readonly List<HistoryAccount> _accountList = [];
    private readonly List<HistoryUnit> _units = [];
    private readonly SegmentConflict _conflict;
    private readonly string _name;
    private readonly ExactColumn _amounts;
    private int[] _unit;
    private int[] _start;
    private int[] _end;
    private int _last = int.MinValue;
    private string? _latestName;
    private int _latest;

    /// <summary>Creates a builder.</summary>
    /// <param name="rules">The mergers and the rule for several segments.</param>
    /// <param name="capacity">The expected number of amounts.</param>
    /// <param name="name">The parameter of the caller that holds the records.</param>
    /// <param name="digits">The least decimal places of the unit of amounts.</param>
    public HistoryBuilder(RevenueRules rules, int capacity, string name, int digits = Cents)
    {
        _accounts = new Dictionary<string, int>(StringComparer.Ordinal);
        _mergers = AccountMerger.Targets(rules.Mergers);
        _conflict = rules.SegmentConflict;
        _name = name;
        _amounts = new ExactColumn(capacity, digits);
        _unit = new int[capacity];
        _start = new int[capacity];
        _end = new int[capacity];
    }

    /// <summary>Gets or sets the measure of the amounts, or null if it is not known.</summary>
    public RecurringMeasure? Measure { get; set; }

    /// <summary>Gets or sets the number of records that no month end counts.</summary>
    public int Uncounted { get; set; }

    /// <summary>Returns the unit of a record, and takes over its segment.</summary>
    /// <param name="account">The account.</param>
    /// <param name="product">The product, if any.</param>
    /// <param name="site">The site, if any.</param>
    /// <param name="segment">The segment, if any.</param>
    /// <param name="date">The start of the record as a sortable number.</param>
    public int UnitOf(string account, string? product, string? site, string? segment, int date)
    {
        int number = ReferenceEquals(account, _latestName) ? _latest : AccountOf(account);
        if (segment is not null)
        {
            SetSegment(number, account, segment, date);
        }

        return product is null && site is null ? PlainUnit(number) : PartUnit(number, product, site);
    }

    /// <summary>Adds an amount to the months from a start to before an end. An amount of zero counts only for the last
    /// month of the data.</summary>
    /// <exception cref="OverflowException">The amount has too many digits.</exception>
    public void Add(int unit, int start, int end, decimal amount)
    {
        _last = Math.Max(_last, start);
        if (amount == 0m)
        {
            return;
        }

        int at = _amounts.Count;
        if (at == _unit.Length)
        {
            int length = Math.Max(4, 2 * at);
            Array.Resize(ref _unit, length);
            Array.Resize(ref _start, length);
            Array.Resize(ref _end, length);
        }

        _amounts.Add(amount);
        _unit[at] = unit;
        _start[at] = start;
        _end[at] = end;
    }

    /// <summary>Returns the history through the as-of month.</summary>
    /// <param name="asOf">The last month, or null for the last month of the data.</param>
    /// <param name="parts">The histories whose months were added, or none if records were added.</param>
    public RevenueHistory Build(int? asOf, params ReadOnlySpan<RevenueHistory> parts)
    {
        int count = _amounts.Count;
        int first = int.MaxValue;
        foreach (int start in _start.AsSpan(0, count))
        {
            first = Math.Min(first, start);
        }

        int last = asOf ?? (_last == int.MinValue ? MonthIndex.Of(new NodaTime.YearMonth(1, 1)) : _last);
        first = Math.Min(first, last);
        if (last - first >= MostMonths)
        {
            int at = Array.IndexOf(_start, first, 0, count);
            throw new ArgumentException(
                Invariant($"{_name} had account \"{_accountList[_units[_unit[at]].Account].Name}\" in ")
                    + Invariant($"{MonthIndex.ToMonth(first)}, more than {MostMonths:#,0} months before ")
                    + Invariant($"{MonthIndex.ToMonth(last)}; a later start is expected."),
                _name);
        }

        Int128 sum = _amounts.Finish(SumOf(parts));
        var layout = new HistoryLayout(first, last - first + 1, [.. _accountList], [.. _units], _conflict, Measure);
        RequireSize(layout);
        return _amounts.IsSmall
            ? new RevenueHistory(layout, Fill(_amounts.Small, layout), null, _amounts.Digits, sum, Uncounted)
            : new RevenueHistory(layout, null, Fill(_amounts.Large, layout), _amounts.Digits, sum, Uncounted);
    }

    private void RequireSize(HistoryLayout layout)
    {
        if ((long)layout.Units.Length * layout.Stride > Array.MaxLength)
        {
            throw new ArgumentException(
                Invariant($"{_name} had {layout.Units.Length:#,0} accounts, products and sites in ")
                    + Invariant($"{layout.Months:#,0} months; at most {Array.MaxLength / layout.Stride:#,0} ")
                    + "of that many months are expected; analyze parts of the accounts and merge the analyses.",
                _name);
        }
    }

    // The records of the parts, not their months, bound every sum: a merged history equals that of all records.
    private Int128? SumOf(ReadOnlySpan<RevenueHistory> parts)
    {
        if (parts.IsEmpty)
        {
            return null;
        }

        Int128 sum = 0;
        foreach (RevenueHistory part in parts)
        {
            sum = checked(sum + _amounts.InUnits(part.Sum, part.Digits));
        }

        return sum;
    }

    private T[] Fill<T>(ReadOnlySpan<T> amounts, HistoryLayout layout)
        where T : struct, IBinaryInteger<T>
    {
        var months = new T[layout.Units.Length * layout.Stride];
        bool hasSpans = false;
        for (int i = 0; i < amounts.Length; i++)
        {
            int place = (_unit[i] * layout.Stride) + 1;
            int start = _start[i] - layout.First;
            long end = (long)_end[i] - layout.First;
            if (end == start + 1)
            {
                months[place + start] += amounts[i]; // a single month
            }
            else
            {
                hasSpans = true;
            }
        }

        return hasSpans ? FillSpans(amounts, layout, months) : months;
    }

    // Spans are added as differences; single months are in place already.
    private T[] FillSpans<T>(ReadOnlySpan<T> amounts, HistoryLayout layout, T[] months)
        where T : struct, IBinaryInteger<T>
    {
        var differences = new T[months.Length];
        for (int i = 0; i < amounts.Length; i++)
        {
            int place = (_unit[i] * layout.Stride) + 1;
            int start = _start[i] - layout.First;
            long end = (long)_end[i] - layout.First;
            if (end != start + 1)
            {
                differences[place + start] += amounts[i];
                if (end < layout.Months)
                {
                    differences[place + (int)end] -= amounts[i];
                }
            }
        }

        for (int unit = 0; unit < layout.Units.Length; unit++)
        {
            T running = T.Zero;
            for (int at = (unit * layout.Stride) + 1; at <= (unit * layout.Stride) + layout.Months; at++)
            {
                running += differences[at];
                months[at] += running;
            }
        }

        return months;
    }

    private int AccountOf(string account)
    {
        string name = _mergers.Count > 0 && _mergers.TryGetValue(account, out string? into) ? into : account;
        if (!_accounts.TryGetValue(name, out int number))
        {
            number = _accountList.Count;
            _accounts.Add(name, number);
            _accountList.Add(new HistoryAccount(name));
        }

        _latestName = account;
        _latest = number;
        return number;
    }

    // The segment of an account that ceased does not apply to its successor.
    private void SetSegment(int number, string account, string segment, int date)
    {
        HistoryAccount known = _accountList[number];
        if ((_mergers.Count == 0 || !_mergers.ContainsKey(account))
            && !(ReferenceEquals(known.Segment, segment)
                && (_conflict == SegmentConflict.Refused || known.SegmentDate == date)))
        {
            known.TakeSegment(segment, date, _conflict, _name);
        }
    }

    private int PlainUnit(int account)
    {
        HistoryAccount known = _accountList[account];
        if (known.PlainUnit < 0)
        {
            known.PlainUnit = NewUnit(account, null, null);
        }

        return known.PlainUnit;
    }

    private int PartUnit(int account, string? product, string? site)
    {
        if (!_parts.TryGetValue((account, product, site), out int unit))
        {
            unit = NewUnit(account, product, site);
            _parts.Add((account, product, site), unit);
        }

        return unit;
    }

    private int NewUnit(int account, string? product, string? site)
    {
        int unit = _units.Count;
        _units.Add(new HistoryUnit(account, product, site));
        _accountList[account].Units.Add(unit);
        return unit;
    }
}
