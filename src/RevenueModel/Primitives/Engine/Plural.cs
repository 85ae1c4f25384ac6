
namespace RevenueModel.Primitives;

/// <summary>Counts in words.</summary>
internal static class Plural
{
    /// <summary>A count and what is counted: "1 tier", "12,000 tiers".</summary>
    /// <param name="count">The count, zero or more.</param>
    /// <param name="one">What is counted, in the singular; a word that takes an s.</param>
    public static string Of(decimal count, string one) => Invariant($"{count:#,0} {one}{(count == 1m ? "" : "s")}");
}
