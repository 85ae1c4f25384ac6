using System.Text.Json.Serialization;
using RevenueModel.Pricing;
using RevenueModel.Primitives;

namespace RevenueModel.Packaging;

/// <summary>The bills of the months in one tier of a plan and the cost to serve them. Created by
/// <see cref="MarginCalculator"/>.</summary>
/// <remarks>Immutable; equal by value.</remarks>
[JsonConverter(typeof(JsonCompanionRequired))]
public sealed record TierMargin
{
    internal TierMargin(PricePlan plan, string? charge, int? tier, string? terms, MarginFigures figures)
    {
        Plan = plan;
        Charge = charge;
        Tier = tier;
        Terms = terms;
        Figures = figures;
    }

    /// <summary>Gets the plan.</summary>
    public PricePlan Plan { get; }

    /// <summary>Gets the name of the charge: the first of the plan that has several tiers, or <see langword="null"/>
    /// if none has.</summary>
    public string? Charge { get; }

    /// <summary>Gets the tier, counted from 1, or <see langword="null"/> if the plan has no tiers.</summary>
    public int? Tier { get; }

    /// <summary>Gets a readable description of the tier, or <see langword="null"/> if the plan has no tiers.</summary>
    public string? Terms { get; }

    /// <summary>Gets the figures over all months whose billed quantity lies in the tier. They are of whole bills, with
    /// other charges and fees.</summary>
    public MarginFigures Figures { get; }

    /// <summary>Returns a readable description, the same in every culture.</summary>
    public override string ToString() => Plan.Name
        + (Tier is { } tier ? Invariant($", tier {tier} of {Charge} ({Terms})") : "") + ": " + Figures;
}
