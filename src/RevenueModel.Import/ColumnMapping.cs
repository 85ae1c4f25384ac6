using Ardalis.GuardClauses;
using RevenueModel.Primitives;

namespace RevenueModel.Import;

/// <summary>States the column of the file that holds a field. It takes precedence over recognized names.</summary>
/// <remarks>Immutable; equal by value.</remarks>
public sealed record ColumnMapping
{
    private ColumnMapping(CrmField field, string column)
    {
        Field = field;
        Column = column;
    }

    /// <summary>Gets the field.</summary>
    public CrmField Field { get; }

    /// <summary>Gets the name of the column.</summary>
    public string Column { get; }

    /// <summary>Creates a mapping.</summary>
    /// <param name="field">The field.</param>
    /// <param name="column">The name of the column in the header; case, spaces and punctuation may differ.</param>
    /// <returns>The mapping.</returns>
    /// <exception cref="ArgumentException"><paramref name="field"/> is not defined, or <paramref name="column"/> is
    /// empty.</exception>
    public static ColumnMapping Of(CrmField field, string column) =>
        new(Guard.Against.Undefined(field), Guard.Against.Blank(column));

    /// <summary>Returns a readable description, the same in every culture.</summary>
    public override string ToString() => Invariant($"{Field} = \"{Column}\"");
}
