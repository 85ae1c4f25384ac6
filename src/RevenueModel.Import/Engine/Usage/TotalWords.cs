using System.Collections.Frozen;

namespace RevenueModel.Import;

/// <summary>The words by which exports name rows of totals.</summary>
internal static class TotalWords
{
    private static readonly FrozenSet<string> Words = new[]
    {
        "total", "totals", "grandtotal", "subtotal", "sum", "overall", "summe", "gesamt", "gesamtsumme",
        "gesamtergebnis", "totalgeneral", "totale", "totaal",
    }.ToFrozenSet(StringComparer.Ordinal);

    /// <summary>Returns whether a value names a total of everything: Total, Grand total, Sum.</summary>
    public static bool IsTotal(string value) => Words.Contains(NameNormalizer.OfValue(value));

    /// <summary>Returns the name before the word total: Acme for "Acme Total", as spreadsheets write subtotals. Null
    /// for other values.</summary>
    public static string? SubtotalOf(string value)
    {
        int space = value.LastIndexOf(' ');
        return space > 0 && IsTotal(value[(space + 1)..]) ? value[..space].TrimEnd(' ', ':', '-') : null;
    }
}
