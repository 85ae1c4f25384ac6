namespace RevenueModel.Architectures;

/// <summary>The rules of a consistency review.</summary>
public enum ConsistencyRule
{
    /// <summary>The stated gap of retention between two pricing models. The default.</summary>
    RetentionGap = 0,

    /// <summary>The retention target of a plan beside the published retention of a pricing model.</summary>
    RetentionTarget = 1,

    /// <summary>The growth of the customers who renew, which a disclosed NRR needs.</summary>
    GrowthOfSurvivors = 2,

    /// <summary>The win rate of a segment as a mix of deals with both buyers and with one.</summary>
    WinRateOfBuyerMix = 3,

    /// <summary>The win rate of deals that pass a gate on both buyers.</summary>
    WinRateOfGatedDeals = 4,

    /// <summary>The segments that a gate on buyers covers.</summary>
    GateScope = 5,

    /// <summary>The people on a deal by the role requirements and by the plans.</summary>
    PeoplePerDeal = 6,

    /// <summary>The stated ratio of the win rates with both buyers and with one.</summary>
    WinRateRatio = 7,

    /// <summary>The win rate of deals with one buyer where each side must sign off.</summary>
    SingleBuyerDeals = 8,

    /// <summary>The loss of win rate with one consultant, beside the loss with one buyer.</summary>
    OneConsultantAndOneBuyer = 9,

    /// <summary>The champion roles beside the holder of the veto.</summary>
    VetoHolder = 10,

    /// <summary>The pipeline lost without a kind of partner, beside the deals that have one.</summary>
    PipelineWithoutPartners = 11,

    /// <summary>The partners of a kind in several sections, and their number in the name of the kind.</summary>
    PartnerList = 12,

    /// <summary>The disclosed NRR that is called best in class.</summary>
    BestInClass = 13,

    /// <summary>The segment that a vendor targets, beside its enterprise customers.</summary>
    VendorSegment = 14,

    /// <summary>A figure that another section states otherwise.</summary>
    RestatedFigure = 15,

    /// <summary>The ARR that a number of enterprise customers implies.</summary>
    CustomersTimesAcv = 16,

    /// <summary>The close rate from stage 2, beside the win rate.</summary>
    CloseRate = 17,

    /// <summary>The share of quota that a coverage target closes.</summary>
    CoverageTimesCloseRate = 18,

    /// <summary>The share of the pipeline that is in stage 2 or later by the coverage targets.</summary>
    Stage2Share = 19,

    /// <summary>The cycle in days, beside the cycle in months.</summary>
    DaysOfMonths = 20,

    /// <summary>The NRR over all segments, beside the NRR of each.</summary>
    NrrAcrossSegments = 21,

    /// <summary>The growth of contract value per year, beside the NRR target.</summary>
    CurveAndNrr = 22,

    /// <summary>The stated growth per year, beside the multiple of contract value.</summary>
    GrowthAndAcv = 23,

    /// <summary>The stated growth per year, beside the volume of each year.</summary>
    CompoundGrowth = 24,

    /// <summary>The points by which expansion lags, beside the points of net expansion.</summary>
    LagAndExpansion = 25,

    /// <summary>The revenue of a residual in several sections.</summary>
    ResidualBase = 26,

    /// <summary>The rate of an accelerator that is named for a plan.</summary>
    AcceleratorRate = 27,

    /// <summary>Roles of several sections with the same pay and similar titles.</summary>
    RoleTitles = 28,

    /// <summary>The dashboards on the chart, beside those called most important.</summary>
    Dashboards = 29,

    /// <summary>A go-to-market motion without segments, beside others that have some.</summary>
    MotionWithoutSegments = 30,

    /// <summary>The values between the bands of two segments.</summary>
    BandGap = 31,

    /// <summary>The stated ratio to another business, beside the quotient of the bands.</summary>
    RatioToComparison = 32,

    /// <summary>The lifetime value that contract value, margin and retention imply.</summary>
    LifetimeValue = 33,

    /// <summary>The conversion of pilots, beside the win rate of bake-offs.</summary>
    PilotsAndBakeOffs = 34,

    /// <summary>The healthy win rate, beside even odds against the rivals.</summary>
    EvenOdds = 35,

    /// <summary>The number of rivals of a deal, beside the rivals named.</summary>
    RivalsNamed = 36,

    /// <summary>The months by which a leading indicator leads revenue.</summary>
    LeadOfKpi = 37,

    /// <summary>The NRR that new sites per year imply.</summary>
    SiteVelocityAndNrr = 38,

    /// <summary>The years to reach all sites by site velocity, beside those by NRR.</summary>
    YearsToLicense = 39,

    /// <summary>The reviews that have an indicator.</summary>
    ReviewOfKpi = 40,

    /// <summary>One list as several sections state it.</summary>
    ListBySection = 41,

    /// <summary>The cycle of two architectures in which both buyers must sign off.</summary>
    CycleOfBothBuyers = 42,
}
