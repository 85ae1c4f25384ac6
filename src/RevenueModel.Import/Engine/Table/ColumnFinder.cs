using RevenueModel.Primitives;

namespace RevenueModel.Import;

/// <summary>Finds the columns that a reference names.</summary>
internal static class ColumnFinder
{
    /// <summary>Returns the positions, from 0, of the columns of a reference: exact matches of the name if there are
    /// any, or else matches without case, spaces and punctuation.</summary>
    public static int[] Find(string[] header, ColumnReference column)
    {
        if (column.Position is { } position)
        {
            return position <= header.Length ? [position - 1] : [];
        }

        string cleaned = TextCleaner.Clean(column.Name!);
        int[] found = [.. Indices(header, name => NameLookup.Same(name, cleaned))];
        if (found.Length == 0)
        {
            string wanted = NameNormalizer.OfColumn(cleaned);
            found = wanted.Length == 0
                ? []
                : [.. Indices(header, name => NameNormalizer.OfColumn(name) == wanted)];
        }

        return column.Occurrence is not { } occurrence ? found
            : occurrence <= found.Length ? [found[occurrence - 1]]
            : [];
    }

    private static IEnumerable<int> Indices(string[] header, Func<string, bool> matches) =>
        Enumerable.Range(0, header.Length).Where(i => matches(header[i]));
}
