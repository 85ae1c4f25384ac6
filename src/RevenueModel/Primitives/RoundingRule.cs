
namespace RevenueModel.Primitives;

/// <summary>What becomes of the part of an amount that is smaller than the minor unit.</summary>
public enum RoundingRule
{
    /// <summary>To the nearest, a half away from zero: 2.5 to 3, -2.5 to -3. The rule of most invoices; the default.</summary>
    HalfAwayFromZero = 0,

    /// <summary>To the nearest, a half to the even neighbour: 2.5 to 2, 3.5 to 4. Bankers' rounding; IEEE 754.</summary>
    HalfToEven = 1,

    /// <summary>Away from zero whatever the fraction: 2.1 to 3.</summary>
    Up = 2,

    /// <summary>Toward zero whatever the fraction: 2.9 to 2.</summary>
    Down = 3,
}
