using RevenueModel.Primitives;

namespace RevenueModel.Import;

/// <summary>The layout with which a file was read: its header, columns, delimiter and encoding, and the formats of its
/// dates and numbers.</summary>
/// <typeparam name="TField">The fields of the reader, such as <see cref="CrmField"/>.</typeparam>
/// <remarks>Immutable; equal by value.</remarks>
public sealed record ImportLayout<TField>
    where TField : struct, Enum
{
    internal ImportLayout()
    {
    }

    /// <summary>Gets the columns of the header, in order.</summary>
    public ValueList<ImportColumn<TField>> Columns { get; internal init; }

    /// <summary>Gets the row of the header as a spreadsheet numbers it, counted from 1.</summary>
    public int HeaderRow { get; internal init; }

    /// <summary>Gets the lines above the header, such as the title of a report.</summary>
    public ValueList<string> TitleLines { get; internal init; }

    /// <summary>Gets the character between fields.</summary>
    public char Delimiter { get; internal init; }

    /// <summary>Gets whether the caller stated the delimiter. Otherwise, it was detected from the first
    /// rows.</summary>
    public bool IsDelimiterStated { get; internal init; }

    /// <summary>Gets whether the stream was compressed with gzip.</summary>
    public bool IsCompressed { get; internal init; }

    /// <summary>Gets the name of the encoding, such as <c>utf-8</c> or <c>utf-16</c>.</summary>
    public string Encoding { get; internal init; } = "utf-8";

    /// <summary>Gets the format of the dates, or <see langword="null"/> if it is not determined.</summary>
    public DateFormat? DateFormat { get; internal init; }

    /// <summary>Gets the source of <see cref="DateFormat"/>: stated, detected, undetermined or not needed.</summary>
    public FormatSource DateFormatSource { get; internal init; }

    /// <summary>Gets the format of the numbers, or <see langword="null"/> if it is not determined.</summary>
    public NumberFormat? NumberFormat { get; internal init; }

    /// <summary>Gets the source of <see cref="NumberFormat"/>: stated, detected, undetermined or not needed.</summary>
    public FormatSource NumberFormatSource { get; internal init; }

    /// <summary>Gets the currency of the amounts, as stated by the caller or written in the file, or
    /// <see langword="null"/> if there is none.</summary>
    public string? Currency { get; internal init; }

    /// <summary>Gets the columns that were not read.</summary>
    public ValueList<ImportColumn<TField>> IgnoredColumns => [.. Columns.Where(column => column.Field is null)];

    /// <summary>Finds the first column that a field was read from.</summary>
    /// <param name="field">The field.</param>
    /// <returns>The column, or <see langword="null"/> if the file has none for the field.</returns>
    public ImportColumn<TField>? FindColumn(TField field) =>
        Columns.FirstOrDefault(column => EqualityComparer<TField?>.Default.Equals(column.Field, field));

    /// <summary>Returns a readable description, the same in every culture.</summary>
    public override string ToString() => string.Join(
        "; ",
        "columns " + string.Join(", ", Columns),
        "delimiter " + MessageText.OfDelimiter(Delimiter),
        "dates " + Describe(DateFormat, DateFormatSource),
        "numbers " + Describe(NumberFormat, NumberFormatSource),
        "currency " + (Currency ?? "not stated"));

    private static string Describe(object? format, FormatSource source) => source switch
    {
        FormatSource.Stated => Invariant($"{format} (stated)"),
        FormatSource.Detected => Invariant($"{format} (detected)"),
        FormatSource.Undetermined => "the same in every format",
        _ => "none",
    };
}
