using System.Text;
using Ardalis.GuardClauses;
using NodaTime;
using RevenueModel.Pipeline;
using RevenueModel.Primitives;

namespace RevenueModel.Import;

/// <summary>Options for reading a file. An option that is not set is detected, and the result is reported.</summary>
/// <remarks>Immutable; equal by value.</remarks>
public sealed record CrmImportOptions
{
    /// <summary>Gets the default options, with nothing stated.</summary>
    public static CrmImportOptions Default { get; } = new();

    /// <summary>Gets the sales process, which defines the open stages. Without it every open deal is refused, since
    /// its stage is unknown. A file of closed deals does not need it.</summary>
    public SalesProcess? Process { get; init; }

    /// <summary>Gets the columns of fields that the importer does not recognize or should read from another
    /// column.</summary>
    public ValueList<ColumnMapping> Columns { get; init; }

    /// <summary>Gets the names of columns to ignore although their names are recognized.</summary>
    public ValueList<string> IgnoredColumns { get; init; }

    /// <summary>Gets the meanings of values in the stage and status columns, in addition to the stages of the process
    /// and Won, Closed Won, Lost, Loss, Closed Lost.</summary>
    public ValueList<StageMapping> Stages { get; init; }

    /// <summary>Gets the meanings of values in the type column.</summary>
    public ValueList<MotionMapping> Motions { get; init; }

    /// <summary>Gets the format of the dates, or <see langword="null"/> to detect it.</summary>
    public DateFormat? DateFormat { get; init; }

    /// <summary>Gets the format of the amounts, or <see langword="null"/> to detect it.</summary>
    public NumberFormat? NumberFormat { get; init; }

    /// <summary>Gets the last day that the file can contain, such as the day of the export. A deal that was created,
    /// moved or closed after it is refused. <see langword="null"/> for no check, since the library has no
    /// clock.</summary>
    public LocalDate? LatestDate { get; init; }

    /// <summary>Gets the price list for the amounts of rows without an amount. It does not replace an amount of
    /// zero.</summary>
    public PriceList? PriceList { get; init; }

    /// <summary>Gets the currency to read, as written in the file, or <see langword="null"/> for the only currency of
    /// the file.</summary>
    public string? Currency { get; init => field = Guard.Against.BlankWhenGiven(value, nameof(Currency)); }

    /// <summary>Gets the character between fields, or <see langword="null"/> to detect it: the most frequent of comma,
    /// semicolon and tab in the header line.</summary>
    public char? Delimiter { get; init => field = Guard.Against.InvalidDelimiter(value, nameof(Delimiter)); }

    /// <summary>Gets the encoding of the file, or <see langword="null"/> for the encoding of its byte order mark, or
    /// else UTF-8.</summary>
    public Encoding? Encoding { get; init; }

    /// <summary>Gets whether a quoted field may contain line breaks, as RFC 4180 allows. With <see langword="false"/>,
    /// every row ends with its line, so that an unclosed quotation mark affects one row and not the rest of the file.
    /// Default: true.</summary>
    public bool LineBreaksInFields { get; init; } = true;

    /// <summary>Returns a readable description, the same in every culture.</summary>
    public override string ToString() => string.Join(
        "; ",
        "process " + (Process?.ToString() ?? "not stated"),
        Invariant($"columns {Columns}"),
        Invariant($"stages {Stages}"),
        "dates " + (DateFormat?.ToString() ?? "detected"),
        "numbers " + (NumberFormat?.ToString() ?? "detected"),
        "latest date " + (LatestDate is { } latest ? InvariantText.Of(latest) : "not checked"));
}
