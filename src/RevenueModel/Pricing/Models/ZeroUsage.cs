
namespace RevenueModel.Pricing;

/// <summary>What is due where nothing was used and the first tier has a flat fee.</summary>
public enum ZeroUsage
{
    /// <summary>The flat fee of the first tier. OpenMeter, Lago since June 2026; the default.</summary>
    FirstFlatFee = 0,

    /// <summary>Nothing: the first tier starts with the first unit. Lago until June 2026.</summary>
    Nothing = 1,
}
