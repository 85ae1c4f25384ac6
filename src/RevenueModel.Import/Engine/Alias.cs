
namespace RevenueModel.Import;

/// <summary>The field of a recognized column name, and the rank of the name among those of the field, 0
/// first.</summary>
internal readonly record struct Alias(CrmField Field, int Rank);
