namespace RevenueModel.Diagnostics;

/// <summary>Gives the rules of the library, in the order in which a review evaluates them.</summary>
public static class ReviewRules
{
    /// <summary>Gets the rules, each id once: failure modes of the published documents, and consistency
    /// rules.</summary>
    public static IReadOnlyList<IReviewRule> All { get; } =
    [
        new SingleBuyerRule(),
        new SingleConsultantRule(),
        new MissingChampionRule(),
        new SpecialtyPartnerRule(),
        new ItMotionRule(),
        new ForecastRule(),
        new FirstDealRule(),
        new OneCompPlanRule(),
        new RampRule(),
        new ExpansionPaidLessRule(),
        new UnprotectedUsageRule(),
        new UnitCostRule(),
        new VolumeRule(),
        new OverlayRule(),
        new MissingRoleRule(),
        new CapacityRule(),
        new CoverageRule(),
        new EvenOddsRule(),
        new AcvGapRule(),
        new MissingFiguresRule(),
        new InconsistentFiguresRule(),
    ];
}
