namespace RevenueModel.Diagnostics;

/// <summary>The ids of the rules of the library, for <see cref="ReviewOptions.DisabledRules"/> and
/// <see cref="ArchitectureReview.FindingsOf"/>.</summary>
public static class ReviewRuleIds
{
    /// <summary>Deals in which one of two buyers, IT or OT, was engaged.</summary>
    public const string SingleBuyerMotion = "single-buyer-motion";

    /// <summary>Deals with two buyers on which one kind of consultant did not work.</summary>
    public const string SingleConsultant = "single-consultant";

    /// <summary>Deals with some of the champions that they need, such as budget without network access.</summary>
    public const string MissingChampion = "missing-champion";

    /// <summary>No partners who specialize in operational technology.</summary>
    public const string NoSpecialtyPartners = "no-specialty-partners";

    /// <summary>An IT motion sold to operational technology: agents or active scans.</summary>
    public const string ItMotionToOt = "it-motion-to-ot";

    /// <summary>A forecast that assumes a shorter cycle than deals have.</summary>
    public const string ForecastShorterThanCycle = "forecast-shorter-than-cycle";

    /// <summary>The first deal is treated as the deal: discounts to land, and flat accounts.</summary>
    public const string FirstDealOnly = "first-deal-only";

    /// <summary>One compensation plan for segments whose cycles do not overlap.</summary>
    public const string OneCompPlan = "one-comp-plan";

    /// <summary>A ramp or a draw that is shorter than the cycle.</summary>
    public const string RampShorterThanCycle = "ramp-shorter-than-cycle";

    /// <summary>Expansion that is paid less than new customers.</summary>
    public const string ExpansionPaidLess = "expansion-paid-less";

    /// <summary>Prices per operation without protection against high bills.</summary>
    public const string UnprotectedUsagePricing = "unprotected-usage-pricing";

    /// <summary>Customers whose cost per unit nobody watches.</summary>
    public const string UnitCostUnwatched = "unit-cost-unwatched";

    /// <summary>A driver of expansion that no dashboard shows.</summary>
    public const string VolumeUnwatched = "volume-unwatched";

    /// <summary>No overlay role for the modules that drive expansion.</summary>
    public const string NoOverlay = "no-overlay";

    /// <summary>Another required role that nobody has.</summary>
    public const string MissingRole = "missing-role";

    /// <summary>Quotas that the capacity of the sellers cannot reach.</summary>
    public const string QuotaAboveCapacity = "quota-above-capacity";

    /// <summary>A coverage target that closes less than the quota.</summary>
    public const string CoverageBelowQuota = "coverage-below-quota";

    /// <summary>A coverage target that reaches the quota in less than half of all cases.</summary>
    public const string CoverageBelowEvenOdds = "coverage-below-even-odds";

    /// <summary>Contract values that belong to no segment.</summary>
    public const string AcvGap = "acv-gap";

    /// <summary>Figures that the architecture does not have.</summary>
    public const string MissingFigures = "missing-figures";

    /// <summary>Figures that cannot hold together.</summary>
    public const string InconsistentFigures = "inconsistent-figures";
}
