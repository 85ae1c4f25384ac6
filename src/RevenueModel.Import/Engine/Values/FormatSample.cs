namespace RevenueModel.Import;

/// <summary>A value and its position, for the messages of format detection.</summary>
/// <param name="Text">The text.</param>
/// <param name="Column">The name of the column.</param>
/// <param name="Row">The row as a spreadsheet numbers it.</param>
internal readonly record struct FormatSample(string Text, string Column, int Row)
{
    public override string ToString() => Invariant($"{Column} {MessageText.Quote(Text)} of row {Row}");
}
