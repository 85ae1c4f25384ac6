using System.Text.Json.Serialization;
using RevenueModel.Primitives;

namespace RevenueModel.Pipeline;

/// <summary>The gain from engaging both buyers in a larger share of the deals.</summary>
[JsonConverter(typeof(JsonCompanionRequired))]
public readonly record struct DualBuyerGain
{
    internal DualBuyerGain(DualBuyerRates rates, decimal dualShare, decimal pipeline)
    {
        DualShareBefore = rates.DualShare;
        DualShareAfter = dualShare;
        WinRateBefore = rates.BlendedWinRate;
        WinRateAfter = rates.BlendedAt(dualShare);
        Pipeline = pipeline;
    }

    /// <summary>Gets the current share of dual-buyer deals, a fraction.</summary>
    public decimal DualShareBefore { get; internal init; }

    /// <summary>Gets the target share of dual-buyer deals, a fraction.</summary>
    public decimal DualShareAfter { get; internal init; }

    /// <summary>Gets the current blended win rate, a fraction.</summary>
    public decimal WinRateBefore { get; internal init; }

    /// <summary>Gets the blended win rate at the target share, a fraction.</summary>
    public decimal WinRateAfter { get; internal init; }

    /// <summary>Gets the amount of the pipeline to which the rates apply.</summary>
    public decimal Pipeline { get; internal init; }

    /// <summary>Gets the additional expected value of the same pipeline, <c>pipeline × (after - before)</c>; negative
    /// if the share falls.</summary>
    public decimal Gain => Pipeline * (WinRateAfter - WinRateBefore);

    /// <summary>Returns a readable description, the same in every culture.</summary>
    public override string ToString() =>
        Invariant($"from {DualShareBefore:0.#%} to {DualShareAfter:0.#%} dual-buyer deals: ")
            + Invariant($"win rate {WinRateBefore:0.0%} to {WinRateAfter:0.0%}, ")
            + Invariant($"{Gain:+#,0.##;-#,0.##;0} on {Pipeline:#,0.##}");
}
