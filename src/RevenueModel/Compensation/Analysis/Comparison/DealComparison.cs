using System.Text.Json.Serialization;
using RevenueModel.Primitives;

namespace RevenueModel.Compensation.Analysis;

/// <summary>The pay for a deal under each of two plans.</summary>
/// <param name="Credit">The credit of the deal, in the unit of the measure.</param>
/// <param name="First">The pay under the first plan, rounded to the minor unit.</param>
/// <param name="Second">The pay under the second plan, rounded to the minor unit.</param>
[JsonConverter(typeof(JsonCompanionRequired))]
public readonly record struct DealComparison(decimal Credit, decimal First, decimal Second)
{
    /// <summary>Gets the additional pay under the second plan: <c>second - first</c>.</summary>
    public decimal Difference => Second - First;

    /// <summary>Returns a readable description.</summary>
    public override string ToString() =>
        Invariant($"{Credit:#,0.##} pays {First:#,0.00} and {Second:#,0.00}, a difference of ")
            + Invariant($"{Difference:+#,0.00;-#,0.00;0.00}");
}
