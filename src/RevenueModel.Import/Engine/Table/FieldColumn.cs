namespace RevenueModel.Import;

/// <summary>The columns that hold a field; none if the file has no such column.</summary>
/// <param name="Name">The name of the first column, or of the field if the file has no such column.</param>
/// <param name="Positions">The positions of the columns, from 0.</param>
/// <param name="Names">The names of the columns.</param>
internal sealed record FieldColumn(string Name, int[] Positions, string[] Names)
{
    /// <summary>Gets whether the file has a column for the field.</summary>
    public bool IsPresent => Positions.Length > 0;
}
