namespace RevenueModel.Import;

/// <summary>How messages quote values and lists.</summary>
internal static class MessageText
{
    private const int MaxQuoted = 80;

    /// <summary>The value in quotation marks, cut where it is long.</summary>
    public static string Quote(string value) => Invariant($"\"{Shorten(value)}\"");

    /// <summary>The value, cut where it is long.</summary>
    public static string Shorten(string value) =>
        value.Length <= MaxQuoted ? value : string.Concat(value.AsSpan(0, MaxQuoted), "…");

    /// <summary>The values in quotation marks with commas between them.</summary>
    public static string List(IEnumerable<string> values) => string.Join(", ", values.Select(Quote));

    /// <summary>A delimiter by its name.</summary>
    public static string OfDelimiter(char delimiter) => delimiter switch
    {
        ',' => "comma",
        ';' => "semicolon",
        '\t' => "tab",
        _ => Invariant($"\"{delimiter}\""),
    };
}
