namespace RevenueModel.Pipeline;

/// <summary>What it is worth to engage both buyers in a larger share of the deals.</summary>
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

    /// <summary>The share of dual-buyer deals today, a fraction.</summary>
    public decimal DualShareBefore { get; }

    /// <summary>The share of dual-buyer deals that is aimed at, a fraction.</summary>
    public decimal DualShareAfter { get; }

    /// <summary>The blended win rate today, a fraction.</summary>
    public decimal WinRateBefore { get; }

    /// <summary>The blended win rate at the new share, a fraction.</summary>
    public decimal WinRateAfter { get; }

    /// <summary>The amount of the pipeline that the rates apply to.</summary>
    public decimal Pipeline { get; }

    /// <summary>What the same pipeline is expected to bring in more: <c>pipeline × (after - before)</c>; negative
    /// where the share falls.</summary>
    public decimal Gain => Pipeline * (WinRateAfter - WinRateBefore);

    /// <summary>The gain in words.</summary>
    public override string ToString() =>
        Invariant($"from {DualShareBefore:0.#%} to {DualShareAfter:0.#%} dual-buyer deals: win rate {WinRateBefore:0.0%} to {WinRateAfter:0.0%}, {Gain:+#,0.##;-#,0.##;0} on {Pipeline:#,0.##}");
}
