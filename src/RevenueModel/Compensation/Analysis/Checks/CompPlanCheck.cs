
namespace RevenueModel.Compensation.Analysis;

/// <summary>The checks of <see cref="CompPlanCheckCalculator"/>, each with the quantity that its finding
/// reports.</summary>
public enum CompPlanCheck
{
    /// <summary>The quota is an unusual multiple of on-target earnings. Measured: the multiple, rounded to one decimal
    /// place.</summary>
    QuotaToOte = 0,

    /// <summary>The ramp is shorter than the sales cycle. Measured: the number of months of the ramp.</summary>
    RampShorterThanCycle = 1,

    /// <summary>The draw ends before the ramp. Measured: the number of months of the draw.</summary>
    DrawShorterThanRamp = 2,

    /// <summary>The draw exceeds the target variable pay that would recover it. Measured: the draw per year.</summary>
    DrawAboveTargetVariable = 3,

    /// <summary>One plan covers segments whose sales cycles do not overlap. Measured: the number of months between the
    /// longest cycle of one segment and the shortest cycle of the other.</summary>
    SegmentsApart = 4,

    /// <summary>A component does not pay its target pay at 100% attainment, so a person on target does not earn
    /// on-target earnings. Measured: the payout ratio at 100%.</summary>
    TargetPayMissed = 5,

    /// <summary>Pay falls as attainment rises. Measured: the lowest attainment, or credit, at which it
    /// falls.</summary>
    PayFalls = 6,

    /// <summary>A retroactive tier raises the pay for earlier sales, and the pay is not capped. Measured: the largest
    /// jump in pay, in the currency of the plan.</summary>
    UncappedJump = 7,

    /// <summary>The plan pays for expansion and for new business, and expansion has the lower rate. Measured: the rate
    /// for expansion (component, residual and largest trigger) divided by the rate for new ARR. Source: OT security
    /// KPIs 2027, which recommends paying expansion as aggressively as new logos.</summary>
    ExpansionPaidLess = 8,
}
