
namespace RevenueModel.Pricing;

/// <summary>How a converted quantity becomes whole units.</summary>
public enum UnitRounding
{
    /// <summary>It does not: fractions of units are billed; the default.</summary>
    None = 0,

    /// <summary>Begun units are whole: 1.4 is 2.</summary>
    Up = 1,

    /// <summary>Begun units are not billed: 1.9 is 1.</summary>
    Down = 2,

    /// <summary>To the nearest unit, a half up: 1.5 is 2.</summary>
    HalfUp = 3,
}
