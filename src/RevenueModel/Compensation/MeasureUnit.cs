
namespace RevenueModel.Compensation;

/// <summary>What a <see cref="CompMeasure"/> is counted in.</summary>
public enum MeasureUnit
{
    /// <summary>Money in the currency of the plan.</summary>
    Money = 0,

    /// <summary>A number of things or people.</summary>
    Count = 1,

    /// <summary>A ratio, as a fraction: 0.96 for 96%.</summary>
    Ratio = 2,
}
