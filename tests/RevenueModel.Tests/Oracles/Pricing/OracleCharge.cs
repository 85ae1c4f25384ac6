using RevenueModel.Tests.Numerics;

namespace RevenueModel.Tests.Oracles.Pricing;

/// <summary>The steps of a charge in exact fractions.</summary>
internal sealed record OracleCharge
{
    public ExactFraction Metered { get; init; }

    public ExactFraction Converted { get; init; }

    public ExactFraction Included { get; init; }

    public ExactFraction Unused { get; init; }

    public ExactFraction Billable { get; init; }

    public ExactFraction Subtotal { get; init; }

    public ExactFraction UsageDiscount { get; init; }

    public ExactFraction AmountDiscount { get; init; }

    public ExactFraction PercentDiscount { get; init; }

    public ExactFraction ToMinimum { get; init; }

    public ExactFraction OverMaximum { get; init; }

    public ExactFraction Amount { get; init; }
}
