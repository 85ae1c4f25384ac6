using System.Text;
using Ardalis.GuardClauses;
using RevenueModel.Primitives;

namespace RevenueModel.Import;

/// <summary>The options that all readers have. An option that is not set is detected, and the result is
/// reported.</summary>
/// <typeparam name="TField">The fields of the reader, such as <see cref="CrmField"/>.</typeparam>
/// <remarks>Immutable; equal by value.</remarks>
public abstract record ImportOptions<TField>
    where TField : struct, Enum
{
    private protected ImportOptions()
    {
    }

    /// <summary>Gets the columns of fields that the reader does not recognize or should read from another
    /// column.</summary>
    public ValueList<ColumnMapping<TField>> Columns { get; init; }

    /// <summary>Gets the columns to ignore although their names are recognized.</summary>
    public ValueList<ColumnReference> IgnoredColumns { get; init; }

    /// <summary>Gets the format of the numbers, or <see langword="null"/> to detect it.</summary>
    public NumberFormat? NumberFormat { get; init; }

    /// <summary>Gets the character between fields, or <see langword="null"/> to detect it: comma, semicolon, tab or
    /// vertical bar, whichever divides most of the first rows into the same number of fields.</summary>
    public char? Delimiter { get; init => field = Guard.Against.InvalidDelimiter(value, nameof(Delimiter)); }

    /// <summary>Gets the encoding of the file, or <see langword="null"/> for the encoding of its byte order mark, or
    /// else UTF-16 if every second byte of its start is zero, or else UTF-8.</summary>
    public Encoding? Encoding { get; init; }

    /// <summary>Gets whether a quoted field may contain line breaks, as RFC 4180 allows. With <see langword="false"/>,
    /// every row ends with its line, so that an unclosed quotation mark affects one row and not the rest of the file.
    /// Default: true.</summary>
    public bool LineBreaksInFields { get; init; } = true;

    /// <summary>Gets the stated format of dates, for readers of files with dates.</summary>
    internal virtual DateFormat? StatedDateFormat => null;

    /// <summary>Gets whether months without a day are dates.</summary>
    internal virtual bool ReadsMonths => false;

    /// <summary>Returns a readable description, the same in every culture.</summary>
    public override string ToString() => string.Join(
        "; ",
        Invariant($"columns {Columns}"),
        "numbers " + (NumberFormat?.ToString() ?? "detected"));
}
