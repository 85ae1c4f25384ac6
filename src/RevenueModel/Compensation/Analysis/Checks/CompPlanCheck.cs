
namespace RevenueModel.Compensation.Analysis;

/// <summary>What <see cref="CompPlanCheckCalculator"/> looks for in a plan, and what its finding measures.</summary>
public enum CompPlanCheck
{
    /// <summary>Quota is an unusual multiple of on-target earnings. Measured: the multiple, to a tenth.</summary>
    QuotaToOte = 0,

    /// <summary>Quota builds up faster than a sale takes. Measured: the months of the ramp.</summary>
    RampShorterThanCycle = 1,

    /// <summary>The draw ends before the ramp does. Measured: the months of the draw.</summary>
    DrawShorterThanRamp = 2,

    /// <summary>The draw is more than the variable pay that would recover it. Measured: the draw of a year.</summary>
    DrawAboveTargetVariable = 3,

    /// <summary>One plan covers segments whose sales cycles do not overlap. Measured: the months between the longer end of
    /// the one and the shorter end of the other.</summary>
    SegmentsApart = 4,

    /// <summary>A component does not pay its target pay at 100% attainment, so that on-target earnings are not earned on
    /// target. Measured: the payout ratio at 100%.</summary>
    TargetPayMissed = 5,

    /// <summary>More attainment pays less somewhere. Measured: the attainment from which it does.</summary>
    PayFalls = 6,

    /// <summary>Reaching a tier pays again for what was sold before, and nothing caps the pay. Measured: the largest jump, in
    /// the currency of the plan.</summary>
    UncappedJump = 7,
}
