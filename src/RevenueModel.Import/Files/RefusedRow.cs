using RevenueModel.Primitives;

namespace RevenueModel.Import;

/// <summary>A row that was not read, with all its faults.</summary>
/// <remarks>Immutable; equal by value.</remarks>
public sealed record RefusedRow
{
    internal RefusedRow(int row, long line, long lastLine, string? key, ValueList<RowFault> faults)
    {
        Key = key;
        Row = row;
        Line = line;
        LastLine = lastLine;
        Faults = faults;
    }

    /// <summary>Gets the number of the row as a spreadsheet shows it: counted from 1, with the header, the lines above
    /// it and blank lines.</summary>
    public int Row { get; }

    /// <summary>Gets the line of the text at which the row starts, counted from 1. It differs from <see cref="Row"/>
    /// after a quoted field with line breaks.</summary>
    public long Line { get; }

    /// <summary>Gets the line of the text at which the row ends.</summary>
    public long LastLine { get; }

    /// <summary>Gets the id of the deal, or the name of the customer, that the row is about, or <see langword="null"/>
    /// if it has none or cannot be divided into fields.</summary>
    public string? Key { get; }

    /// <summary>Gets the faults of the row, at least one.</summary>
    public ValueList<RowFault> Faults { get; }

    /// <summary>Returns whether the row has a fault of a kind.</summary>
    /// <param name="reason">The kind of the fault.</param>
    /// <returns><see langword="true"/> if one of the faults is of this kind.</returns>
    public bool Has(RefusalReason reason) => Faults.Any(fault => fault.Reason == reason);

    /// <summary>Returns the row and its faults.</summary>
    public override string ToString() => Invariant($"Row {Row} ({Lines}): {string.Join(" ", Faults)}");

    private string Lines => LastLine > Line ? Invariant($"lines {Line}-{LastLine}") : Invariant($"line {Line}");
}
