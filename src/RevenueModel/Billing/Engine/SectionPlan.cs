using RevenueModel.Pricing;

namespace RevenueModel.Billing;

/// <summary>Consecutive parts of a period whose plans have the same percent discount, commitment, protection and day
/// count.</summary>
internal sealed class SectionPlan(PricePlan plan, int first)
{
    /// <summary>Gets or sets the plan of the last part; its name is stated on plan-level steps.</summary>
    public PricePlan Plan { get; set; } = plan;

    /// <summary>Gets the position of the first part.</summary>
    public int First { get; } = first;

    /// <summary>Gets or sets the position of the last part.</summary>
    public int Last { get; set; } = first;

    /// <summary>Gets or sets the days of the parts as a share of the days of the period.</summary>
    public PeriodShare Share { get; set; } = PeriodShare.All;

    /// <summary>Gets the runs of charges, by first part and then in the order of the plan.</summary>
    public List<ChargeRun> Runs { get; } = [];
}
