using RevenueModel.Pricing;
using RevenueModel.Tests.Numerics;

namespace RevenueModel.Tests.Oracles.Billing;

/// <summary>The spend of a period so far.</summary>
internal sealed record HistoryEvaluation
{
    /// <summary>Gets the spend, and its lines as rounded.</summary>
    public required HistoryColumn Spend { get; init; }

    /// <summary>Gets what counts towards the commitment of a contract year.</summary>
    public required ExactFraction Counted { get; init; }

    /// <summary>Gets the unused allowances by charge, with the charge whose rollover applies.</summary>
    public required IReadOnlyDictionary<string, (Charge Charge, ExactFraction Unused)> Left { get; init; }

    /// <summary>Gets the amount of each charge after the discounts and caps of the whole bill.</summary>
    public required IReadOnlyDictionary<string, ExactFraction> Net { get; init; }
}
