namespace RevenueModel.Import;

/// <summary>Formats values and lists for messages.</summary>
internal static class MessageText
{
    private const int MaxQuoted = 80;

    /// <summary>Returns a value in quotation marks, shortened if it is long.</summary>
    public static string Quote(string value) => Invariant($"\"{Shorten(value)}\"");

    /// <summary>Returns a value, shortened if it is long.</summary>
    public static string Shorten(string value) =>
        value.Length <= MaxQuoted ? value : string.Concat(value.AsSpan(0, MaxQuoted), "…");

    /// <summary>Returns values in quotation marks, separated by commas.</summary>
    public static string List(IEnumerable<string> values) => string.Join(", ", values.Select(Quote));

    /// <summary>Returns the name of a delimiter.</summary>
    public static string OfDelimiter(char delimiter) => delimiter switch
    {
        ',' => "comma",
        ';' => "semicolon",
        '\t' => "tab",
        _ => Invariant($"\"{delimiter}\""),
    };

    /// <summary>Returns the sentence that names the option to set, or an empty text without an option.</summary>
    public static string Hint(ImportOption? option) => option switch
    {
        null => "",
        ImportOption.Columns => " Set Columns, such as Columns = [ColumnMapping.Of(field, \"name\")].",
        ImportOption.LineBreaksInFields => " Set LineBreaksInFields to false to end each row at its line.",
        _ => Invariant($" Set {option}."),
    };
}
