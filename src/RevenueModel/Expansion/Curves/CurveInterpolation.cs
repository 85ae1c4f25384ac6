namespace RevenueModel.Expansion;

/// <summary>The way in which a curve runs between two points.</summary>
public enum CurveInterpolation
{
    /// <summary>A smooth cubic curve that never dips between rising points: piecewise cubic Hermite interpolation with
    /// the monotone slopes of Fritsch and Carlson (PCHIP). The default.</summary>
    Monotone = 0,

    /// <summary>A straight line: the same amount is added each month.</summary>
    Linear = 1,

    /// <summary>The same rate of growth each month. All values are above zero.</summary>
    Geometric = 2,

    /// <summary>The value of the earlier point, up to the month of the next one, as for contracts that change on their
    /// anniversary. The curve jumps at each point.</summary>
    Step = 3,
}

/// <summary>The values of a curve after its last point.</summary>
public enum CurveEnd
{
    /// <summary>Months after the last point are refused, since nothing is known of them. The default.</summary>
    Refused = 0,

    /// <summary>The last value is held.</summary>
    Held = 1,

    /// <summary>The curve goes on as it ends: with the slope at its last point, or with the growth of its last
    /// interval if the interpolation is geometric.</summary>
    Continued = 2,
}
