using System.Text;
using RevenueModel.Primitives;

namespace RevenueModel.Import;

/// <summary>The values of the current row by column, and its faults. One instance is used for all rows in
/// turn.</summary>
internal sealed class RowCells(FieldColumn[] columns)
{
    private const int MaxFaultValue = 200;
    private readonly FieldColumn[] _columns = [.. columns.Where(column => column.IsPresent)];
    private readonly FieldColumn[] _shared = [.. columns.Where(column => column.Positions.Length > 1)];
    private readonly List<RowFault> _faults = [];
    private RecordReader _reader = null!;
    private char[] _buffer = new char[256];
    private int _used;

    /// <summary>Gets the number of the current row as a spreadsheet shows it.</summary>
    public int Row => _reader.Row;

    public bool HasFaults => _faults.Count > 0;

    /// <summary>Moves to the current record of a reader.</summary>
    public void MoveTo(RecordReader reader)
    {
        _reader = reader;
        _used = 0;
        _faults.Clear();
    }

    /// <summary>Returns whether the row has a value in a column.</summary>
    public bool Has(FieldColumn column) => PositionOf(column) >= 0;

    /// <summary>Returns the value of a column, cleaned, valid until the next row; empty if there is none.</summary>
    public ReadOnlySpan<char> Chars(FieldColumn column)
    {
        int position = PositionOf(column);
        if (position < 0)
        {
            return [];
        }

        ReadOnlySpan<byte> bytes = _reader.Bytes(position);
        if (!Utf8Text.IsClean(bytes))
        {
            return TextCleaner.Clean(Encoding.UTF8.GetString(bytes));
        }

        if (_used + bytes.Length > _buffer.Length)
        {
            _buffer = new char[Math.Max(_buffer.Length, bytes.Length) * 2];
            _used = 0;
        }

        Span<char> chars = _buffer.AsSpan(_used, bytes.Length);
        Ascii.ToUtf16(bytes, chars, out _);
        _used += chars.Length;
        return chars;
    }

    /// <summary>Returns the value of a column as a string; empty if there is none.</summary>
    public string Text(FieldColumn column)
    {
        int position = PositionOf(column);
        return position < 0 ? "" : _reader.Text(position);
    }

    /// <summary>Returns the value of a column as a string, or null if there is none.</summary>
    public string? TextOrNull(FieldColumn column)
    {
        int position = PositionOf(column);
        return position < 0 ? null : _reader.Text(position);
    }

    /// <summary>Refuses the current record if it cannot be divided into the fields of the header.</summary>
    public void CheckRecord()
    {
        if (_reader.Fault is { } fault)
        {
            RefuseRow(fault.Reason, fault.Message, fault.Option);
        }
        else if (_reader.FieldCount != _reader.HeaderFieldCount)
        {
            RefuseRow(
                RefusalReason.WrongFieldCount,
                Invariant($"The row has {Plural.Of(_reader.FieldCount, "field")}; ")
                    + Invariant($"{_reader.HeaderFieldCount} as in the header are expected."));
        }
        else if (IsHeader())
        {
            RefuseRow(RefusalReason.RepeatedHeader, "The row repeats the header.");
        }
    }

    /// <summary>Refuses values that cannot be used in any field: bytes that are not text, and different values in two
    /// columns of one field.</summary>
    public void CheckValues()
    {
        if (!_reader.IsText())
        {
            RefuseUndecodable();
        }

        foreach (FieldColumn column in _shared)
        {
            CheckSame(column);
        }
    }

    /// <summary>Adds a fault of the whole row.</summary>
    public void RefuseRow(RefusalReason reason, string message, ImportOption? option = null) =>
        _faults.Add(new RowFault("", "", reason, message, option));

    /// <summary>Adds a fault of a value: the value and what is expected.</summary>
    public void Refuse(FieldColumn column, RefusalReason reason, string expected, ImportOption? option = null)
    {
        int position = PositionOf(column);
        string value = position < 0 ? "" : _reader.Text(position);
        Add(NameOf(column, position), value, reason, expected, option);
    }

    /// <summary>Returns the current row as a refused row.</summary>
    /// <param name="key">The column of the deal or customer that the row is about.</param>
    public RefusedRow ToRefused(FieldColumn key)
    {
        bool hasFields = _reader.Fault is null
            && _reader.FieldCount == _reader.HeaderFieldCount
            && _faults[0].Reason != RefusalReason.RepeatedHeader;
        return new RefusedRow(
            _reader.Row, _reader.Line, _reader.LastLine, hasFields ? TextOrNull(key) : null, [.. _faults]);
    }

    private int PositionOf(FieldColumn column)
    {
        foreach (int position in column.Positions)
        {
            if (!_reader.Bytes(position).IsEmpty)
            {
                return position;
            }
        }

        return -1;
    }

    private static string NameOf(FieldColumn column, int position)
    {
        int index = Array.IndexOf(column.Positions, position);
        return index < 0 ? column.Name : column.Names[index];
    }

    private void Add(string column, string value, RefusalReason reason, string expected, ImportOption? option)
    {
        string message = value.Length == 0
            ? Invariant($"{column} was blank; {expected}")
            : Invariant($"{column} was {MessageText.Quote(value)}; {expected}");
        string cut = value.Length <= MaxFaultValue ? value : string.Concat(value.AsSpan(0, MaxFaultValue), "…");
        _faults.Add(new RowFault(column, cut, reason, message, option));
    }

    private bool IsHeader()
    {
        foreach (FieldColumn column in _columns)
        {
            for (int i = 0; i < column.Positions.Length; i++)
            {
                ReadOnlySpan<byte> bytes = _reader.Bytes(column.Positions[i]);
                if (bytes.Length < column.Names[i].Length
                    || !NameLookup.Same(_reader.Text(column.Positions[i]), column.Names[i]))
                {
                    return false;
                }
            }
        }

        return true;
    }

    private void RefuseUndecodable()
    {
        foreach (FieldColumn column in _columns)
        {
            for (int i = 0; i < column.Positions.Length; i++)
            {
                string value = _reader.Text(column.Positions[i]);
                if (value.Contains('\uFFFD', StringComparison.Ordinal))
                {
                    Add(
                        column.Names[i],
                        value,
                        RefusalReason.UndecodableText,
                        "it has bytes that are not text in the encoding of the file.",
                        ImportOption.Encoding);
                }
            }
        }
    }

    private void CheckSame(FieldColumn column)
    {
        int first = PositionOf(column);
        foreach (int position in column.Positions)
        {
            if (position != first
                && !_reader.Bytes(position).IsEmpty
                && _reader.Text(position) != _reader.Text(first))
            {
                Add(
                    Invariant($"{NameOf(column, position)} (column {position + 1})"),
                    _reader.Text(position),
                    RefusalReason.Contradiction,
                    Invariant($"column {first + 1} of the same field has {MessageText.Quote(_reader.Text(first))}."),
                    ImportOption.Columns);
            }
        }
    }
}
