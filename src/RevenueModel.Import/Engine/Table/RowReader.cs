namespace RevenueModel.Import;

/// <summary>The base of the readers that collect the rows of a table: each row is read, left out with a note, or
/// refused.</summary>
/// <typeparam name="TField">The fields of the reader.</typeparam>
/// <param name="table">The file.</param>
/// <param name="key">The field that a row is about, such as its account.</param>
internal abstract class RowReader<TField>(Table<TField> table, TField key)
    where TField : struct, Enum
{
    private readonly FieldColumn _key = table[key];

    /// <summary>Gets the number of rows so far that were read.</summary>
    public int ReadCount { get; protected set; }

    /// <summary>Gets the number of rows so far that were left out with a note.</summary>
    public int LeftOutCount { get; protected set; }

    /// <summary>Gets the file.</summary>
    protected Table<TField> Table { get; } = table;

    /// <summary>Reads all rows.</summary>
    /// <returns>The refused rows, in the order of the file.</returns>
    public List<RefusedRow> ReadAll()
    {
        var refused = new List<RefusedRow>();
        while (Table.Read())
        {
            RowCells cells = Table.Cells;
            if (!cells.HasFaults)
            {
                ReadRow(cells);
            }

            if (cells.HasFaults)
            {
                refused.Add(cells.ToRefused(_key));
            }
        }

        return refused;
    }

    /// <summary>Reads the current row, or adds its faults.</summary>
    /// <param name="cells">The row, which is divided into the columns of the header.</param>
    protected abstract void ReadRow(RowCells cells);
}
