namespace RevenueModel.Import;

/// <summary>A reason why a file cannot be read as a whole, and the option that resolves it.</summary>
/// <remarks>
/// Immutable; equal by value. <see cref="Message"/> does not name the option, so that an application can add the name
/// of its own setting. <see cref="ToString"/> adds the name of the property in C#.
/// </remarks>
public sealed record ImportProblem
{
    internal ImportProblem(string message, ImportOption? option = null)
    {
        Message = message;
        Option = option;
    }

    /// <summary>Gets the problem.</summary>
    public string Message { get; }

    /// <summary>Gets the option that resolves it, or <see langword="null"/> if none does.</summary>
    public ImportOption? Option { get; }

    /// <summary>Returns the problem and the option to set.</summary>
    public override string ToString() => Message + MessageText.Hint(Option);
}
