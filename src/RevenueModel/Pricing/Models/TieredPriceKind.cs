
namespace RevenueModel.Pricing;

/// <summary>What the tiers of a <see cref="TieredPrice"/> apply to.</summary>
public enum TieredPriceKind
{
    /// <summary>Each unit has the price of the tier that it lies in. Graduated, tiered (Orb), all tiers (Kill Bill).</summary>
    Graduated = 0,

    /// <summary>All units have the price of the tier that the quantity lies in. Volume, top tier (Kill Bill), bulk
    /// (Orb).</summary>
    Volume = 1,

    /// <summary>The tier that the quantity lies in has a fee, and units have no price.</summary>
    Stairstep = 2,

    /// <summary>As graduated, of an amount of money; a price is a share of it.</summary>
    GraduatedPercentage = 3,

    /// <summary>One fee, whatever the quantity.</summary>
    Flat = 4,

    /// <summary>One price for every unit.</summary>
    PerUnit = 5,
}
