using RevenueModel.Pricing;

namespace RevenueModel.Packaging;

/// <summary>What a customer was billed and what it cost to serve; made by <see cref="MarginCalculator"/>.</summary>
/// <remarks>Immutable; equal by value.</remarks>
public sealed record CustomerMargin
{
    internal CustomerMargin(string customer, PricePlan plan, MarginFigures figures)
    {
        Customer = customer;
        Plan = plan;
        Figures = figures;
    }

    /// <summary>The customer.</summary>
    public string Customer { get; }

    /// <summary>The customer's plan.</summary>
    public PricePlan Plan { get; }

    /// <summary>The figures over all months.</summary>
    public MarginFigures Figures { get; }

    /// <summary>The margin, a fraction of one or less, or <see langword="null"/> where nothing was billed.</summary>
    public decimal? Margin => Figures.Margin;

    /// <summary>The margin in words.</summary>
    public override string ToString() => Invariant($"{Customer} on {Plan.Name}: {Figures}");
}
