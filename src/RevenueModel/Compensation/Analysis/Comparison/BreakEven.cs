using RevenueModel.Primitives;

namespace RevenueModel.Compensation.Analysis;

/// <summary>Where the plan that pays more changes.</summary>
/// <param name="Credit">The credit of the year at which it does.</param>
/// <param name="FirstAttainment">That credit over the target of the first plan.</param>
/// <param name="SecondAttainment">That credit over the target of the second plan.</param>
/// <param name="Below">The plan that pays more just below.</param>
/// <param name="Above">The plan that pays more just above.</param>
public readonly record struct BreakEven(
    decimal Credit,
    decimal FirstAttainment,
    decimal SecondAttainment,
    Preference Below,
    Preference Above)
{
    /// <summary>The change in words.</summary>
    public override string ToString() => Invariant(
        $"at {Credit:#,0.##} ({FirstAttainment * 100m:0.##}% of the first target, {SecondAttainment * 100m:0.##}% of the second) from {Words(Below)} to {Words(Above)}");

    private static string Words(Preference preference) => preference switch
    {
        Preference.First => "the first plan",
        Preference.Second => "the second plan",
        _ => "equal pay",
    };
}
