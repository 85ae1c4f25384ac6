namespace RevenueModel.Import;

/// <summary>The recognized column names of the fields of a reader, without case, spaces and punctuation.</summary>
/// <typeparam name="TField">The fields of the reader.</typeparam>
/// <remarks>
/// The names of a field have ranks. Two columns of the same rank are ambiguous. Of different ranks the better one is
/// used, so that a file with both "Account Name" and "Account ID" is read by name.
/// </remarks>
internal sealed class ColumnNames<TField>
    where TField : struct, Enum
{
    private readonly Dictionary<string, List<ColumnName<TField>>> _byName = new(StringComparer.Ordinal);

    /// <summary>Creates the names.</summary>
    /// <param name="required">The fields that a file has to have: one of each list.</param>
    public ColumnNames(params TField[][] required) => Required = required;

    /// <summary>Gets the fields that a file has to have: one of each list.</summary>
    public TField[][] Required { get; }

    /// <summary>Adds the names of a field, separated by spaces, one text for each rank.</summary>
    public ColumnNames<TField> Add(TField field, params ReadOnlySpan<string> ranks)
    {
        for (int rank = 0; rank < ranks.Length; rank++)
        {
            foreach (string name in ranks[rank].Split(' '))
            {
                Add(name, new ColumnName<TField>(field, rank));
            }
        }

        return this;
    }

    /// <summary>Adds a name that other systems use otherwise, with a test of the first values of the column.</summary>
    public ColumnNames<TField> AddIf(
        TField field, int rank, string name, Func<IReadOnlyList<string>, bool> fits)
    {
        Add(name, new ColumnName<TField>(field, rank, fits));
        return this;
    }

    /// <summary>Finds the field of a column.</summary>
    /// <param name="normalizedName">The name of the column, without case, spaces and punctuation.</param>
    /// <param name="values">The first values of the column; empty if they are not known.</param>
    /// <param name="name">The field and the rank.</param>
    public bool TryFind(string normalizedName, IReadOnlyList<string> values, out ColumnName<TField> name)
    {
        name = default;
        if (!_byName.TryGetValue(normalizedName, out List<ColumnName<TField>>? known))
        {
            return false;
        }

        foreach (ColumnName<TField> candidate in known)
        {
            if (candidate.Fits is null || values.Count == 0 || candidate.Fits(values))
            {
                name = candidate;
                return true;
            }
        }

        return false;
    }

    /// <summary>Returns all names of a field.</summary>
    public IEnumerable<string> Of(TField field) => _byName
        .Where(entry => entry.Value.Exists(name => EqualityComparer<TField>.Default.Equals(name.Field, field)))
        .Select(entry => entry.Key)
        .Order(StringComparer.Ordinal);

    private void Add(string normalizedName, ColumnName<TField> name)
    {
        if (!_byName.TryGetValue(normalizedName, out List<ColumnName<TField>>? names))
        {
            _byName[normalizedName] = names = [];
        }

        names.Add(name);
    }
}
