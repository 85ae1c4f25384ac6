using System.Text.Json.Serialization;
using RevenueModel.Primitives;

namespace RevenueModel.Compensation.Analysis;

/// <summary>A credit at which the plan that pays more changes.</summary>
/// <param name="Credit">The credit of the year.</param>
/// <param name="FirstAttainment">The credit divided by the target of the first plan, as a ratio.</param>
/// <param name="SecondAttainment">The credit divided by the target of the second plan, as a ratio.</param>
/// <param name="Below">The plan that pays more just below the credit.</param>
/// <param name="Above">The plan that pays more just above the credit.</param>
[JsonConverter(typeof(JsonCompanionRequired))]
public readonly record struct BreakEven(
    decimal Credit,
    decimal FirstAttainment,
    decimal SecondAttainment,
    Preference Below,
    Preference Above)
{
    /// <summary>Returns a readable description.</summary>
    public override string ToString() => Invariant(
        $"at {Credit:#,0.##} ({FirstAttainment * 100m:0.##}% of the first target, {SecondAttainment * 100m:0.##}% of ")
        + Invariant($"the second) from {Words(Below)} to {Words(Above)}");

    private static string Words(Preference preference) => preference switch
    {
        Preference.First => "the first plan",
        Preference.Second => "the second plan",
        _ => "equal pay",
    };
}
