using System.Text.Json.Serialization;
using RevenueModel.Pricing;
using RevenueModel.Primitives;

namespace RevenueModel.Packaging;

/// <summary>The bills of a customer and the cost to serve it. Created by <see cref="MarginCalculator"/>.</summary>
/// <remarks>Immutable; equal by value.</remarks>
[JsonConverter(typeof(JsonCompanionRequired))]
public sealed record CustomerMargin
{
    internal CustomerMargin(string customer, PricePlan plan, MarginFigures figures)
    {
        Customer = customer;
        Plan = plan;
        Figures = figures;
    }

    /// <summary>Gets the customer.</summary>
    public string Customer { get; }

    /// <summary>Gets the customer's plan.</summary>
    public PricePlan Plan { get; }

    /// <summary>Gets the figures over all months.</summary>
    public MarginFigures Figures { get; }

    /// <summary>Gets the margin, one or less, or <see langword="null"/> if nothing was billed.</summary>
    public decimal? Margin => Figures.Margin;

    /// <summary>Returns a readable description, the same in every culture.</summary>
    public override string ToString() => Invariant($"{Customer} on {Plan.Name}: {Figures}");
}
