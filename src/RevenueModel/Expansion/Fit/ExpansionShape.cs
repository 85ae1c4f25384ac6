namespace RevenueModel.Expansion;

/// <summary>A shape of growth that can be fitted to observations.</summary>
public enum ExpansionShape
{
    /// <summary>The same amount each year: <see cref="ExpansionCurve.Linear"/>.</summary>
    Linear = 0,

    /// <summary>The same rate each year: <see cref="ExpansionCurve.Compound"/>.</summary>
    Compound = 1,

    /// <summary>Growth that saturates at a ceiling: <see cref="ExpansionCurve.Saturating"/>.</summary>
    Saturating = 2,
}

/// <summary>A parameter of a shape of growth.</summary>
public enum ExpansionParameter
{
    /// <summary>The value in month 0.</summary>
    Start = 0,

    /// <summary>The amount that each year adds, of a linear shape.</summary>
    AddedPerYear = 1,

    /// <summary>The growth per year as a fraction, of a compound shape.</summary>
    GrowthPerYear = 2,

    /// <summary>The value that a saturating shape approaches.</summary>
    Ceiling = 3,

    /// <summary>The continuous rate per year of a saturating shape.</summary>
    RatePerYear = 4,
}

/// <summary>The answer of a fit: whether the observations identify the parameters of the shape.</summary>
public enum FitOutcome
{
    /// <summary>The observations identify every parameter.</summary>
    Identified = 0,

    /// <summary>There are fewer distinct months than parameters, so that many curves fit equally well.</summary>
    TooFewMonths = 1,

    /// <summary>The observations do not grow, so that neither ceiling nor rate of a saturating shape can be
    /// told.</summary>
    NoGrowth = 2,

    /// <summary>The growth of the observations does not slow toward a ceiling: the best saturating shape has none. A
    /// compound shape fits at least as well.</summary>
    NoCeiling = 3,

    /// <summary>A ceiling fits best, but two standard errors away there is none: the observations set no upper limit
    /// to it.</summary>
    CeilingUnbounded = 4,
}
