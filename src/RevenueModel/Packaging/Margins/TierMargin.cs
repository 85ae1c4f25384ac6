using RevenueModel.Pricing;

namespace RevenueModel.Packaging;

/// <summary>What the months in one tier of a plan were billed and what they cost to serve; made by
/// <see cref="MarginCalculator"/>.</summary>
/// <remarks>Immutable; equal by value.</remarks>
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

    /// <summary>The plan.</summary>
    public PricePlan Plan { get; }

    /// <summary>The charge whose tier it is: the first of the plan that has several, or <see langword="null"/> where
    /// none has.</summary>
    public string? Charge { get; }

    /// <summary>The tier, counted from 1, or <see langword="null"/> where the plan has no tiers.</summary>
    public int? Tier { get; }

    /// <summary>The tier in words, or <see langword="null"/> where the plan has none.</summary>
    public string? Terms { get; }

    /// <summary>The figures over all months whose billed quantity lies in the tier: the whole bills, other charges and
    /// fees too.</summary>
    public MarginFigures Figures { get; }

    /// <summary>The margin in words.</summary>
    public override string ToString() => Plan.Name
        + (Tier is { } tier ? Invariant($", tier {tier} of {Charge} ({Terms})") : "") + ": " + Figures;
}
