
namespace RevenueModel.Import;

/// <summary>Something that the caller should know of rows that were read: a value that was matched under another
/// spelling, or left out since nothing is known of it.</summary>
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

    /// <summary>What the note says.</summary>
    public ImportNoteKind Kind { get; }

    /// <summary>The name of the column.</summary>
    public string Column { get; }

    /// <summary>The value as the file has it.</summary>
    public string Value { get; }

    /// <summary>The number of rows that it stands for.</summary>
    public int Count { get; }

    /// <summary>The note in words.</summary>
    public string Message { get; }

    /// <summary>The note in words.</summary>
    public override string ToString() => Message;
}
