using CsvHelper;

namespace RevenueModel.Import;

/// <summary>A row from the parser: the fields of the selected columns, and the faults of its text.</summary>
/// <param name="Row">The number of the row, from 1.</param>
/// <param name="Line">The line of the file at which it starts.</param>
/// <param name="Fields">The trimmed values of the selected columns, in the order of selection.</param>
/// <param name="FieldCount">The number of fields of the row.</param>
/// <param name="Malformed">The kind of malformed text, or null if there is none.</param>
/// <param name="Broken">The reason why the parser stopped in this row, which is then the last one, or null.</param>
internal readonly record struct RawRow(
    int Row,
    long Line,
    string[] Fields,
    int FieldCount,
    CsvMalformedReason? Malformed,
    string? Broken);
