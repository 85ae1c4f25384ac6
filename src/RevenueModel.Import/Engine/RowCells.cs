using RevenueModel.Primitives;

namespace RevenueModel.Import;

/// <summary>The values of one row by field, and the faults of the row. One instance is used for all rows in
/// turn.</summary>
internal sealed class RowCells
{
    private const int MaxFaultValue = 200;
    private readonly int[] _indices;
    private readonly string[] _columnNames;
    private readonly List<RowFault> _faults = [];
    private RawRow _raw;

    public RowCells(IReadOnlyList<CrmColumn> columns)
    {
        _indices = new int[Enum.GetValues<CrmField>().Length];
        Array.Fill(_indices, -1);
        CrmColumn[] read = [.. columns.Where(column => column.Field is not null)];
        _columnNames = [.. read.Select(column => column.Name)];
        for (int i = 0; i < read.Length; i++)
        {
            _indices[(int)read[i].Field!.Value] = i;
        }

        Positions = [.. read.Select(column => column.Position - 1)];
    }

    /// <summary>Gets the columns to read, by position from 0.</summary>
    public int[] Positions { get; }

    public int Row => _raw.Row;

    public RawRow Raw => _raw;

    public bool HasFaults => _faults.Count > 0;

    /// <summary>Gets the value of a field; empty if the row has no value or the file has no such column.</summary>
    public string this[CrmField field] => HasColumn(field) ? _raw.Fields[_indices[(int)field]] : "";

    public void MoveTo(RawRow raw)
    {
        _raw = raw;
        _faults.Clear();
    }

    public bool HasColumn(CrmField field) => _indices[(int)field] >= 0;

    public bool Has(CrmField field) => this[field].Length > 0;

    /// <summary>Returns the value of a field, or null if the row has no value.</summary>
    public string? TextOf(CrmField field) => Has(field) ? this[field] : null;

    /// <summary>Returns the name of the column of a field, or of the field if the file has no such column.</summary>
    public string ColumnOf(CrmField field) =>
        HasColumn(field) ? _columnNames[_indices[(int)field]] : field.ToString();

    /// <summary>Returns whether every value is the name of its column.</summary>
    public bool IsHeader()
    {
        for (int i = 0; i < _columnNames.Length; i++)
        {
            if (!NameLookup.Same(_raw.Fields[i], _columnNames[i]))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>Adds a fault of the whole row.</summary>
    public void RefuseRow(RefusalReason reason, string message) => _faults.Add(new RowFault("", "", reason, message));

    /// <summary>Adds a fault of a value: the value and what is expected.</summary>
    public void Refuse(CrmField field, RefusalReason reason, string expected)
    {
        string value = this[field];
        string message = value.Length == 0
            ? Invariant($"{ColumnOf(field)} was blank; {expected}")
            : Invariant($"{ColumnOf(field)} was {MessageText.Quote(value)}; {expected}");
        string cut = value.Length <= MaxFaultValue ? value : string.Concat(value.AsSpan(0, MaxFaultValue), "…");
        _faults.Add(new RowFault(ColumnOf(field), cut, reason, message));
    }

    /// <summary>Adds a fault for every value with bytes that are not text in the encoding of the file.</summary>
    public void RefuseUndecodable()
    {
        for (int i = 0; i < _raw.Fields.Length; i++)
        {
            string value = _raw.Fields[i];
            if (value.Contains('\uFFFD', StringComparison.Ordinal))
            {
                _faults.Add(new RowFault(
                    _columnNames[i],
                    MessageText.Shorten(value),
                    RefusalReason.UndecodableText,
                    Invariant($"{_columnNames[i]} was {MessageText.Quote(value)}, with bytes that are not text ")
                        + "in the encoding of the file; state Encoding."));
            }
        }
    }

    public RefusedRow ToRefused() => new(_raw.Row, _raw.Line, [.. _faults]);
}
