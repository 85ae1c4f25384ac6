using System.Text;
using Ardalis.GuardClauses;
using NodaTime;
using RevenueModel.Pipeline;
using RevenueModel.Primitives;

namespace RevenueModel.Import;

/// <summary>Options for reading a file. An option that is not set is recognized or detected, and reported.</summary>
/// <remarks>Immutable; equal by value.</remarks>
public sealed record CrmImportOptions
{
    /// <summary>Options that state nothing.</summary>
    public static CrmImportOptions Default { get; } = new();

    /// <summary>The open stages of the sales process. Without it every open deal is refused, since its stage is not
    /// known; a file of closed deals needs none.</summary>
    public SalesProcess? Process { get; init; }

    /// <summary>The columns of fields that the importer does not recognize, or should read from elsewhere.</summary>
    public ValueList<ColumnMapping> Columns { get; init; }

    /// <summary>The names of columns that are not to be read though their names are recognized.</summary>
    public ValueList<string> IgnoredColumns { get; init; }

    /// <summary>The meaning of values in the stage and status columns, beside the names of the process and Won, Closed Won,
    /// Lost, Loss, Closed Lost.</summary>
    public ValueList<StageMapping> Stages { get; init; }

    /// <summary>The meaning of values in the type column.</summary>
    public ValueList<MotionMapping> Motions { get; init; }

    /// <summary>The format of the dates; <see langword="null"/> to detect it.</summary>
    public DateFormat? DateFormat { get; init; }

    /// <summary>The format of the amounts; <see langword="null"/> to detect it.</summary>
    public NumberFormat? NumberFormat { get; init; }

    /// <summary>The last day that the file can know of, such as the day of the export: a deal created, moved or closed
    /// after it is refused. <see langword="null"/> leaves this unchecked, since the library has no clock.</summary>
    public LocalDate? LatestDate { get; init; }

    /// <summary>The prices that fill the amounts of rows that record none; never those that record zero.</summary>
    public PriceList? PriceList { get; init; }

    /// <summary>The currency to read, as the file writes it; <see langword="null"/> for the only one it has.</summary>
    public string? Currency { get; init => field = Guard.Against.BlankWhenGiven(value, nameof(Currency)); }

    /// <summary>The character between fields; <see langword="null"/> for the one of comma, semicolon and tab that the
    /// header line has most of.</summary>
    public char? Delimiter { get; init => field = Guard.Against.InvalidDelimiter(value, nameof(Delimiter)); }

    /// <summary>The encoding of the file; <see langword="null"/> for what its byte order mark says, else
    /// UTF-8.</summary>
    public Encoding? Encoding { get; init; }

    /// <summary>Whether a quoted field may go over several lines, as RFC 4180 allows. <see langword="false"/> ends
    /// every row at its line, so that a quotation mark that is never closed spoils one row and not the rest of the
    /// file.</summary>
    public bool LineBreaksInFields { get; init; } = true;

    /// <summary>The options in words.</summary>
    public override string ToString() => string.Join(
        "; ",
        "process " + (Process?.ToString() ?? "not stated"),
        Invariant($"columns {Columns}"),
        Invariant($"stages {Stages}"),
        "dates " + (DateFormat?.ToString() ?? "detected"),
        "numbers " + (NumberFormat?.ToString() ?? "detected"),
        "latest date " + (LatestDate is { } latest ? InvariantText.Of(latest) : "not checked"));
}
