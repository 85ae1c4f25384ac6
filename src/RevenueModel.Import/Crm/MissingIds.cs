namespace RevenueModel.Import;

/// <summary>The treatment of rows without an id.</summary>
public enum MissingIds
{
    /// <summary>The row is refused, and a file without a column of ids is not read.</summary>
    Refuse = 0,

    /// <summary>The id is <c>row 12</c>, with the number of the row as a spreadsheet shows it.</summary>
    UseRowNumber = 1,
}
