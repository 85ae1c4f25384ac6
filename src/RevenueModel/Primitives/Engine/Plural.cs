
namespace RevenueModel.Primitives;

/// <summary>Formats counts with a singular or plural noun.</summary>
internal static class Plural
{
    /// <summary>Returns a count with its noun: "1 tier", "12,000 tiers".</summary>
    /// <param name="count">The count, zero or more.</param>
    /// <param name="one">The noun in the singular; its plural takes an s.</param>
    public static string Of(decimal count, string one) => Invariant($"{count:#,0} {one}{(count == 1m ? "" : "s")}");

    /// <summary>Returns a number with at most two decimal places and its noun: "1 day", "1.5 days".</summary>
    /// <param name="number">The number, zero or more.</param>
    /// <param name="one">The noun in the singular; its plural takes an s.</param>
    public static string OfNumber(double number, string one)
    {
        string text = Invariant($"{number:0.##}");
        return text + " " + one + (text == "1" ? "" : "s");
    }
}
