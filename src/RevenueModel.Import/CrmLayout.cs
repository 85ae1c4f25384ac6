using RevenueModel.Primitives;

namespace RevenueModel.Import;

/// <summary>How a file was read: its columns, its delimiter, and the formats of its dates and numbers.</summary>
/// <remarks>Immutable; equal by value.</remarks>
public sealed record CrmLayout
{
    internal CrmLayout()
    {
    }

    /// <summary>Every column of the header, in order.</summary>
    public ValueList<CrmColumn> Columns { get; internal init; }

    /// <summary>The character between fields.</summary>
    public char Delimiter { get; internal init; }

    /// <summary>Whether the caller stated the delimiter, rather than the header line showing it.</summary>
    public bool IsDelimiterStated { get; internal init; }

    /// <summary>Whether the stream was compressed with gzip.</summary>
    public bool IsCompressed { get; internal init; }

    /// <summary>The format of the dates, or <see langword="null"/> where it is not settled.</summary>
    public DateFormat? DateFormat { get; internal init; }

    /// <summary>Whether <see cref="DateFormat"/> was stated, detected, undetermined or not needed.</summary>
    public FormatSource DateFormatSource { get; internal init; }

    /// <summary>The format of the amounts, or <see langword="null"/> where it is not settled.</summary>
    public NumberFormat? NumberFormat { get; internal init; }

    /// <summary>How <see cref="NumberFormat"/> came about.</summary>
    public FormatSource NumberFormatSource { get; internal init; }

    /// <summary>The currency of the amounts as the file or the caller writes it, or <see langword="null"/> where
    /// neither does.</summary>
    public string? Currency { get; internal init; }

    /// <summary>The columns that were not read.</summary>
    public ValueList<CrmColumn> IgnoredColumns => [.. Columns.Where(column => column.Field is null)];

    /// <summary>Finds the column that a field was read from.</summary>
    /// <param name="field">The field.</param>
    /// <returns>The column, or <see langword="null"/> where the file has none for the field.</returns>
    public CrmColumn? FindColumn(CrmField field) => Columns.FirstOrDefault(column => column.Field == field);

    /// <summary>The layout in words.</summary>
    public override string ToString() => string.Join(
        "; ",
        "columns " + string.Join(", ", Columns),
        "delimiter " + MessageText.OfDelimiter(Delimiter),
        "dates " + Describe(DateFormat, DateFormatSource),
        "numbers " + Describe(NumberFormat, NumberFormatSource),
        "currency " + (Currency ?? "not told"));

    private static string Describe(object? format, FormatSource source) => source switch
    {
        FormatSource.Stated => Invariant($"{format} (stated)"),
        FormatSource.Detected => Invariant($"{format} (detected)"),
        FormatSource.Undetermined => "alike in every format",
        _ => "none",
    };
}
