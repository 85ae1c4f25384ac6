namespace RevenueModel.Import;

/// <summary>A fault of a row.</summary>
/// <remarks>
/// Immutable; equal by value. <see cref="Message"/> does not name an option, so that an application can add the name
/// of its own setting. <see cref="ToString"/> adds the name of the property in C#.
/// </remarks>
public sealed record RowFault
{
    internal RowFault(string column, string value, RefusalReason reason, string message, ImportOption? option)
    {
        Column = column;
        Value = value;
        Reason = reason;
        Message = message;
        Option = option;
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

    /// <summary>Gets the option by which the value can be read, or <see langword="null"/> if there is none.</summary>
    public ImportOption? Option { get; }

    /// <summary>Returns the message, and the option to set.</summary>
    public override string ToString() => Message + MessageText.Hint(Option);
}
