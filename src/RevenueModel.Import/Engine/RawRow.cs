using CsvHelper;

namespace RevenueModel.Import;

/// <summary>A row as the parser gives it: the fields of the columns that are read, and what is wrong with its text.</summary>
/// <param name="Row">The number of the row, from 1.</param>
/// <param name="Line">The line of the file it starts on.</param>
/// <param name="Fields">The values of the columns asked for, trimmed, in the order they were asked for.</param>
/// <param name="FieldCount">The number of fields that the row has.</param>
/// <param name="Malformed">What the parser found wrong with its quotation marks.</param>
/// <param name="Broken">Why the parser gave up in this row, which is then the last one.</param>
internal readonly record struct RawRow(
    int Row,
    long Line,
    string[] Fields,
    int FieldCount,
    CsvMalformedReason? Malformed,
    string? Broken);
