
namespace RevenueModel.Import;

/// <summary>Chooses the format of amounts.</summary>
internal static class MoneyFormats
{
    public static FormatChoice<NumberFormat, decimal> Choose(NumberFormat? stated) => new(
        stated,
        NumberFormat.Recognized,
        static (NumberFormat format, string text, out decimal value) => format.TryParse(text, out value));
}
