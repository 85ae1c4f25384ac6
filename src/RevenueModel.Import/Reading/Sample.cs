namespace RevenueModel.Import.Reading;

/// <summary>A value and where it stands, for the messages of format detection.</summary>
internal readonly record struct Sample(string Text, string Column, int Row)
{
    public override string ToString() => Invariant($"{Column} {Words.Quote(Text)} of row {Row}");
}
