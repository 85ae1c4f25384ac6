using System.Text.Json.Serialization;
using RevenueModel.Primitives;
using RevenueModel.Statistics;

namespace RevenueModel.Forecasting;

/// <summary>The weight of a group's own deals in its <see cref="CloseTiming"/>.</summary>
/// <param name="PseudoDeals">The number of closed deals of the other groups that the estimate adds, zero or more; the
/// credibility coefficient of the win rates. <see langword="null"/> if the win rates of the groups do not differ, so
/// that the estimate is that of all deals.</param>
/// <param name="Weight">The weight of the group's own deals, between 0 and 1: <c>n / (n + k)</c> with n closed deals
/// of the group and k pseudo-deals; zero if k is <see langword="null"/>.</param>
/// <remarks>Immutable; equal by value.</remarks>
[JsonConverter(typeof(JsonCompanionRequired))]
public readonly record struct CloseTimingCredibility(double? PseudoDeals, double Weight)
{
    /// <summary>Gets the number of closed deals of the other groups that the estimate adds, zero or more;
    /// <see langword="null"/> if the estimate is that of all deals.</summary>
    public double? PseudoDeals { get; init => field = NumberGuards.NotNegative(value, nameof(PseudoDeals)); } =
        NumberGuards.NotNegative(PseudoDeals);

    /// <summary>Gets the weight of the group's own deals, between 0 and 1.</summary>
    public double Weight { get; init => field = NumberGuards.Probability(value, nameof(Weight)); } =
        NumberGuards.Probability(Weight);

    /// <summary>Returns the weight and the number of pseudo-deals.</summary>
    public override string ToString() => PseudoDeals is { } deals
        ? Invariant($"credibility {Weight:0.000}, {deals:#,0.##} pseudo-deals")
        : "pooled";
}
