using System.Text;
using CsvHelper;

namespace RevenueModel.Import;

/// <summary>Reads a CSV stream as rows of text: decompresses it, detects the delimiter, reads the header, skips blank
/// lines and reports malformed text. Leaves the stream open.</summary>
internal sealed class CsvSource : IDisposable
{
    /// <summary>A longer row is treated as an unclosed quotation mark.</summary>
    private const int MaxRowBytes = 1 << 20;

    private const int LookAheadBytes = 1 << 16;
    private readonly GzipText? _unzipped;
    private readonly CsvReader _reader;
    private int[] _columns = [];
    private CsvMalformedReason? _malformed;
    private int _rows;
    private bool _ended;
    private long _brokenLine;

    public CsvSource(Stream stream, char? delimiter, Encoding? encoding, bool lineBreaksInFields)
    {
        (JoinedStream whole, byte[] magic) = JoinedStream.LookAhead(stream, 2);
        IsCompressed = magic is [0x1F, 0x8B];
        _unzipped = IsCompressed ? new GzipText(whole) : null;
        (JoinedStream text, byte[] start) = JoinedStream.LookAhead(_unzipped ?? (Stream)whole, LookAheadBytes);
        string firstLine = FirstLine(start, encoding);
        bool hasHint = delimiter is null && firstLine.Length == 5
            && firstLine.StartsWith("sep=", StringComparison.OrdinalIgnoreCase);
        Delimiter = delimiter ?? (hasHint ? firstLine[^1] : MostFrequentDelimiter(firstLine));
        _reader = CsvReader.Create(
            text,
            new CsvReaderOptions
            {
                Separator = hasHint ? null : Delimiter,
                Encoding = encoding,
                HasHeader = false,
                SkipEmptyLines = false,
                TrackLineNumbers = true,
                PoolStrings = true,
                AllowLineBreaksInQuotes = lineBreaksInFields,
                MaxRecordSize = MaxRowBytes,
                OnMalformedRecord = record => _malformed = record.Reason,
            });
        Header = ReadHeader();
    }

    /// <summary>Gets the names of the columns.</summary>
    public string[] Header { get; }

    /// <summary>Gets the character between fields.</summary>
    public char Delimiter { get; }

    /// <summary>Gets whether the stream was compressed.</summary>
    public bool IsCompressed { get; }

    /// <summary>Gets the number of blank lines after the header that were skipped so far.</summary>
    public int BlankLineCount { get; private set; }

    /// <summary>Sets the columns that are read, by position from 0.</summary>
    public void Select(int[] columns) => _columns = columns;

    /// <summary>Reads the next row that is not blank.</summary>
    public bool TryRead(out RawRow row)
    {
        row = default;
        while (TryAdvance(out string? broken))
        {
            if (broken is not null)
            {
                row = new RawRow(++_rows, _brokenLine, [], 0, Malformed: null, broken);
                return true;
            }

            if (_malformed is null && IsBlank())
            {
                BlankLineCount++;
                continue;
            }

            var fields = new string[_columns.Length];
            for (int i = 0; i < fields.Length; i++)
            {
                fields[i] = _columns[i] < _reader.FieldCount ? _reader.GetString(_columns[i]).Trim() : "";
            }

            row = new RawRow(++_rows, _reader.LineNumber, fields, _reader.FieldCount, _malformed, Broken: null);
            return true;
        }

        return false;
    }

    public void Dispose()
    {
        _reader.Dispose();
        _unzipped?.Dispose();
    }

    private bool TryAdvance(out string? broken)
    {
        broken = null;
        _malformed = null;
        if (_ended)
        {
            return false;
        }

        try
        {
            return _reader.Read();
        }
        catch (CsvFormatException e)
        {
            _ended = true;
            _brokenLine = e.LineNumber;
            broken = Invariant($"A quotation mark is not closed within {MaxRowBytes >> 20} MiB; ")
                + "the file cannot be read on from here. "
                + "State LineBreaksInFields = false to end each row at its line.";
            return true;
        }
    }

    private bool IsBlank()
    {
        for (int i = 0; i < _reader.FieldCount; i++)
        {
            if (_reader.GetSpan(i).ContainsAnyExcept((byte)' ', (byte)'\t'))
            {
                return false;
            }
        }

        return true;
    }

    private string[] ReadHeader()
    {
        while (TryAdvance(out string? broken))
        {
            if (broken is not null || _malformed is not null)
            {
                throw new ImportException(
                    Invariant($"The header is malformed: {broken ?? Describe(_malformed!.Value)}"));
            }

            if (!IsBlank())
            {
                var header = new string[_reader.FieldCount];
                for (int i = 0; i < header.Length; i++)
                {
                    header[i] = _reader.GetString(i).Trim();
                }

                return header;
            }
        }

        throw new ImportException("The file has no header; a first line with the names of the columns is expected.");
    }

    /// <summary>Returns a readable description of malformed text.</summary>
    public static string Describe(CsvMalformedReason reason) => reason switch
    {
        CsvMalformedReason.StrayQuote => "A quotation mark is inside a field that is not quoted.",
        CsvMalformedReason.TextAfterClosingQuote => "Text follows the closing quotation mark of a field.",
        CsvMalformedReason.UnterminatedQuote =>
            "A quotation mark is never closed, so that the field runs to the end of the file; "
                + "state LineBreaksInFields = false to end each row at its line.",
        CsvMalformedReason.LineBreakInQuotes => "A quotation mark is not closed on its line.",
        _ => "The text is not CSV.",
    };

    private static string FirstLine(byte[] start, Encoding? encoding)
    {
        // A separator that no header contains keeps the line whole, with its quotation marks.
        var options = new CsvReaderOptions { Separator = '\u0001', HasHeader = false, Encoding = encoding };
        using CsvReader reader = CsvReader.Create(start, options);
        return reader.Read() ? Encoding.UTF8.GetString(reader.RawRecord) : "";
    }

    private static char MostFrequentDelimiter(string line)
    {
        ReadOnlySpan<char> delimiters = [',', ';', '\t'];
        Span<int> counts = stackalloc int[delimiters.Length];
        bool quoted = false;
        foreach (char c in line)
        {
            quoted ^= c == '"';
            int index = quoted ? -1 : delimiters.IndexOf(c);
            if (index >= 0)
            {
                counts[index]++;
            }
        }

        int most = 0;
        for (int i = 1; i < counts.Length; i++)
        {
            most = counts[i] > counts[most] ? i : most;
        }

        return delimiters[most];
    }
}
