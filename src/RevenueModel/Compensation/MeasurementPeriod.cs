
namespace RevenueModel.Compensation;

/// <summary>How long credits accumulate toward the target of a component before they start from zero again.</summary>
public enum MeasurementPeriod
{
    /// <summary>The fiscal year: attainment is year to date. Most plans; the default.</summary>
    Year = 0,

    /// <summary>Each fiscal quarter on its own, against a quarter of the target.</summary>
    Quarter = 1,

    /// <summary>Each month on its own, against a twelfth of the target.</summary>
    Month = 2,
}
