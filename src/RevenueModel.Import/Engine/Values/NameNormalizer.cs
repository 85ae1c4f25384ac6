using System.Globalization;

namespace RevenueModel.Import;

/// <summary>Normalizes names for comparison across systems that spell them differently.</summary>
internal static class NameNormalizer
{
    /// <summary>Returns the letters and digits of a column name in lower case: "Close Date" and "close_date" are one
    /// name.</summary>
    public static string OfColumn(string name) => Keep(name, char.IsLetterOrDigit);

    /// <summary>Returns a value in lower case without spaces and punctuation: "Closed Won" and "closedwon" are one
    /// value. Symbols (C++) and the number sign (C#) stay, since they distinguish names.</summary>
    public static string OfValue(string value) =>
        Keep(value, static c => c == '#' || !(char.IsWhiteSpace(c) || char.IsPunctuation(c)));

    /// <summary>Returns the number of letters to insert, delete or replace to turn one name into the other.</summary>
    public static int Distance(ReadOnlySpan<char> left, ReadOnlySpan<char> right)
    {
        var previous = new int[right.Length + 1];
        var current = new int[right.Length + 1];
        for (int j = 0; j < previous.Length; j++)
        {
            previous[j] = j;
        }

        for (int i = 1; i <= left.Length; i++)
        {
            current[0] = i;
            for (int j = 1; j <= right.Length; j++)
            {
                int replaced = previous[j - 1] + (left[i - 1] == right[j - 1] ? 0 : 1);
                current[j] = Math.Min(replaced, Math.Min(previous[j], current[j - 1]) + 1);
            }

            (previous, current) = (current, previous);
        }

        return previous[right.Length];
    }

    /// <summary>Returns the names nearest to any of the wanted ones, nearest first: at most three, and none that is
    /// completely different.</summary>
    public static string[] Nearest(IEnumerable<string> names, IEnumerable<string> wanted)
    {
        string[] targets = [.. wanted.Select(OfColumn)];
        return targets.Length == 0 ? [] :
        [
            .. names
                .Where(name => OfColumn(name).Length > 0)
                .Select(name => (Name: name, Distance: targets.Min(target => Score(OfColumn(name), target))))
                .Where(near => near.Distance <= 0.4)
                .OrderBy(near => near.Distance)
                .Take(3)
                .Select(near => near.Name),
        ];
    }

    /// <summary>Returns the distance as a share of the longer name. A name that contains the other is near.</summary>
    private static double Score(string name, string target)
    {
        double share = (double)Distance(name, target) / Math.Max(name.Length, target.Length);
        bool contained = Math.Min(name.Length, target.Length) >= 4
            && (name.Contains(target, StringComparison.Ordinal) || target.Contains(name, StringComparison.Ordinal));
        return contained ? Math.Min(share, 0.4) : share;
    }

    private static string Keep(string given, Func<char, bool> keep)
    {
        string text = TextCleaner.Clean(given);
        Span<char> kept = text.Length <= 128 ? stackalloc char[128] : new char[text.Length];
        int length = 0;
        foreach (char c in text)
        {
            if (keep(c))
            {
                kept[length++] = char.ToLower(c, CultureInfo.InvariantCulture);
            }
        }

        return new string(kept[..length]);
    }
}
