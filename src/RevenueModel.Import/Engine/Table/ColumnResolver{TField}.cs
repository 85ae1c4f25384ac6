namespace RevenueModel.Import;

/// <summary>Finds the columns of each field: the stated ones, or else one with a recognized name.</summary>
/// <typeparam name="TField">The fields of the reader.</typeparam>
internal sealed class ColumnResolver<TField>
    where TField : struct, Enum
{
    private readonly string[] _header;
    private readonly string[] _normalized;
    private readonly ColumnNames<TField> _known;
    private readonly Func<int, IReadOnlyList<string>> _valuesOf;
    private readonly TField?[] _fields;
    private readonly bool[] _stated;
    private readonly bool[] _ignored;
    private readonly List<ImportProblem> _problems = [];
    private int _lastMissing = -1;

    private ColumnResolver(
        string[] header, ColumnNames<TField> known, Func<int, IReadOnlyList<string>> valuesOf)
    {
        _header = header;
        _known = known;
        _valuesOf = valuesOf;
        _normalized = [.. header.Select(NameNormalizer.OfColumn)];
        _fields = new TField?[header.Length];
        _stated = new bool[header.Length];
        _ignored = new bool[header.Length];
    }

    /// <summary>Gets all columns with the fields that they are read as.</summary>
    public ImportColumn<TField>[] Columns =>
        [.. _header.Select((name, i) => new ImportColumn<TField>(i + 1, name, _fields[i], _stated[i]))];

    /// <summary>Gets the problems that prevent reading the file; empty if there are none.</summary>
    public IReadOnlyList<ImportProblem> Problems => _problems;

    /// <summary>Gets the number of columns with a field.</summary>
    public int FoundCount => _fields.Count(known => known is not null);

    /// <summary>Finds the columns of a header.</summary>
    /// <param name="header">The names of the columns.</param>
    /// <param name="known">The recognized names.</param>
    /// <param name="options">The options.</param>
    /// <param name="valuesOf">The first values of a column by its position from 0; empty if they are not
    /// known.</param>
    public static ColumnResolver<TField> Resolve(
        string[] header,
        ColumnNames<TField> known,
        ImportOptions<TField> options,
        Func<int, IReadOnlyList<string>> valuesOf)
    {
        var resolver = new ColumnResolver<TField>(header, known, valuesOf);
        resolver.Ignore(options);
        resolver.TakeStated(options);
        resolver.TakeRecognized();
        resolver.RequireColumns();
        resolver.ListColumns();
        return resolver;
    }

    private void Ignore(ImportOptions<TField> options)
    {
        foreach (ColumnReference column in options.IgnoredColumns)
        {
            int[] found = Find(column);
            if (found.Length == 0)
            {
                AddMissing(Invariant($"{column} of the ignored columns"), Wanted(column), ImportOption.IgnoredColumns);
            }

            Array.ForEach(found, i => _ignored[i] = true);
        }
    }

    private void TakeStated(ImportOptions<TField> options)
    {
        foreach (ColumnMapping<TField> mapping in options.Columns)
        {
            int[] found = Find(mapping.Column);
            if (found.Length == 0)
            {
                AddMissing(
                    Invariant($"{mapping.Column}, stated for {mapping.Field}"),
                    Wanted(mapping.Column),
                    ImportOption.Columns);
            }

            foreach (int i in found)
            {
                if (_fields[i] is { } other && !Same(other, mapping.Field))
                {
                    _problems.Add(new ImportProblem(
                        Invariant($"Column {i + 1} {MessageText.Quote(_header[i])} is stated for {other} and for ")
                            + Invariant($"{mapping.Field}; a column holds one field.")));
                }

                _fields[i] = mapping.Field;
                _stated[i] = true;
            }
        }
    }

    private void TakeRecognized()
    {
        var stated = _fields.Where(field => field is not null).ToHashSet();
        var byField = new SortedDictionary<TField, List<(int Index, int Rank)>>();
        for (int i = 0; i < _normalized.Length; i++)
        {
            if (_fields[i] is null && !_ignored[i]
                && _known.TryFind(_normalized[i], _valuesOf(i), out ColumnName<TField> name)
                && !stated.Contains(name.Field))
            {
                if (!byField.TryGetValue(name.Field, out List<(int Index, int Rank)>? columns))
                {
                    byField[name.Field] = columns = [];
                }

                columns.Add((i, name.Rank));
            }
        }

        foreach ((TField field, List<(int Index, int Rank)> columns) in byField)
        {
            int best = columns.Min(column => column.Rank);
            int[] found = [.. columns.Where(column => column.Rank == best).Select(column => column.Index)];
            if (found.Length > 1)
            {
                AddAmbiguous(found, field);
            }
            else
            {
                _fields[found[0]] = field;
            }
        }
    }

    private void RequireColumns()
    {
        // An ambiguous or misspelled column is already reported. A second message that its field is missing would
        // mislead.
        if (_problems.Count > 0)
        {
            return;
        }

        foreach (TField[] alternatives in _known.Required)
        {
            if (!alternatives.Any(field => _fields.Any(found => found is { } known && Same(known, field))))
            {
                AddMissing(
                    "for " + string.Join(" or ", alternatives),
                    alternatives.SelectMany(_known.Of),
                    ImportOption.Columns);
            }
        }
    }

    /// <summary>Adds the list of columns to the last message that misses one.</summary>
    private void ListColumns()
    {
        if (_lastMissing >= 0)
        {
            ImportProblem missing = _problems[_lastMissing];
            _problems[_lastMissing] = new ImportProblem(
                Invariant($"{missing.Message} The columns are {MessageText.List(_header)}."), missing.Option);
        }
    }

    /// <summary>Returns the columns of a reference.</summary>
    private int[] Find(ColumnReference column) => ColumnFinder.Find(_header, column);

    private static string[] Wanted(ColumnReference column) => column.Name is { } name ? [name] : [];

    private static bool Same(TField one, TField other) => EqualityComparer<TField>.Default.Equals(one, other);

    private void AddMissing(string what, IEnumerable<string> wanted, ImportOption option)
    {
        string[] nearest = NameNormalizer.Nearest(_header, wanted);
        string near = nearest.Length == 0 ? "" : " (nearest: " + MessageText.List(nearest) + ")";
        _problems.Add(new ImportProblem(Invariant($"No column {what}{near}."), option));
        _lastMissing = _problems.Count - 1;
    }

    private void AddAmbiguous(int[] found, TField field)
    {
        bool sameName = found.Select(i => _header[i]).Distinct(StringComparer.OrdinalIgnoreCase).Count() == 1;
        string ways = sameName
            ? "name the one to read by its position, such as ColumnReference.At("
                + Invariant($"{found[0] + 1}), or state the name to read both, with rows refused where they differ.")
            : "name the one to read, or ignore the other.";
        _problems.Add(new ImportProblem(
            Invariant($"Columns {string.Join(" and ", found.Select(Describe))} can each be {field}; ") + ways,
            ImportOption.Columns));
    }

    private string Describe(int i) => Invariant($"{i + 1} {MessageText.Quote(_header[i])}");
}
