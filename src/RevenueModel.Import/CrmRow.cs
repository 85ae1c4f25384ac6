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

    /// <summary>The number of the row, counted from 1 after the header, blank lines left out.</summary>
    public int Row { get; }

    /// <summary>The line of the file that the row starts on, counted from 1 with the header and blank lines.</summary>
    public long Line { get; }

    /// <summary>Whether the row was read.</summary>
    [MemberNotNullWhen(true, nameof(Opportunity))]
    [MemberNotNullWhen(false, nameof(Refused))]
    public bool IsRead => Opportunity is not null;

    /// <summary>What was read, or <see langword="null"/> where the row was refused.</summary>
    public Opportunity? Opportunity { get; }

    /// <summary>Why the row was refused, or <see langword="null"/> where it was read.</summary>
    public RefusedRow? Refused { get; }

    /// <summary>The row in words.</summary>
    public override string ToString() => IsRead ? Invariant($"Row {Row} (line {Line}): {Opportunity}") : Refused.ToString();
}
