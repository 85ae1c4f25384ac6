
namespace RevenueModel.Compensation;

/// <summary>What is paid for the attainment below a threshold, once the threshold is reached.</summary>
public enum ThresholdRule
{
    /// <summary>All of it, as the curve says: reaching the threshold pays from the first unit. The default; also called
    /// a cliff.</summary>
    PaysFromFirstUnit = 0,

    /// <summary>None of it: only what the curve adds above the threshold is paid.</summary>
    PaysAboveThreshold = 1,
}
