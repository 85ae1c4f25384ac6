using RevenueModel.Primitives;

namespace RevenueModel.Import;

/// <summary>The number of refused rows with one reason in one column, and an example.</summary>
/// <remarks>Immutable; equal by value.</remarks>
public sealed record RefusalCount
{
    private RefusalCount(RefusalReason reason, string column, int count, int row, RowFault example)
    {
        Reason = reason;
        Column = column;
        Count = count;
        FirstRow = row;
        Example = example;
    }

    /// <summary>Gets the reason.</summary>
    public RefusalReason Reason { get; }

    /// <summary>Gets the name of the column; empty for faults of whole rows.</summary>
    public string Column { get; }

    /// <summary>Gets the number of rows.</summary>
    public int Count { get; }

    /// <summary>Gets the first of the rows, as a spreadsheet numbers it.</summary>
    public int FirstRow { get; }

    /// <summary>Gets the fault of the first row.</summary>
    public RowFault Example { get; }

    /// <summary>Returns a readable description, the same in every culture.</summary>
    public override string ToString() =>
        Invariant($"{Plural.Of(Count, "row")} refused for {Reason}. Row {FirstRow}: {Example}");

    internal static ValueList<RefusalCount> Of(ValueList<RefusedRow> refused) =>
    [
        .. refused
            .SelectMany(row => row.Faults
                .DistinctBy(fault => (fault.Reason, fault.Column))
                .Select(fault => (row.Row, Fault: fault)))
            .GroupBy(entry => (entry.Fault.Reason, entry.Fault.Column))
            .Select(group => new RefusalCount(
                group.Key.Reason, group.Key.Column, group.Count(), group.First().Row, group.First().Fault))
            .OrderByDescending(count => count.Count)
            .ThenBy(count => count.FirstRow),
    ];
}
