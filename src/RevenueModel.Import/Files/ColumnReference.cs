using System.Globalization;
using Ardalis.GuardClauses;
using RevenueModel.Primitives;

namespace RevenueModel.Import;

/// <summary>Names a column of a file: by its name in the header, by name and occurrence, or by position.</summary>
/// <remarks>
/// Immutable; equal by value. A text converts to a reference by name. Several columns can have one name, as in
/// Salesforce reports; an occurrence or a position selects one of them.
/// </remarks>
public sealed record ColumnReference
{
    private ColumnReference(string? name, int? occurrence, int? position)
    {
        Name = name;
        Occurrence = occurrence;
        Position = position;
    }

    /// <summary>Gets the name in the header, or <see langword="null"/> for a reference by position.</summary>
    public string? Name { get; }

    /// <summary>Gets which of the columns with the name is meant, counted from 1, or <see langword="null"/> for
    /// all of them.</summary>
    public int? Occurrence { get; }

    /// <summary>Gets the position in the header, counted from 1, or <see langword="null"/> for a reference by
    /// name.</summary>
    public int? Position { get; }

    /// <summary>Creates a reference by name.</summary>
    /// <param name="name">The name in the header; case, spaces and punctuation may differ.</param>
    /// <param name="occurrence">Which of the columns with this name, counted from 1. Default: all of them.</param>
    /// <returns>The reference.</returns>
    /// <exception cref="ArgumentException"><paramref name="name"/> is empty, or <paramref name="occurrence"/> is below
    /// 1.</exception>
    public static ColumnReference Named(string name, int? occurrence = null) => new(
        Guard.Against.Blank(name),
        occurrence is null or >= 1
            ? occurrence
            : throw DomainGuards.OutOfRange(nameof(occurrence), occurrence, "1 or more"),
        position: null);

    /// <summary>Creates a reference by position.</summary>
    /// <param name="position">The position in the header, counted from 1.</param>
    /// <returns>The reference.</returns>
    /// <exception cref="ArgumentException"><paramref name="position"/> is below 1.</exception>
    public static ColumnReference At(int position) => position >= 1
        ? new ColumnReference(name: null, occurrence: null, position)
        : throw DomainGuards.OutOfRange(nameof(position), position, "1 or more");

    /// <summary>Reads a reference from a text, as users of a command line write it.</summary>
    /// <param name="text">A name, or <c>#7</c> for the seventh column.</param>
    /// <returns>The reference.</returns>
    /// <exception cref="ArgumentException"><paramref name="text"/> is empty, or a position below 1.</exception>
    public static ColumnReference Parse(string text)
    {
        Guard.Against.Blank(text);
        return text.StartsWith('#')
            && int.TryParse(text.AsSpan(1), NumberStyles.None, CultureInfo.InvariantCulture, out int position)
            ? At(position)
            : Named(text);
    }

    /// <summary>Converts a name into a reference to the columns with this name.</summary>
    /// <param name="name">The name in the header.</param>
    /// <returns>The reference, as by <see cref="Named"/> without an occurrence.</returns>
    /// <exception cref="ArgumentException"><paramref name="name"/> is empty.</exception>
    public static implicit operator ColumnReference(string name) => Named(name);

    /// <summary>Returns the name or the position, as messages show it.</summary>
    public override string ToString() => (Name, Occurrence) switch
    {
        (null, _) => Invariant($"at position {Position}"),
        (_, null) => MessageText.Quote(Name),
        _ => Invariant($"{MessageText.Quote(Name)} (occurrence {Occurrence})"),
    };
}
