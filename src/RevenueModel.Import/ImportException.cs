
namespace RevenueModel.Import;

/// <summary>
/// A file cannot be read as a whole: a required column is missing, two columns stand for one field, the format of its
/// dates or numbers cannot be told, or its compression is damaged. The message names what was found and what to state.
/// </summary>
/// <remarks>A fault of a single row is no exception: the row is refused.</remarks>
public sealed class ImportException : Exception
{
    /// <summary>Creates an exception.</summary>
    public ImportException()
    {
    }

    /// <summary>Creates an exception with a message.</summary>
    public ImportException(string message)
        : base(message)
    {
    }

    /// <summary>Creates an exception with a message and its cause.</summary>
    public ImportException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}
