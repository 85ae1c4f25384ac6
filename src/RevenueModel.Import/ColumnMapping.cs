using Ardalis.GuardClauses;
using RevenueModel.Primitives;

namespace RevenueModel.Import;

/// <summary>States which column of the file holds a field; goes before what the importer recognizes by
/// itself.</summary>
/// <remarks>Immutable; equal by value.</remarks>
public sealed record ColumnMapping
{
    private ColumnMapping(CrmField field, string column)
    {
        Field = field;
        Column = column;
    }

    /// <summary>The field.</summary>
    public CrmField Field { get; }

    /// <summary>The name of the column.</summary>
    public string Column { get; }

    /// <summary>Creates a mapping.</summary>
    /// <param name="field">The field.</param>
    /// <param name="column">The name of the column as the header has it; case, spaces and punctuation may
    /// differ.</param>
    /// <returns>The mapping.</returns>
    /// <exception cref="ArgumentException"><paramref name="field"/> is not defined, or <paramref name="column"/> is
    /// empty.</exception>
    public static ColumnMapping Of(CrmField field, string column) =>
        new(Guard.Against.Undefined(field), Guard.Against.Blank(column));

    /// <summary>The mapping in words.</summary>
    public override string ToString() => Invariant($"{Field} = \"{Column}\"");
}
