using RevenueModel.Tests.Numerics;

namespace RevenueModel.Tests.Oracles.Pricing;

/// <summary>The steps of a period's bill in exact fractions.</summary>
internal sealed record OracleBill
{
    public ExactFraction BaseFee { get; init; }

    public required IReadOnlyList<OracleCharge> Charges { get; init; }

    public ExactFraction AmountDiscount { get; init; }

    public ExactFraction PercentDiscount { get; init; }

    public ExactFraction OverageSurcharge { get; init; }

    public ExactFraction TrueUp { get; init; }

    public ExactFraction OverCap { get; init; }

    public ExactFraction MovedUp { get; init; }

    /// <summary>The amount of the next plan, at least the commitment; null without a next plan.</summary>
    public ExactFraction? MostByNext { get; init; }

    public ExactFraction Amount { get; init; }

    /// <summary>The part of the amount that is spend, without the true-up of a commitment of a year.</summary>
    public ExactFraction Spent { get; init; }
}
