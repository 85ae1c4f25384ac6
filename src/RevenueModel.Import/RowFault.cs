
namespace RevenueModel.Import;

/// <summary>A fault of a row.</summary>
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

    /// <summary>Gets the name of the column; empty for a fault of the whole row.</summary>
    public string Column { get; }

    /// <summary>Gets the value in the file, shortened if it is very long; empty for a fault of the whole
    /// row.</summary>
    public string Value { get; }

    /// <summary>Gets the kind of the fault.</summary>
    public RefusalReason Reason { get; }

    /// <summary>Gets the message, which names the value and what is expected.</summary>
    public string Message { get; }

    /// <summary>Returns the message.</summary>
    public override string ToString() => Message;
}
