using RevenueModel.Primitives;

namespace RevenueModel.Import;

/// <summary>Finds the column of each field: the stated one, or else one with a recognized name.</summary>
internal sealed class ColumnResolver
{
    private readonly string[] _header;
    private readonly string[] _names;
    private readonly CrmField?[] _fields;
    private readonly bool[] _stated;
    private readonly bool[] _ignored;
    private readonly List<string> _problems = [];

    private ColumnResolver(string[] header)
    {
        _header = header;
        _names = [.. header.Select(NameNormalizer.OfColumn)];
        _fields = new CrmField?[header.Length];
        _stated = new bool[header.Length];
        _ignored = new bool[header.Length];
    }

    /// <summary>Gets all columns with the fields that they are read as.</summary>
    public CrmColumn[] Columns =>
        [.. _header.Select((name, i) => new CrmColumn(i + 1, name, _fields[i], _stated[i]))];

    /// <summary>Gets the problems that prevent reading the file; empty if there are none.</summary>
    public IReadOnlyList<string> Problems => _problems;

    /// <summary>Finds the columns of a header.</summary>
    public static ColumnResolver Resolve(string[] header, CrmImportOptions options)
    {
        var resolver = new ColumnResolver(header);
        resolver.Ignore(options);
        resolver.TakeStated(options);
        resolver.TakeRecognized();
        resolver.RequireColumns();
        return resolver;
    }

    /// <summary>Returns the problems as one message that lists the columns of the file.</summary>
    public string Explain() => Invariant(
        $"{string.Join(" ", _problems)} The columns are {MessageText.List(_header)}. ")
            + "State a column such as Columns = [ColumnMapping.Of(CrmField.Id, \"name\")].";

    private void Ignore(CrmImportOptions options)
    {
        foreach (string column in options.IgnoredColumns)
        {
            int[] found = Find(column);
            if (found.Length == 0)
            {
                _problems.Add(Missing(Invariant($"{MessageText.Quote(column)} of IgnoredColumns"), [column]));
            }

            Array.ForEach(found, i => _ignored[i] = true);
        }
    }

    private void TakeStated(CrmImportOptions options)
    {
        foreach (ColumnMapping mapping in options.Columns)
        {
            int[] found = Find(mapping.Column);
            if (found.Length == 0)
            {
                string what = Invariant($"{MessageText.Quote(mapping.Column)}, stated for {mapping.Field}");
                _problems.Add(Missing(what, [mapping.Column]));
            }
            else if (found.Length > 1)
            {
                _problems.Add(Ambiguous(found, mapping.Field));
            }
            else if (_fields[found[0]] is { } other)
            {
                _problems.Add(Invariant(
                    $"Column {MessageText.Quote(_header[found[0]])} is stated for {other} and for {mapping.Field}; ")
                        + "a column holds one field.");
            }
            else
            {
                _fields[found[0]] = mapping.Field;
                _stated[found[0]] = true;
            }
        }
    }

    private void TakeRecognized()
    {
        var stated = _fields.Where(field => field is not null).ToHashSet();
        var byField = new SortedDictionary<CrmField, List<(int Index, int Rank)>>();
        for (int i = 0; i < _names.Length; i++)
        {
            if (_fields[i] is null && !_ignored[i]
                && ColumnAliases.TryFind(_names[i], out Alias alias) && !stated.Contains(alias.Field))
            {
                if (!byField.TryGetValue(alias.Field, out List<(int Index, int Rank)>? columns))
                {
                    byField[alias.Field] = columns = [];
                }

                columns.Add((i, alias.Rank));
            }
        }

        foreach ((CrmField field, List<(int Index, int Rank)> columns) in byField)
        {
            int best = columns.Min(column => column.Rank);
            int[] found = [.. columns.Where(column => column.Rank == best).Select(column => column.Index)];
            if (found.Length > 1)
            {
                _problems.Add(Ambiguous(found, field));
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
        bool spoken = _problems.Count > 0;
        if (!_fields.Contains(CrmField.Id) && !spoken)
        {
            _problems.Add(Missing("for Id", ColumnAliases.Of(CrmField.Id)));
        }

        if (!_fields.Contains(CrmField.Stage) && !_fields.Contains(CrmField.Outcome) && !spoken)
        {
            _problems.Add(Missing(
                "for Stage or Outcome", ColumnAliases.Of(CrmField.Stage).Concat(ColumnAliases.Of(CrmField.Outcome))));
        }
    }

    /// <summary>Returns the columns with a name: exact matches if there are any, or else matches of the normalized
    /// name.</summary>
    private int[] Find(string column)
    {
        int[] exact = [.. Indices(i => NameLookup.Same(_header[i], column.Trim()))];
        if (exact.Length > 0)
        {
            return exact;
        }

        string name = NameNormalizer.OfColumn(column);
        return name.Length == 0 ? [] : [.. Indices(i => string.Equals(_names[i], name, StringComparison.Ordinal))];
    }

    private IEnumerable<int> Indices(Func<int, bool> matches) => Enumerable.Range(0, _header.Length).Where(matches);

    private string Missing(string what, IEnumerable<string> wanted)
    {
        string[] nearest = NameNormalizer.Nearest(_header, wanted);
        string near = nearest.Length == 0 ? "" : " (nearest: " + MessageText.List(nearest) + ")";
        return Invariant($"No column {what}{near}.");
    }

    private string Ambiguous(int[] found, CrmField field) => Invariant(
        $"Columns {string.Join(" and ", found.Select(i => Invariant($"{i + 1} {MessageText.Quote(_header[i])}")))} ")
            + Invariant($"can each be {field}; state the one to read, or put the other in IgnoredColumns.");
}
