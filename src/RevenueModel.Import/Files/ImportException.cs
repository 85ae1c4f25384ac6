using RevenueModel.Primitives;

namespace RevenueModel.Import;

/// <summary>The exception for a file that cannot be read as a whole: it is not CSV, a required column is missing, two
/// columns hold one field, the format of its dates or numbers cannot be determined, or its compression is damaged. The
/// message names the problem and the option to set.</summary>
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
        : this([new ImportProblem(message)])
    {
    }

    /// <summary>Creates an exception with a message and its cause.</summary>
    /// <param name="message">The message.</param>
    /// <param name="innerException">The cause.</param>
    public ImportException(string message, Exception innerException)
        : base(message, innerException) =>
        Problems = [new ImportProblem(message)];

    internal ImportException(ValueList<ImportProblem> problems)
        : base(
            string.Join(" ", problems.Select(problem => problem.Message))
                + string.Concat(problems
                    .Select(problem => MessageText.Hint(problem.Option))
                    .Distinct(StringComparer.Ordinal))) =>
        Problems = problems;

    internal ImportException(ImportProblem problem)
        : this([problem])
    {
    }

    /// <summary>Gets the problems, each with the option that resolves it.</summary>
    public ValueList<ImportProblem> Problems { get; }
}
