using RevenueModel.Primitives;

namespace RevenueModel.Architectures;

/// <summary>Compares names that sections write differently.</summary>
internal static class NameMatch
{
    private static readonly char[] Separators = [' ', '-', '/', '+', '(', ')', ',', '.'];

    /// <summary>Returns whether all words of one name are words of the other, ignoring case and order: Wood and Wood
    /// Group, or pricing-tier and Tier Pricing Engine.</summary>
    public static bool Same(string one, string other)
    {
        string[] first = WordsOf(one);
        string[] second = WordsOf(other);
        return NameLookup.Same(one, other)
            || (first.Length > 0 && second.Length > 0 && (IsWithin(first, second) || IsWithin(second, first)));
    }

    /// <summary>Returns the words of a name.</summary>
    public static string[] WordsOf(string name) =>
        name.Split(Separators, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    /// <summary>Returns the names of several lists together, each once.</summary>
    public static ValueList<string> Union(IEnumerable<ValueList<string>> lists)
    {
        var union = new List<string>();
        foreach (string name in lists.SelectMany(static list => list))
        {
            if (!union.Exists(known => Same(known, name)))
            {
                union.Add(name);
            }
        }

        return union;
    }

    /// <summary>Returns the names of a list that another list does not have.</summary>
    public static ValueList<string> Missing(ValueList<string> names, ValueList<string> from) =>
        names.Where(name => !from.Any(other => Same(other, name))).ToValueList();

    private static bool IsWithin(string[] words, string[] others) =>
        words.All(word => others.Contains(word, StringComparer.OrdinalIgnoreCase));
}
