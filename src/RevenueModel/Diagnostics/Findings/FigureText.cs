using RevenueModel.Primitives;

namespace RevenueModel.Diagnostics;

/// <summary>Prints values with their unit, the same in every culture.</summary>
internal static class FigureText
{
    public static string Of(Band<decimal> value, FigureUnit unit)
    {
        bool isSingle = value.Max == value.Min;
        (string format, string suffix) = unit switch
        {
            FigureUnit.Money => ("#,0", ""),
            FigureUnit.Ratio => ("#,0.##%", ""),
            FigureUnit.Multiple => ("#,0.###", "x"),
            FigureUnit.Points => ("#,0.##", " points"),
            FigureUnit.Days => ("#,0.#", value.Min == 1m && isSingle ? " day" : " days"),
            FigureUnit.Months => ("#,0.#", value.Min == 1m && isSingle ? " month" : " months"),
            _ => ("#,0.####", ""),
        };
        string text = isSingle
            ? value.Min.ToString(format, System.Globalization.CultureInfo.InvariantCulture)
            : value.ToString(format, null);
        return text + suffix;
    }
}
