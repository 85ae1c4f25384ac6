
namespace RevenueModel.Import;

/// <summary>A note on rows that were read: a value that was matched under another spelling, or that is unknown and was
/// left out.</summary>
/// <remarks>Immutable; equal by value.</remarks>
public sealed record ImportNote
{
    internal ImportNote(ImportNoteKind kind, string column, string value, int count, string message)
    {
        Kind = kind;
        Column = column;
        Value = value;
        Count = count;
        Message = message;
    }

    /// <summary>Gets the kind of the note.</summary>
    public ImportNoteKind Kind { get; }

    /// <summary>Gets the name of the column.</summary>
    public string Column { get; }

    /// <summary>Gets the value in the file.</summary>
    public string Value { get; }

    /// <summary>Gets the number of rows that the note applies to.</summary>
    public int Count { get; }

    /// <summary>Gets the text of the note.</summary>
    public string Message { get; }

    /// <summary>Returns the text of the note.</summary>
    public override string ToString() => Message;
}
