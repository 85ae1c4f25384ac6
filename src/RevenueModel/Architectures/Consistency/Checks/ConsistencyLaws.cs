namespace RevenueModel.Architectures;

/// <summary>The laws of the rules of a consistency review.</summary>
internal static class ConsistencyLaws
{
    /// <summary>Returns the relation between figures that agree.</summary>
    public static string Of(ConsistencyRule rule) => rule switch
    {
        ConsistencyRule.RetentionGap => "The stated gap is the difference of the two retentions.",
        ConsistencyRule.RetentionTarget =>
            "A target of retention is at most the renewal retention that the pricing model reaches.",
        ConsistencyRule.GrowthOfSurvivors =>
            "A disclosed NRR is retention, less price pressure, times the growth of the customers who renew; "
            + "this growth is at most the highest NRR target.",
        ConsistencyRule.WinRateOfBuyerMix =>
            "The win rate of a segment lies between the win rates of deals with one buyer and with both.",
        ConsistencyRule.WinRateOfGatedDeals =>
            "Deals that are credited only with both buyers engaged win at the "
            + "rate of both buyers; the other deals of the segment then win less.",
        ConsistencyRule.GateScope => "A gate that a segment needs holds for each larger segment too.",
        ConsistencyRule.PeoplePerDeal =>
            "A role requirement and the plans of its roles state the same people per deal for each segment.",
        ConsistencyRule.WinRateRatio => "The stated ratio is the quotient of the two win rates.",
        ConsistencyRule.SingleBuyerDeals => "Where each side must sign off, deals that engage one side are not won.",
        ConsistencyRule.OneConsultantAndOneBuyer =>
            "A deal with one consultant of a pair and a deal with "
            + "one buyer lose parts of the same win rate; the parts can differ.",
        ConsistencyRule.VetoHolder => "Each holder of a veto is in one of the champion roles.",
        ConsistencyRule.PipelineWithoutPartners =>
            "The pipeline lost without a kind of partner is at most the share of deals that have one.",
        ConsistencyRule.PartnerList =>
            "Each section lists the same partners of a kind, as many as the name of the kind states.",
        ConsistencyRule.BestInClass => "The figure called best in class is the highest of the disclosed ones.",
        ConsistencyRule.VendorSegment =>
            "A vendor that is named for the smallest segment alone has no enterprise customers.",
        ConsistencyRule.RestatedFigure => "A figure is the same in each section.",
        ConsistencyRule.CustomersTimesAcv =>
            "Enterprise customers times the lowest ACV of the largest segment is at most the disclosed ARR.",
        _ => OfGrowth(rule),
    };

    private static string OfGrowth(ConsistencyRule rule) => rule switch
    {
        ConsistencyRule.CloseRate => "The close rate from a later stage is at least the win rate from creation.",
        ConsistencyRule.CoverageTimesCloseRate => "Coverage times close rate is at least one, the whole quota.",
        ConsistencyRule.Stage2Share => "Coverage at stage 2 is at most the coverage from the top of the funnel.",
        ConsistencyRule.DaysOfMonths => "The days of a cycle are those of as many calendar months.",
        ConsistencyRule.NrrAcrossSegments =>
            "The NRR over all segments is a mean of theirs, so it lies between the lowest and the highest of them.",
        ConsistencyRule.CurveAndNrr =>
            "The growth of contract value per year, times renewal retention, lies in the NRR target.",
        ConsistencyRule.GrowthAndAcv =>
            "The stated growth, compounded over the years of the curve, is the multiple of contract value.",
        ConsistencyRule.CompoundGrowth => "The volume grows each year by the stated rate.",
        ConsistencyRule.LagAndExpansion => "Expansion lags by at most the points of net expansion, NRR less 100%.",
        ConsistencyRule.ResidualBase => "Each section states the same revenue for a residual.",
        ConsistencyRule.AcceleratorRate => "A product that a plan accelerates is one of the measures of the plan.",
        ConsistencyRule.RoleTitles =>
            "Two roles with the same pay and a similar title in different sections can be one role.",
        ConsistencyRule.Dashboards => "The chart has as many dashboards as are called most important.",
        ConsistencyRule.MotionWithoutSegments => "Each motion has segments, if one has.",
        ConsistencyRule.BandGap => "The bands of segments leave no value between them.",
        ConsistencyRule.RatioToComparison =>
            "The stated ratio contains the quotients of the low ends and of the high ends.",
        ConsistencyRule.LifetimeValue =>
            "Lifetime value is ACV times gross margin / (1 - logo retention), low ends and high ends together.",
        ConsistencyRule.PilotsAndBakeOffs => "Where a bake-off is decided in a pilot, both have the same rate.",
        ConsistencyRule.EvenOdds => "A healthy win rate is at least even odds, 1 / (1 + rivals).",
        ConsistencyRule.RivalsNamed =>
            "A deal has at most as many rivals as the source states; more names are rivals of other deals.",
        ConsistencyRule.LeadOfKpi => "An indicator that is called leading has published months by which it leads.",
        ConsistencyRule.SiteVelocityAndNrr =>
            "NRR is 1 + sites per year times ARR per site / ACV, low ends and high ends together.",
        ConsistencyRule.YearsToLicense =>
            "Site velocity and NRR take an account from the pilot to the license in the same time.",
        ConsistencyRule.ReviewOfKpi => "Each indicator with a benchmark is in a review.",
        ConsistencyRule.ListBySection => "Each section states the same list.",
        _ => "Where both buyers must sign off, no cycle is shorter than the shortest of the other architecture.",
    };
}
