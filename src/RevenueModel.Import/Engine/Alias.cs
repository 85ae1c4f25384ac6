
namespace RevenueModel.Import;

/// <summary>The field that a column name stands for, and the rank of the name among its names, 0 first.</summary>
internal readonly record struct Alias(CrmField Field, int Rank);
