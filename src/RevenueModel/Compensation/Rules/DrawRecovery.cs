
namespace RevenueModel.Compensation;

/// <summary>Which earnings a recoverable draw is taken back from.</summary>
public enum DrawRecovery
{
    /// <summary>Only those above the draw: pay never falls below it, also after the draw has ended. The default, and what
    /// most incentive systems do.</summary>
    FromEarningsAboveDraw = 0,

    /// <summary>All of them, to zero pay if need be.</summary>
    FromAllEarnings = 1,
}
