using RevenueModel.Primitives;

namespace RevenueModel.Import;

/// <summary>A row that was not read, with all its faults.</summary>
/// <remarks>Immutable; equal by value.</remarks>
public sealed record RefusedRow
{
    internal RefusedRow(int row, long line, ValueList<RowFault> faults)
    {
        Row = row;
        Line = line;
        Faults = faults;
    }

    /// <summary>Gets the number of the row, counted from 1 after the header, without blank lines.</summary>
    public int Row { get; }

    /// <summary>Gets the line of the file at which the row starts, counted from 1, with the header and blank
    /// lines.</summary>
    public long Line { get; }

    /// <summary>Gets the faults of the row, at least one.</summary>
    public ValueList<RowFault> Faults { get; }

    /// <summary>Returns whether the row has a fault of a kind.</summary>
    /// <param name="reason">The kind of the fault.</param>
    /// <returns><see langword="true"/> if one of the faults is of this kind.</returns>
    public bool Has(RefusalReason reason) => Faults.Any(fault => fault.Reason == reason);

    /// <summary>Returns the row and its faults.</summary>
    public override string ToString() => Invariant($"Row {Row} (line {Line}): {string.Join(" ", Faults)}");
}
