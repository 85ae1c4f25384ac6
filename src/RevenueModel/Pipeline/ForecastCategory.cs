namespace RevenueModel.Pipeline;

/// <summary>The category in which a seller forecasts a deal, one of the five that CRM forecasts roll up.</summary>
/// <remarks>Ordered from omitted to certain.</remarks>
public enum ForecastCategory
{
    /// <summary>Excluded from the forecast; lost deals are here.</summary>
    Omitted = 0,

    /// <summary>Open, without a commitment.</summary>
    Pipeline = 1,

    /// <summary>Open, and won in the best case.</summary>
    BestCase = 2,

    /// <summary>Open, and committed for its period.</summary>
    Commit = 3,

    /// <summary>Closed-won.</summary>
    Closed = 4,
}
