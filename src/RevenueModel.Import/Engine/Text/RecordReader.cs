using System.Text;
using System.Text.Unicode;
using CsvHelper;

namespace RevenueModel.Import;

/// <summary>Reads the records of a text one after another: skips blank lines, numbers rows as a spreadsheet does, and
/// finds malformed records. One record is current at a time.</summary>
internal sealed class RecordReader : IDisposable
{
    private readonly CsvReader _reader;
    private readonly char _delimiter;
    private CsvMalformedReason? _malformed;
    private bool _ended;
    private int _record;
    private long _brokenLine;

    public RecordReader(Stream text, TextFormat format)
    {
        _delimiter = format.Delimiter;
        _reader = format.OpenReader(text, record => _malformed = record.Reason);
    }

    /// <summary>Gets the number of the current row as a spreadsheet shows it.</summary>
    public int Row => _record;

    /// <summary>Gets the line of the text at which the current record starts.</summary>
    public long Line => _ended ? _brokenLine : _reader.LineNumber;

    /// <summary>Gets the line of the text at which the current record ends.</summary>
    public long LastLine => _ended ? _brokenLine : _reader.LineNumber + LineBreaks(_reader.RawRecord);

    /// <summary>Gets the number of fields of the current record.</summary>
    public int FieldCount => _ended ? 0 : _reader.FieldCount;

    /// <summary>Gets the number of blank lines so far.</summary>
    public int BlankLineCount { get; private set; }

    /// <summary>Gets the number of fields of the header, by which rows within a quoted field are recognized.</summary>
    public int HeaderFieldCount { get; private set; } = int.MaxValue;

    /// <summary>Gets the number of bytes of the current record, with its line break.</summary>
    public int ByteLength => _ended ? 0 : _reader.RawRecord.Length + 1;

    /// <summary>Gets the reason why the current record cannot be divided into fields, or null.</summary>
    public RecordFault? Fault { get; private set; }

    /// <summary>Ends the header: the records from here are rows.</summary>
    /// <param name="fieldCount">The number of fields of the header.</param>
    public void StartRows(int fieldCount)
    {
        HeaderFieldCount = fieldCount;
        BlankLineCount = 0;
    }

    /// <summary>Moves to the next record that is not blank.</summary>
    public bool Read()
    {
        while (!_ended)
        {
            _malformed = null;
            Fault = null;
            try
            {
                if (!_reader.Read())
                {
                    return false;
                }
            }
            catch (CsvFormatException e)
            {
                _record++;
                _ended = true;
                _brokenLine = e.LineNumber;
                Fault = RecordFault.Endless;
                return true;
            }

            _record++;
            if (_malformed is { } malformed)
            {
                Fault = RecordFault.Of(malformed, Line, LastLine);
                return true;
            }

            if (IsBlank())
            {
                BlankLineCount++;
                continue;
            }

            Fault = RowsInside();
            return true;
        }

        return false;
    }

    /// <summary>Returns a field as UTF-8 without white space around it, valid until the next record; empty past the
    /// last field.</summary>
    public ReadOnlySpan<byte> Bytes(int column) =>
        _ended || column >= _reader.FieldCount ? [] : Utf8Text.Trim(_reader.GetSpan(column));

    /// <summary>Returns a field as a cleaned string. Repeated values of a column are one instance.</summary>
    public string Text(int column)
    {
        if (_ended || column >= _reader.FieldCount)
        {
            return "";
        }

        string text = _reader.GetString(column);
        ReadOnlySpan<byte> bytes = _reader.GetSpan(column);
        return Utf8Text.IsClean(bytes) ? text : TextCleaner.Clean(text);
    }

    /// <summary>Returns all fields of the current record as cleaned strings.</summary>
    public string[] Texts()
    {
        var texts = new string[FieldCount];
        for (int i = 0; i < texts.Length; i++)
        {
            texts[i] = TextCleaner.Clean(_reader.GetString(i));
        }

        return texts;
    }

    /// <summary>Returns whether the bytes of the current record are text, without the character that stands for bytes
    /// that were not.</summary>
    public bool IsText()
    {
        if (_ended || Ascii.IsValid(_reader.RawRecord))
        {
            return true;
        }

        return Utf8.IsValid(_reader.RawRecord) && _reader.RawRecord.IndexOf("\uFFFD"u8) < 0;
    }

    public void Dispose() => _reader.Dispose();

    private bool IsBlank()
    {
        for (int i = 0; i < _reader.FieldCount; i++)
        {
            if (!Utf8Text.Trim(_reader.GetSpan(i)).IsEmpty)
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>Finds rows of the file within a quoted field of the current record.</summary>
    /// <remarks>
    /// A line within the field is taken for a row if it has as many fields as the header. Of a header with fewer than
    /// four fields, a sentence with a comma has as many, so there all lines have to, and at least two.
    /// </remarks>
    private RecordFault? RowsInside()
    {
        if (_reader.RawRecord.IndexOfAny((byte)'\n', (byte)'\r') < 0 || HeaderFieldCount is < 2 or int.MaxValue)
        {
            return null;
        }

        for (int i = 0; i < _reader.FieldCount; i++)
        {
            (int lines, int rows) = RowsIn(_reader.GetSpan(i));
            if (rows > 0 && (HeaderFieldCount >= 4 || (rows == lines && rows >= 2)))
            {
                return RecordFault.OfRowsInside(rows, Line, LastLine);
            }
        }

        return null;
    }

    private (int Lines, int Rows) RowsIn(ReadOnlySpan<byte> field)
    {
        int lines = 0;
        int rows = 0;
        int end = field.IndexOfAny((byte)'\n', (byte)'\r');
        while (end >= 0)
        {
            field = field[(end + 1)..].TrimStart("\r\n"u8);
            end = field.IndexOfAny((byte)'\n', (byte)'\r');
            ReadOnlySpan<byte> line = end < 0 ? field : field[..end];
            if (!line.IsEmpty)
            {
                lines++;
                rows += line.Count((byte)_delimiter) == HeaderFieldCount - 1 ? 1 : 0;
            }
        }

        return (lines, rows);
    }

    private static int LineBreaks(ReadOnlySpan<byte> record)
    {
        int breaks = record.Count((byte)'\n');
        int returns = record.Count((byte)'\r');
        if (returns > 0)
        {
            for (int i = 0; i + 1 < record.Length; i++)
            {
                returns -= record[i] == (byte)'\r' && record[i + 1] == (byte)'\n' ? 1 : 0;
            }
        }

        return breaks + returns;
    }
}
