using System.Text.Json.Serialization;
using RevenueModel.Primitives;

namespace RevenueModel.Pipeline;

/// <summary>The win rates of deals with both buyers engaged and with one buyer engaged, which average to a blended
/// rate.</summary>
[JsonConverter(typeof(JsonCompanionRequired))]
public readonly record struct DualBuyerRates
{
    internal DualBuyerRates(
        decimal blendedWinRate,
        decimal dualShare,
        decimal ratio,
        decimal singleWinRate,
        decimal dualWinRate)
    {
        BlendedWinRate = blendedWinRate;
        DualShare = dualShare;
        Ratio = ratio;
        SingleWinRate = singleWinRate;
        DualWinRate = dualWinRate;
    }

    /// <summary>Gets the win rate over all deals, a fraction.</summary>
    public decimal BlendedWinRate { get; }

    /// <summary>Gets the share of deals with both buyers engaged, a fraction.</summary>
    public decimal DualShare { get; }

    /// <summary>Gets the dual-buyer win rate as a multiple of the single-buyer one.</summary>
    public decimal Ratio { get; }

    /// <summary>Gets the win rate of deals that engage one buyer, a fraction.</summary>
    public decimal SingleWinRate { get; }

    /// <summary>Gets the win rate of deals that engage both buyers, a fraction: <c>ratio × single</c>.</summary>
    public decimal DualWinRate { get; }

    /// <summary>Returns the blended win rate at another share of dual-buyer deals, with both win rates
    /// unchanged.</summary>
    /// <param name="dualShare">The share of dual-buyer deals, between 0 and 1.</param>
    /// <returns>The blended win rate, a fraction.</returns>
    /// <exception cref="ArgumentException"><paramref name="dualShare"/> is outside 0 to 1.</exception>
    public decimal BlendedAt(decimal dualShare) => DualBuyerCalculator.Blend(DualWinRate, SingleWinRate, dualShare);

    /// <summary>Returns a readable description, the same in every culture.</summary>
    public override string ToString() =>
        Invariant($"{DualWinRate:0.0%} with both buyers, {SingleWinRate:0.0%} with one; ")
            + Invariant($"{DualShare:0.0%} of deals have both, {BlendedWinRate:0.0%} blended");
}
