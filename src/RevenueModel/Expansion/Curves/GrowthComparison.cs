using System.Text.Json.Serialization;
using RevenueModel.Primitives;
using RevenueModel.Statistics;

namespace RevenueModel.Expansion;

/// <summary>A stated rate of growth beside a multiple that is stated for the same growth, and what each implies of the
/// other. Created by <see cref="ExpansionCurveCalculator"/>.</summary>
/// <remarks>Immutable; equal by value. Neither figure is changed.</remarks>
[JsonConverter(typeof(JsonCompanionRequired))]
public sealed record GrowthComparison
{
    internal GrowthComparison(double statedGrowthPerYear, double multiple, double years)
    {
        StatedGrowthPerYear = statedGrowthPerYear;
        Multiple = multiple;
        Years = years;
    }

    /// <summary>Gets the stated growth per year as a fraction: 0.33 is 33% a year.</summary>
    public double StatedGrowthPerYear { get; }

    /// <summary>Gets the stated multiple over the whole time.</summary>
    public double Multiple { get; }

    /// <summary>Gets the time of the multiple in years.</summary>
    public double Years { get; }

    /// <summary>Gets the growth per year that the multiple implies, <c>multiple^(1 / years) - 1</c>.</summary>
    public double ImpliedGrowthPerYear => PerYear(Multiple, Years);

    /// <summary>Gets the multiple that the stated growth implies, <c>(1 + growth)^years</c>.</summary>
    public double ImpliedMultiple => GrowthPower.Of(1 + StatedGrowthPerYear, Years);

    /// <summary>Gets the years in which the stated growth reaches the multiple,
    /// <c>ln(multiple) / ln(1 + growth)</c>, or <see langword="null"/> if it never does.</summary>
    public double? YearsToMultiple
    {
        get
        {
            double each = GrowthPower.Log(1 + StatedGrowthPerYear);
            double all = Multiple > 0 ? GrowthPower.Log(Multiple) : double.NegativeInfinity;
            return all == 0 ? 0 : each != 0 && double.IsFinite(all) && all / each > 0 ? all / each : null;
        }
    }

    /// <summary>Returns a readable description, the same in every culture.</summary>
    public override string ToString() =>
        Invariant($"stated {StatedGrowthPerYear * 100:0.#}% a year implies {ImpliedMultiple:0.00#}x; ")
            + Invariant($"stated {Multiple:0.00#}x in {Years:0.##} years ")
            + Invariant($"implies {ImpliedGrowthPerYear * 100:0.#}% a year");

    /// <summary>Returns the growth per year of a multiple, <c>multiple^(1 / years) - 1</c>.</summary>
    internal static double PerYear(double multiple, double years) =>
        multiple > 0 ? StandardNormal.Exp(GrowthPower.Log(multiple) / years) - 1 : -1;
}
