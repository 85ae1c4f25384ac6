namespace RevenueModel.Import;

/// <summary>The header of a file and its position.</summary>
/// <param name="Names">The names of the columns.</param>
/// <param name="Row">The row as a spreadsheet numbers it.</param>
/// <param name="TitleLines">The lines above it.</param>
internal sealed record Header(string[] Names, int Row, string[] TitleLines)
{
    /// <summary>The number of records that are searched for the header.</summary>
    private const int MaxSearched = 30;

    /// <summary>Finds the header: the first record with all required columns, or else the one with most recognized
    /// columns.</summary>
    /// <param name="reader">The records, from the start.</param>
    /// <param name="isHeader">Whether a record has the required columns.</param>
    /// <param name="countColumns">The number of recognized columns of a record.</param>
    /// <exception cref="ImportException">There is no record, or the first is malformed and none has the required
    /// columns.</exception>
    public static Header Find(RecordReader reader, Func<string[], bool> isHeader, Func<string[], int> countColumns)
    {
        var above = new List<string>();
        Header? best = null;
        int most = -1;
        RecordFault? malformed = null;
        for (int i = 0; i < MaxSearched && reader.Read(); i++)
        {
            if (reader.Fault is { } fault)
            {
                malformed ??= best is null ? fault : null;
                above.Add(fault.Message);
                continue;
            }

            string[] names = reader.Texts();
            var header = new Header(names, reader.Row, [.. above]);
            if (isHeader(names))
            {
                return header;
            }

            int columns = countColumns(names);
            if (best is null || columns > Math.Max(most, 1))
            {
                (best, most) = (header, columns);
            }

            above.Add(string.Join(' ', names.Where(name => name.Length > 0)));
        }

        return malformed is not null
            ? throw new ImportException(
                new ImportProblem("The header is malformed: " + malformed.Message, malformed.Option))
            : best ?? throw new ImportException(
                "The file has no header; a first line with the names of the columns is expected.");
    }
}
