
namespace RevenueModel.Import;

/// <summary>A value and its position, for the messages of format detection.</summary>
internal readonly record struct FormatSample(string Text, string Column, int Row)
{
    public override string ToString() => Invariant($"{Column} {MessageText.Quote(Text)} of row {Row}");
}
