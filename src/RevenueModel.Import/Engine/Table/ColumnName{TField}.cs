namespace RevenueModel.Import;

/// <summary>The field of a recognized column name.</summary>
/// <typeparam name="TField">The fields of the reader.</typeparam>
/// <param name="Field">The field.</param>
/// <param name="Rank">The rank of the name among those of the field, 0 first.</param>
/// <param name="Fits">For a name that other systems use otherwise: whether the first values of the column fit the
/// field. Null for other names.</param>
internal readonly record struct ColumnName<TField>(
    TField Field, int Rank, Func<IReadOnlyList<string>, bool>? Fits = null);
