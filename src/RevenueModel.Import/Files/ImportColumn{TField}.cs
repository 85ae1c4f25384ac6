namespace RevenueModel.Import;

/// <summary>A column of the file and the field that it was read as.</summary>
/// <typeparam name="TField">The fields of the reader, such as <see cref="CrmField"/>.</typeparam>
/// <remarks>Immutable; equal by value.</remarks>
public sealed record ImportColumn<TField>
    where TField : struct, Enum
{
    internal ImportColumn(int position, string name, TField? field, bool isStated)
    {
        Position = position;
        Name = name;
        Field = field;
        IsStated = isStated;
    }

    /// <summary>Gets the position in the header, counted from 1.</summary>
    public int Position { get; }

    /// <summary>Gets the name in the header.</summary>
    public string Name { get; }

    /// <summary>Gets the field that the column was read as, or <see langword="null"/> if it was not read.</summary>
    public TField? Field { get; }

    /// <summary>Gets whether the caller stated the field. Otherwise, its name was recognized.</summary>
    public bool IsStated { get; }

    /// <summary>Returns a readable description, the same in every culture.</summary>
    public override string ToString() => Field is { } field
        ? Invariant($"{Name} = {field}{(IsStated ? " (stated)" : "")}")
        : Invariant($"{Name} (not read)");
}
