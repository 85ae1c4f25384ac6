
namespace RevenueModel.Compensation;

/// <summary>The period over which credits accumulate toward the target of a component.</summary>
public enum MeasurementPeriod
{
    /// <summary>The fiscal year: attainment is year to date. Used by most plans. The default.</summary>
    Year = 0,

    /// <summary>Each fiscal quarter separately, with a quarter of the target.</summary>
    Quarter = 1,

    /// <summary>Each month separately, with a twelfth of the target.</summary>
    Month = 2,
}
