
namespace RevenueModel.Import;

/// <summary>One thing that is wrong with a row.</summary>
/// <remarks>Immutable; equal by value.</remarks>
public sealed record RowFault
{
    internal RowFault(string column, string value, RefusalReason reason, string message)
    {
        Column = column;
        Value = value;
        Reason = reason;
        Message = message;
    }

    /// <summary>The name of the column, or empty where the row as a whole is at fault.</summary>
    public string Column { get; }

    /// <summary>The value as the file has it; cut where it is very long, empty where the row as a whole is at fault.</summary>
    public string Value { get; }

    /// <summary>Why the row is refused.</summary>
    public RefusalReason Reason { get; }

    /// <summary>What was found and what is expected, in words.</summary>
    public string Message { get; }

    /// <summary>The message.</summary>
    public override string ToString() => Message;
}
