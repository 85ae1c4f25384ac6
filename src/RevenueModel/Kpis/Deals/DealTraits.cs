namespace RevenueModel.Kpis;

/// <summary>The traits of a deal that a scorecard counts.</summary>
[Flags]
public enum DealTraits
{
    /// <summary>None of them: an open deal, or one that closed outside the window.</summary>
    None = 0,

    /// <summary>The deal was won in the window.</summary>
    Won = 1,

    /// <summary>The deal was lost in the window.</summary>
    Lost = 2,

    /// <summary>A rival took part.</summary>
    Competitive = 4,

    /// <summary>The source tells which buyers were engaged.</summary>
    EngagementKnown = 8,

    /// <summary>Operations (OT) were engaged.</summary>
    OtEngaged = 16,

    /// <summary>A regulation drove the deal.</summary>
    HasTrigger = 32,

    /// <summary>The source names the rivals.</summary>
    RivalsKnown = 64,

    /// <summary>Two or more rivals took part.</summary>
    ManyRivals = 128,
}
