namespace RevenueModel.Kpis;

/// <summary>The causes for which a scorecard counts evidence.</summary>
public static class KpiCauses
{
    /// <summary>A long cycle without a champion in operations (OT), such as a controls engineer.</summary>
    public const string NoControlsChampion = "missing controls-engineering champion";

    /// <summary>A long cycle without a regulatory trigger.</summary>
    public const string NoRegulatoryTrigger = "unclear regulatory trigger";

    /// <summary>An account whose recurring revenue did not grow.</summary>
    public const string StalledAccounts = "stalled land-and-expand";

    /// <summary>A lost bake-off with at least two rivals: invited as third bidder.</summary>
    public const string ThirdBidder = "invited as third bidder";

    /// <summary>A stopped pilot with too many false alerts.</summary>
    public const string AlertFlood = "alert flood";

    /// <summary>A stopped pilot that missed assets.</summary>
    public const string MissedAssets = "missed asset class";

    /// <summary>An account without a new site.</summary>
    public const string NoNewSites = "no new sites";
}
