
namespace RevenueModel.Import;

/// <summary>A column of the file and what it was read as.</summary>
/// <remarks>Immutable; equal by value.</remarks>
public sealed record CrmColumn
{
    internal CrmColumn(int position, string name, CrmField? field, bool isStated)
    {
        Position = position;
        Name = name;
        Field = field;
        IsStated = isStated;
    }

    /// <summary>The position in the header, counted from 1.</summary>
    public int Position { get; }

    /// <summary>The name in the header.</summary>
    public string Name { get; }

    /// <summary>The field that the column was read as, or <see langword="null"/> where it was not read.</summary>
    public CrmField? Field { get; }

    /// <summary>Whether the caller stated the field, rather than the importer recognizing the name.</summary>
    public bool IsStated { get; }

    /// <summary>The column in words.</summary>
    public override string ToString() => Field is { } field
        ? Invariant($"{Name} = {field}{(IsStated ? " (stated)" : "")}")
        : Invariant($"{Name} (not read)");
}
