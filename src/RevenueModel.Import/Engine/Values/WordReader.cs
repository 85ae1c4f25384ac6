namespace RevenueModel.Import;

/// <summary>Reads words of a column with few different values, and remembers their meanings.</summary>
/// <typeparam name="T">The type of the meaning.</typeparam>
/// <param name="read">Returns the meaning of a word, or null if it is unknown.</param>
internal sealed class WordReader<T>(Func<string, T?> read)
    where T : struct
{
    /// <summary>A limit on memory, for a column with many different values.</summary>
    private const int MaxRemembered = 1000;

    private readonly Dictionary<string, T?> _known = new(StringComparer.Ordinal);

    /// <summary>Returns the meaning of a word, or null if it is unknown.</summary>
    public T? Read(ReadOnlySpan<char> word)
    {
        if (_known.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(word, out T? meaning))
        {
            return meaning;
        }

        string text = word.ToString();
        meaning = read(text);
        if (_known.Count < MaxRemembered)
        {
            _known.Add(text, meaning);
        }

        return meaning;
    }
}
