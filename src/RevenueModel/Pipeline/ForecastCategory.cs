namespace RevenueModel.Pipeline;

/// <summary>How sure the seller calls a deal, in the five categories that CRM forecasts roll up.</summary>
/// <remarks>Ordered from what is left out to what is certain.</remarks>
public enum ForecastCategory
{
    /// <summary>Left out of the forecast; lost deals are here.</summary>
    Omitted = 0,

    /// <summary>Open, with no promise.</summary>
    Pipeline = 1,

    /// <summary>Open, and won if things go well.</summary>
    BestCase = 2,

    /// <summary>Open, and promised for its period.</summary>
    Commit = 3,

    /// <summary>Closed-won.</summary>
    Closed = 4,
}
