using Ardalis.GuardClauses;
using RevenueModel.Primitives;

namespace RevenueModel.Import;

/// <summary>States the column of the file that holds a field. It takes precedence over recognized names.</summary>
/// <typeparam name="TField">The fields of the reader, such as <see cref="CrmField"/>.</typeparam>
/// <remarks>
/// Immutable; equal by value. Several columns can be stated for one field. The value is then that of the column that
/// has one, and a row in which two of them have different values is refused.
/// </remarks>
public sealed record ColumnMapping<TField>
    where TField : struct, Enum
{
    internal ColumnMapping(TField field, ColumnReference column)
    {
        Field = field;
        Column = column;
    }

    /// <summary>Gets the field.</summary>
    public TField Field { get; }

    /// <summary>Gets the column.</summary>
    public ColumnReference Column { get; }

    /// <summary>Returns a readable description, the same in every culture.</summary>
    public override string ToString() => Invariant($"{Field} = {Column}");
}

/// <summary>Creates column mappings.</summary>
public static class ColumnMapping
{
    /// <summary>Creates a mapping.</summary>
    /// <typeparam name="TField">The fields of the reader, such as <see cref="CrmField"/>.</typeparam>
    /// <param name="field">The field.</param>
    /// <param name="column">The column: a name in the header, whose case, spaces and punctuation may differ, or a
    /// <see cref="ColumnReference"/> by occurrence or position.</param>
    /// <returns>The mapping.</returns>
    /// <exception cref="ArgumentException"><paramref name="field"/> is not defined, or <paramref name="column"/> is
    /// null or empty.</exception>
    public static ColumnMapping<TField> Of<TField>(TField field, ColumnReference column)
        where TField : struct, Enum =>
        new(Guard.Against.Undefined(field), Guard.Against.Null(column));
}
