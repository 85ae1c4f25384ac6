using RevenueModel.Primitives;

namespace RevenueModel.Import;

/// <summary>A row that was not read, and everything that is wrong with it.</summary>
/// <remarks>Immutable; equal by value.</remarks>
public sealed record RefusedRow
{
    internal RefusedRow(int row, long line, ValueList<RowFault> faults)
    {
        Row = row;
        Line = line;
        Faults = faults;
    }

    /// <summary>The number of the row, counted from 1 after the header, blank lines left out.</summary>
    public int Row { get; }

    /// <summary>The line of the file that the row starts on, counted from 1 with the header and blank lines.</summary>
    public long Line { get; }

    /// <summary>The faults, at least one.</summary>
    public ValueList<RowFault> Faults { get; }

    /// <summary>Whether a reason is among the faults.</summary>
    public bool Has(RefusalReason reason) => Faults.Any(fault => fault.Reason == reason);

    /// <summary>The row and its faults in words.</summary>
    public override string ToString() => Invariant($"Row {Row} (line {Line}): {string.Join(" ", Faults)}");
}
