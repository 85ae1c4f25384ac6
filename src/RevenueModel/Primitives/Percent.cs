namespace RevenueModel.Primitives;

/// <summary>Creates fractions from percentages: 22% is the fraction 0.22.</summary>
/// <remarks>For languages without C# extension properties, which cannot write <c>22.Percent</c>.</remarks>
public static class Percent
{
    /// <summary>Returns a percentage as a fraction.</summary>
    /// <param name="percent">The percentage: 22 for 22%.</param>
    /// <returns><c>percent / 100</c>: 0.22 for 22.</returns>
    /// <example><code>
    /// decimal winRate = Percent.Of(22);
    /// Console.WriteLine(winRate); // 0.22
    /// </code></example>
    public static decimal Of(decimal percent) => percent / 100m;
}
