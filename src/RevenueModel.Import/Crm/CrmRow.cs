using System.Diagnostics.CodeAnalysis;
using RevenueModel.Pipeline;

namespace RevenueModel.Import;

/// <summary>A row of the file: either read into an opportunity or refused.</summary>
/// <remarks>Immutable; equal by value.</remarks>
public sealed record CrmRow
{
    internal CrmRow(int row, long line, Opportunity opportunity)
    {
        Row = row;
        Line = line;
        Opportunity = opportunity;
    }

    internal CrmRow(RefusedRow refused)
    {
        Row = refused.Row;
        Line = refused.Line;
        Refused = refused;
    }

    /// <summary>Gets the number of the row as a spreadsheet shows it: counted from 1, with the header and blank
    /// lines.</summary>
    public int Row { get; }

    /// <summary>Gets the line of the text at which the row starts, counted from 1.</summary>
    public long Line { get; }

    /// <summary>Gets whether the row was read.</summary>
    [MemberNotNullWhen(true, nameof(Opportunity))]
    [MemberNotNullWhen(false, nameof(Refused))]
    public bool IsRead => Opportunity is not null;

    /// <summary>Gets the opportunity, or <see langword="null"/> if the row was refused.</summary>
    public Opportunity? Opportunity { get; }

    /// <summary>Gets the refused row with its faults, or <see langword="null"/> if the row was read.</summary>
    public RefusedRow? Refused { get; }

    /// <summary>Returns a readable description, the same in every culture.</summary>
    public override string ToString() =>
        IsRead ? Invariant($"Row {Row} (line {Line}): {Opportunity}") : Refused.ToString();
}
