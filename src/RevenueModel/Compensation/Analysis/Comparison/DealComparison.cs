
namespace RevenueModel.Compensation.Analysis;

/// <summary>What a deal pays under each of two plans.</summary>
/// <param name="Credit">What is credited for the deal.</param>
/// <param name="First">The pay under the first plan, to the minor unit.</param>
/// <param name="Second">The pay under the second plan, to the minor unit.</param>
public readonly record struct DealComparison(decimal Credit, decimal First, decimal Second)
{
    /// <summary>What the second plan pays more: <c>second - first</c>.</summary>
    public decimal Difference => Second - First;

    /// <summary>The pay in words.</summary>
    public override string ToString() =>
        Invariant($"{Credit:#,0.##} pays {First:#,0.00} and {Second:#,0.00}, a difference of {Difference:+#,0.00;-#,0.00;0.00}");
}
