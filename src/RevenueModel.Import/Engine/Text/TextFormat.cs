using System.Text;
using CsvHelper;

namespace RevenueModel.Import;

/// <summary>The way in which the text of a file is divided into records and fields.</summary>
/// <param name="Delimiter">The character between fields.</param>
/// <param name="Encoding">The encoding, or null for that of the byte order mark, or else UTF-8.</param>
/// <param name="LineBreaksInFields">Whether quoted fields may contain line breaks.</param>
/// <param name="HasDelimiterLine">Whether the first line is <c>sep=;</c>, which Excel writes, and is skipped.</param>
internal sealed record TextFormat(
    char Delimiter, Encoding? Encoding, bool LineBreaksInFields, bool HasDelimiterLine = false)
{
    /// <summary>A longer record is treated as an unclosed quotation mark.</summary>
    public const int MaxRecordBytes = 1 << 20;

    private const int SampledRecords = 100;
    private const string Delimiters = ",;\t|";

    /// <summary>Detects the format from the first bytes of a file.</summary>
    /// <param name="head">The first bytes.</param>
    /// <param name="delimiter">The stated delimiter, or null.</param>
    /// <param name="encoding">The stated encoding, or null.</param>
    /// <param name="lineBreaksInFields">Whether quoted fields may contain line breaks.</param>
    public static TextFormat Detect(byte[] head, char? delimiter, Encoding? encoding, bool lineBreaksInFields)
    {
        var format = new TextFormat(delimiter ?? ',', encoding ?? FileKind.EncodingOf(head), lineBreaksInFields);
        if (delimiter is not null)
        {
            return format;
        }

        if (FirstLine(head, format) is { Length: 5 } line
            && line.StartsWith("sep=", StringComparison.OrdinalIgnoreCase))
        {
            return format with { Delimiter = line[^1], HasDelimiterLine = true };
        }

        (int Records, int Fields) best = default;
        foreach (char candidate in Delimiters)
        {
            (int Records, int Fields) shape = ShapeOf(head, format with { Delimiter = candidate });
            if (shape.CompareTo(best) > 0)
            {
                best = shape;
                format = format with { Delimiter = candidate };
            }
        }

        return format;
    }

    /// <summary>Creates a parser of records.</summary>
    public CsvReader OpenReader(Stream text, Action<CsvMalformedRecord>? onMalformed) =>
        CsvReader.Create(text, Options(onMalformed));

    private CsvReaderOptions Options(Action<CsvMalformedRecord>? onMalformed) => new()
    {
        Separator = HasDelimiterLine ? null : Delimiter,
        Encoding = Encoding,
        HasHeader = false,
        SkipEmptyLines = false,
        TrackLineNumbers = true,
        PoolStrings = true,
        AllowLineBreaksInQuotes = LineBreaksInFields,
        MaxRecordSize = MaxRecordBytes,
        OnMalformedRecord = onMalformed,
    };

    /// <summary>Returns the number of fields that most records have, if it is two or more, and the number of records
    /// that have it.</summary>
    private static (int Records, int Fields) ShapeOf(byte[] head, TextFormat format)
    {
        var recordsOf = new SortedDictionary<int, int>();
        using CsvReader reader = CsvReader.Create(head, format.Options(onMalformed: null));
        int records = 0;
        try
        {
            while (records < SampledRecords && reader.Read())
            {
                records++;
                if (reader.FieldCount > 1)
                {
                    recordsOf[reader.FieldCount] = recordsOf.GetValueOrDefault(reader.FieldCount) + 1;
                }
            }
        }
        catch (CsvFormatException)
        {
            // A record that is too long says nothing of the delimiter. The records before it count.
        }

        (int Records, int Fields) best = default;
        foreach ((int fields, int count) in recordsOf)
        {
            best = (count, fields).CompareTo(best) > 0 ? (count, fields) : best;
        }

        return best;
    }

    private static string FirstLine(byte[] head, TextFormat format)
    {
        // A separator that no header contains keeps the line whole, with its quotation marks.
        var options = new CsvReaderOptions { Separator = '\u0001', HasHeader = false, Encoding = format.Encoding };
        using CsvReader reader = CsvReader.Create(head, options);
        return reader.Read() ? System.Text.Encoding.UTF8.GetString(reader.RawRecord) : "";
    }
}
