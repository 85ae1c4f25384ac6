
namespace RevenueModel.Import;

/// <summary>The exception for a file that cannot be read as a whole: a required column is missing, two columns hold
/// one field, the format of its dates or numbers cannot be determined, or its compression is damaged. The message
/// names the problem and the option to set.</summary>
/// <remarks>A fault of a single row does not throw; the row is refused.</remarks>
public sealed class ImportException : Exception
{
    /// <summary>Creates an exception.</summary>
    public ImportException()
    {
    }

    /// <summary>Creates an exception with a message.</summary>
    /// <param name="message">The message.</param>
    public ImportException(string message)
        : base(message)
    {
    }

    /// <summary>Creates an exception with a message and its cause.</summary>
    /// <param name="message">The message.</param>
    /// <param name="innerException">The cause.</param>
    public ImportException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}
